#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { UserError } from './command.ts';
import type { Environment } from './environment.ts';
import { openDesk, openLog, openOffice, openReplDesk, type Running, withIntake } from './main/desks.ts';
import { remark, say, streams } from './main/printing.ts';
import { version } from './shipped.ts';
import { type Call, helpText, readArguments, type Usage } from './terminal/arguments.ts';

/** A subcommand and what it runs. What it needs is imported when it is called: nobody waits for more. */
interface Subcommand extends Usage {
  readonly run: (call: Running) => Promise<void>;
}

const NAMING =
  'An article is named by its id, its file, its address or its headline, or by a part of the headline that no other has.';

/** Of `ask` and `quotes`. */
const FILTERS = [
  '--article ARTICLE  in this article only: its id, its headline or a part of it',
  '--publisher NAME   in this newspaper only',
  '--since DATE       in articles of this day and later: 2025, 2025-02, 16 Feb 2025, yesterday or 2 weeks',
  '--until DATE       in articles of this day and before',
];

/** Every subcommand, in the order of `verbatim --help`: a new one is a row here and a module of a face. */
const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'ask',
    operands: 'QUESTION',
    summary: 'Answers a question; with --batch, a JSON row with “question” or “turns” on each line of input.',
    options: ['article', 'publisher', 'since', 'until', 'batch', 'json', 'corpus'],
    details: FILTERS,
    run: async (call) => {
      const [{ ask }, desk] = await Promise.all([import('./terminal/ask.ts'), openDesk(call)]);
      await ask(desk, call.operands, call.options);
    },
  },
  {
    name: 'quotes',
    operands: '',
    summary: 'Lists who said what.',
    options: ['speaker', 'about', 'article', 'publisher', 'since', 'until', 'json', 'corpus'],
    details: FILTERS,
    run: async (call) => (await import('./terminal/quotes.ts')).quotes(await openDesk(call), call.options),
  },
  {
    name: 'check',
    operands: 'QUOTATION',
    summary: 'Says whether a quotation is real, word for word, and what was changed in it.',
    options: ['speaker', 'json', 'corpus'],
    run: async (call) => {
      const [{ check }, desk] = await Promise.all([import('./terminal/check.ts'), openDesk(call)]);
      await check(desk, call.operands, call.options);
    },
  },
  {
    name: 'articles',
    operands: '',
    summary: 'Lists the articles; with --article, the outline of one.',
    options: ['article', 'json', 'corpus'],
    run: async (call) =>
      (await import('./terminal/articles.ts')).articles(await openDesk(call), call.options),
  },
  {
    name: 'add',
    operands: 'FILE|DIRECTORY|ADDRESS|FEED…',
    summary: 'Takes articles in: each becomes a Markdown file of the corpus.',
    options: ['dry-run', 'force', 'limit', 'allow-loopback', 'json', 'corpus'],
    details: [
      'Reads .md, .txt, .json, .html and .pdf files, directories of them, web pages, and RSS, Atom and JSON feeds.',
      'An article that is there already, under the same address or with the same words, is not added again.',
      '',
      '--dry-run         says what would be done, and writes nothing',
      '--force           takes texts that are not in English, and texts in place of those corrected by hand',
      '--limit N         takes the newest N articles of a feed (500)',
      '--allow-loopback  for trying it out against a server on this machine',
      '--json            a row for each outcome',
      '',
      'Exit codes: 0 all of it is in, or some; 1 everything was refused; 2 asked wrongly; 130 stopped by Ctrl-C.',
    ],
    run: async (call) => {
      const { add } = await import('./terminal/add.ts');
      await withIntake(call, (intake) => add(intake, streams, call.operands, call.options));
    },
  },
  {
    name: 'remove',
    operands: 'ARTICLE…',
    summary: 'Takes articles out: deletes their files.',
    options: ['dry-run', 'json', 'corpus'],
    details: [
      NAMING,
      '',
      '--dry-run  says what would be done, and deletes nothing',
      '--json     a row for each article that was removed',
      '',
      'Exit codes: 0 all that were named are out; 2 one was not there, or several were meant. The others are out.',
    ],
    run: async (call) => {
      const { remove } = await import('./terminal/remove.ts');
      await withIntake(call, (intake) => remove(intake, streams, call.operands, call.options));
    },
  },
  {
    name: 'refresh',
    operands: '[ARTICLE…]',
    summary: 'Asks whether articles have changed where they were published, and takes what changed.',
    options: ['dry-run', 'force', 'allow-loopback', 'json', 'corpus'],
    details: [
      'Without ARTICLE, of all articles that have an address.',
      NAMING,
      'An article whose page is gone is kept. One that was corrected by hand is left as it is, unless with --force.',
      '',
      '--dry-run         says what would be done, and writes nothing',
      '--force           takes the page’s text in place of one corrected by hand',
      '--allow-loopback  for trying it out against a server on this machine',
      '--json            a row for each outcome',
      '',
      'Exit codes: 0 some were asked for; 1 all that were asked for were refused; 2 asked wrongly.',
    ],
    run: async (call) => {
      const { refresh } = await import('./terminal/refresh.ts');
      await withIntake(call, (intake) => refresh(intake, streams, call.operands, call.options));
    },
  },
  {
    name: 'eval',
    operands: 'FILE',
    summary:
      'Asks a question set (a JSON row with “question” and “gold” on each line) and measures the answers.',
    options: ['json', 'report', 'corpus'],
    run: async (call) =>
      (await import('./terminal/evaluate.ts')).evaluate(await openDesk(call), call.operands, call.options),
  },
  {
    name: 'eval-quotes',
    operands: 'FILE',
    summary:
      'Finds the quotations of judged articles (a JSON row with “text” and “quotes” on each line) and measures them.',
    options: ['json'],
    run: async ({ operands, options }) =>
      (await import('./terminal/evaluate-quotes.ts')).evaluateQuotes(streams, operands, options),
  },
  {
    name: 'rank',
    operands: '',
    summary: 'Scores “candidates” for a “question”: a JSON row on each line of input. Needs no articles.',
    options: [],
    run: async () => {
      const { shippedMeaning } = await import('./vectors.ts');
      await (await import('./terminal/rank.ts')).rank(streams, shippedMeaning());
    },
  },
  {
    name: 'understand',
    operands: '',
    summary:
      'Rewrites follow-ups as questions that stand alone: a JSON row with “turns” on each line of input. Needs no articles.',
    options: [],
    run: async () => (await import('./terminal/understand.ts')).understand(streams),
  },
  {
    name: 'repl',
    operands: '',
    summary: 'Opens a prompt; answers every line that is piped in.',
    options: ['corpus'],
    run: async (call) => {
      const { repl } = await import('./terminal/repl.ts');
      const { close, ...desk } = await openReplDesk(call);
      await repl(desk, { debug: isDebug(call.environment) });
      await close();
    },
  },
  {
    name: 'bot',
    operands: '',
    summary: 'Runs the Discord bot. Needs DISCORD_TOKEN.',
    options: ['corpus'],
    run: async (call) => {
      await (await import('./discord/bot.ts')).runBot(() => openOffice(call));
      leave();
    },
  },
  {
    name: 'serve',
    operands: '',
    summary:
      'Runs the bot as an address that Discord calls, without a connection of its own. Needs DISCORD_PUBLIC_KEY.',
    options: ['corpus'],
    run: async (call) => {
      await (await import('./discord/bot.ts')).runEndpoint(() => openOffice(call));
      leave();
    },
  },
  {
    name: 'shards',
    operands: '[PROCESSES]',
    summary:
      'Runs the bot in several processes, for thousands of servers: as many as Discord recommends, or as told.',
    options: [],
    run: async ({ operands, environment }) => {
      const { processesOf, runShards } = await import('./discord/shards.ts');
      const processes = processesOf(operands);
      await runShards({ environment, log: await openLog(environment), executable: EXECUTABLE, processes });
    },
  },
  {
    name: 'deploy',
    operands: '',
    summary: 'Tells Discord which commands there are. Needs DISCORD_TOKEN.',
    options: [],
    run: async ({ environment }) => {
      const { deploy } = await import('./discord/deploy.ts');
      const { commands } = await import('../commands/index.ts');
      await deploy({ commands, environment, log: await openLog(environment), print: say });
    },
  },
];

