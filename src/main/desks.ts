import type { Problem } from '../corpus.ts';
import type { Environment } from '../environment.ts';
import type { Intake } from '../intake/intake.ts';
import type { News } from '../open.ts';
import { SHIPPED_CORPUS } from '../shipped.ts';
import type { Options } from '../terminal/arguments.ts';
import type { Desk } from '../terminal/desk.ts';
import { remark, streams } from './printing.ts';

/** A subcommand that was called. */
export interface Running {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly environment: Environment;
}

export async function openLog({ logLevel, discordToken }: Environment) {
  const log = await import('../log.ts');
  return log.openLog({ level: logLevel, secrets: discordToken === undefined ? [] : [discordToken] });
}

/** Of the articles that have changed, so many are named on one line of the log. */
const MOST_NAMED = 20;

const some = (ids: readonly string[]): readonly string[] =>
  ids.length <= MOST_NAMED ? ids : [...ids.slice(0, MOST_NAMED), `and ${ids.length - MOST_NAMED} more`];

export async function openOffice({ options, environment }: Running) {
  const log = await openLog(environment);
  const [{ openNewsDesk }, { commands }] = await Promise.all([
    import('../desk/open.ts'),
    import('../../commands/index.ts'),
  ]);
  const corpusDir = options.corpus ?? environment.corpusDir;
  const { desk, problems } = await openNewsDesk({
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

export async function openDesk(call: Running): Promise<Desk> {
  const { newsroom, commands } = await openQuiet(call);
  return { newsroom, commands, streams };
}

/** Articles are mostly read before anybody sees that they are; nothing is drawn then. */
const NOTICEABLE_MS = 500;
const PACE_MS = 100;

async function openingLine() {
  const line = (await import('../terminal/status-line.ts')).openStatusLine(process.stderr);
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
    import('../open.ts'),
    import('../../commands/index.ts'),
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

/** Whoever is at a prompt can change the articles: these are watched. A script is told nothing of what becomes of them. */
export async function openReplDesk(call: Running): Promise<Desk & { readonly close: () => Promise<void> }> {
  const { options, environment } = call;
  const [{ createGazette }, { openLibrarian }] = await Promise.all([
    import('../terminal/tidings.ts'),
    import('../intake/librarian.ts'),
  ]);
  const { newsroom, commands, leftOut, close } = await openQuiet(call, (news) => {
    if (streams.input.isTTY === true) gazette.hear(news);
  });
  const gazette = createGazette(
    (id) => newsroom.article(id)?.headline,
    newsroom.articles.map(({ id }) => id),
  );
  const librarian = openLibrarian({
    directory: options.corpus ?? environment.corpusDir ?? SHIPPED_CORPUS,
    files: 'paths',
    leftOut,
    isThere: (id) => newsroom.article(id)?.id === id,
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
export async function withIntake(
  { options, environment }: Running,
  work: (intake: Intake) => Promise<number>,
): Promise<void> {
  const { openIntake } = await import('../intake/intake.ts');
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
