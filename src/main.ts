#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from './command.ts';
import type { Problem } from './corpus.ts';
import type { Environment } from './environment.ts';
import type { Intake } from './intake/intake.ts';
import type { News } from './open.ts';
import { type Call, helpText, type Options, readArguments, type Usage } from './terminal/arguments.ts';
import type { Desk } from './terminal/desk.ts';
import { printable } from './terminal/printable.ts';
import type { Streams } from './terminal/streams.ts';

/** A subcommand and what it runs. What it needs is imported when it is called: nobody waits for more. */
interface Subcommand extends Usage {
  readonly run: (call: Running) => Promise<void>;
}

interface Running {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly environment: Environment;
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

const streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr };

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A line beside the result: a problem, a note. Safe to show, whatever it repeats. */
const remark = (text: string): void => {
  process.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
};

const isDebug = ({ logLevel }: Environment): boolean => logLevel === 'debug' || logLevel === 'trace';

async function openLog({ logLevel, discordToken }: Environment) {
  const log = await import('./log.ts');
  return log.openLog({ level: logLevel, secrets: discordToken === undefined ? [] : [discordToken] });
}

/** Whatever still hangs, a request to a Discord that does not answer, must not keep a bot that was told to stop. */
const leave = (): void => process.exit();

const EXECUTABLE = fileURLToPath(import.meta.url);

/** The folder of package.json: beside src/ where it is read from there, and one folder higher once built. */
const HOME =
  ['../', '../../']
    .map((place) => new URL(place, import.meta.url))
    .find((place) => existsSync(new URL('package.json', place))) ?? new URL('../', import.meta.url);

/** As in open.ts, which loads the whole search with it. */
const SHIPPED_CORPUS = fileURLToPath(new URL('corpus', HOME));

/** Of the articles that have changed, so many are named on one line of the log. */
const MOST_NAMED = 20;

const some = (ids: readonly string[]): readonly string[] =>
  ids.length <= MOST_NAMED ? ids : [...ids.slice(0, MOST_NAMED), `and ${ids.length - MOST_NAMED} more`];

async function openOffice({ options, environment }: Running) {
  const log = await openLog(environment);
  const [{ openDeskThread }, { commands }] = await Promise.all([
    import('./desk/host.ts'),
    import('../commands/index.ts'),
  ]);
  const corpusDir = options.corpus ?? environment.corpusDir;
  const { desk, problems } = await openDeskThread({
    ...(corpusDir !== undefined && { corpusDir }),
    told({ added, changed, removed, problems }) {
      if (added.length + changed.length + removed.length > 0)
        log.info('the articles have changed', {
          added: some(added),
          changed: some(changed),
          removed: some(removed),
          articles: desk.articles(),
        });
      for (const problem of problems) log.warn('a file is left out', { ...problem });
    },
    failed(error) {
      log.error('the newsroom’s thread has ended: start again', { error: String(error.stack ?? error) });
      process.exit(1);
    },
  });
  tellProblems(problems, desk.articles(), corpusDir);
  return { desk, commands, environment, log };
}

async function openDesk(call: Running): Promise<Desk> {
  const { newsroom, commands } = await openQuiet(call);
  return { newsroom, commands, streams };
}

/** Articles are mostly read before anybody sees that they are; nothing is drawn then. */
const NOTICEABLE_MS = 500;
const PACE_MS = 100;

async function openingLine() {
  const line = (await import('./terminal/status-line.ts')).openStatusLine(process.stderr);
  let next = performance.now() + NOTICEABLE_MS;
  return {
    show(stage: 'reading' | 'indexing', done: number, total: number): void {
      const now = performance.now();
      if (now < next) return;
      next = now + PACE_MS;
      const doing = stage === 'reading' ? 'Reading the articles' : 'Indexing the articles';
      line.show(`${doing}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} …`);
    },
    clear: line.clear,
  };
}

/** @param watching told of what becomes of the articles; without it they stay as they are. */
async function openQuiet({ options, environment }: Running, watching?: (news: News) => void) {
  const [{ openNewsroom }, { commands }] = await Promise.all([
    import('./open.ts'),
    import('../commands/index.ts'),
  ]);
  const corpusDir = options.corpus ?? environment.corpusDir;
  const line = await openingLine();
  const opened = await openNewsroom({
    ...(corpusDir !== undefined && { corpusDir }),
    ...(watching !== undefined && { watching }),
    progress: line.show,
  });
  line.clear();
  tellProblems(opened.problems, opened.newsroom.articles.length, corpusDir);
  return { ...opened, commands };
}

/** Somebody at a prompt stays for a while, and can change the articles: these are watched. */
async function openReplDesk(call: Running): Promise<Desk & { readonly close: () => Promise<void> }> {
  const { options, environment } = call;
  const [{ createGazette }, { createLeftOut }, { openLibrarian }] = await Promise.all([
    import('./terminal/tidings.ts'),
    import('./corpus/left-out.ts'),
    import('./intake/librarian.ts'),
  ]);
  const isWatching = streams.input.isTTY === true;
  const leftOut = createLeftOut();
  const hear = (news: News): void => {
    leftOut.hear(news);
    gazette.hear(news);
  };
  const { newsroom, commands, problems, close } = await openQuiet(call, isWatching ? hear : undefined);
  leftOut.hear({ problems });
  const gazette = createGazette(
    (id) => newsroom.article(id)?.headline,
    newsroom.articles.map(({ id }) => id),
  );
  const librarian = openLibrarian({
    directory: options.corpus ?? environment.corpusDir ?? SHIPPED_CORPUS,
    files: 'paths',
    leftOut: leftOut.all,
    ...(isWatching && { isThere: (id) => newsroom.article(id)?.id === id }),
  });
  return {
    newsroom,
    commands,
    streams,
    librarian,
    tidings: gazette.take,
    async close() {
      await librarian.close();
      await close();
    },
  };
}

function tellProblems(problems: readonly Problem[], articles: number, corpusDir: string | undefined): void {
  for (const { file, line, message } of problems) {
    remark(`${line === undefined ? file : `${file}:${line}`}: ${message}`);
  }
  if (articles > 0) return;
  remark(
    `There are no articles in ${corpusDir ?? 'the corpus'} yet. Put some there, one file each, or let ` +
      '“verbatim add” fetch them: see verbatim add --help.',
  );
}

/** Opens the intake of the corpus for as long as the work takes; what the work gives is the exit code. */
async function withIntake(
  { options, environment }: Running,
  work: (intake: Intake) => Promise<number>,
): Promise<void> {
  const { openIntake } = await import('./intake/intake.ts');
  const intake = openIntake({
    directory: options.corpus ?? environment.corpusDir ?? SHIPPED_CORPUS,
    allowLoopback: options.allowLoopback ?? false,
  });
  try {
    process.exitCode = await work(intake);
  } finally {
    await intake.close();
  }
}

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

function version(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8'));
  if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
  throw new Error('package.json has no version');
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