const isDebug = ({ logLevel }: Environment): boolean => logLevel === 'debug' || logLevel === 'trace';

/** Whatever still hangs, a request to a Discord that does not answer, must not keep a bot that was told to stop. */
const leave = (): void => process.exit();

const EXECUTABLE = fileURLToPath(import.meta.url);

/** `verbatim` alone. */
async function open(call: Running): Promise<void> {
  const bot = call.environment.discordToken !== undefined;
  if (!bot) {
    remark('No DISCORD_TOKEN is set, so this is the terminal. See .env.example.');
  }
  const row = SUBCOMMANDS.find(({ name }) => name === (bot ? 'bot' : 'repl'));
  await row?.run(call);
}

async function run(call: Call<Subcommand>): Promise<void> {
  if (call.kind === 'version') return say(version());
  if (call.kind === 'help') return say(helpText(call.row, SUBCOMMANDS));
  const { loadEnvironment } = await import('./environment.ts');
  const environment = loadEnvironment({ serving: call.kind === 'run' && call.row.name === 'serve' });
  debug = isDebug(environment);
  if (call.kind === 'open') return open({ operands: [], options: call.options, environment });
  return call.row.run({ operands: call.operands, options: call.options, environment });
}

/** Whether a fault is shown with its stack. */
let debug = false;

function fail(error: unknown): void {
  if (error instanceof UserError) {
    remark(`verbatim: ${error.message}`);
    process.exitCode = 2;
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  remark(`verbatim: sorry, something broke on our side: ${message.split('\n')[0]}`);
  if (debug && error instanceof Error) remark(error.stack ?? '');
  process.exitCode = 1;
}

/** `verbatim quotes | head -1`: whoever reads has read enough. Anything else, such as a full disk, is a fault. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === process.stdout) fail(error);
    process.exit(1);
  });
}

try {
  await run(readArguments(process.argv.slice(2), SUBCOMMANDS));
} catch (error) {
  fail(error);
}
