import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Article, textAt } from '../src/news/article.ts';
import { passagesOf } from '../src/search/passages.ts';
import { snapshotIn } from '../src/snapshot.ts';
import { quantile } from '../src/terminal/measures.ts';
import { growTo, openShelves, SHIPPED, SQUAD, sentencesOf, spread } from './shelves.ts';
import { type Table, threeFigures, times } from './table.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUESTIONS = 80;
const MB = 2 ** 20;

const CHILD = fileURLToPath(new URL('growing-child.js', import.meta.url));

/** What a child tells of itself. Milliseconds and bytes. */
interface Figures {
  readonly openMs: number;
  readonly openPause: number;
  readonly rss: number;
  readonly times: readonly number[];
  readonly askPause: number;
  readonly foundMs?: number;
  readonly addPause?: number;
  readonly wrong?: number;
}

/** The bot's newsroom as the corpus grows, beside plain MiniSearch over the same passages. */
export async function run(): Promise<Table> {
  const shelves = await openShelves(SQUAD, SHIPPED);
  const questions = spread(shelves.questions, QUESTIONS).map(({ turns }) => turns[0] ?? '');
  const rows: string[][] = [];
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-growing-'));
    try {
      rows.push(...rowsOf(size, shelves.articles, questions, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    title: 'Growing: from the start to the first answer, and what it costs whoever is being answered',
    notes: [
      shelves.origin,
      'Seconds until it can be asked: first, from the articles; again, from what was saved beside them. Pause: the longest time, in',
      'ms, for which the event loop of the process stood still (goal 50): while it opened the first time, opened again, answered',
      `${QUESTIONS} questions, and took in 200 new files. Found: seconds until all of these were searchable, with questions asked all the while.`,
      'MB: resident, after opening again. p95: ms of a whole answer, for MiniSearch of a search with fuzzy 0.2, its index saved as JSON.',
    ],
    columns: [
      '',
      'first s',
      'again s',
      'MB',
      'saved MB',
      'p50',
      'p95',
      'first',
      'again',
      'asked',
      'adding',
      'found s',
    ],
    rows,
  };
}

function rowsOf(
  size: number,
  articles: readonly Article[],
  questions: readonly string[],
  folder: string,
): string[][] {
  const corpus = join(folder, 'corpus');
  const passages = writeCorpus(size, articles, corpus);
  const asked = join(folder, 'questions.json');
  writeFileSync(asked, JSON.stringify(questions));
  const json = join(folder, 'minisearch.json');
  const figures = (subject: string): Figures => {
    console.error(`growing: ${subject}, ${passages.toLocaleString('en')} passages`);
    const { stdout, stderr, status } = spawnSync(process.execPath, [CHILD, subject, corpus, asked, json], {
      encoding: 'utf8',
      maxBuffer: 64 * MB,
    });
    if (status !== 0) throw new Error(`${subject} ended with ${status}: ${stderr}`);
    return JSON.parse(stdout) as Figures;
  };
  const row = (name: string, subject: string, saved: string, against?: Figures): [string[], Figures] => {
    const first = figures(subject);
    const again = figures(subject);
    const [p50, p95] = [quantile(again.times, 0.5) ?? 0, quantile(again.times, 0.95) ?? 0];
    const ratio = (own: number, other: number | undefined): string =>
      other === undefined ? '' : ` (${times(own / other)})`;
    return [
      [
        `${name}, ${passages.toLocaleString('en')} passages`,
        threeFigures(first.openMs / 1000),
        `${threeFigures(again.openMs / 1000)}${ratio(again.openMs, against?.openMs)}`,
        (again.rss / MB).toFixed(0),
        existsSync(saved) ? (statSync(saved).size / MB).toFixed(0) : '–',
        threeFigures(p50),
        threeFigures(p95),
        first.openPause.toFixed(0),
        again.openPause.toFixed(0),
        again.askPause.toFixed(0),
        again.addPause?.toFixed(0) ?? '–',
        again.foundMs === undefined ? '–' : `${threeFigures(again.foundMs / 1000)} (${again.wrong} wrong)`,
      ],
      again,
    ];
  };
  const [plain, against] = row('MiniSearch', 'minisearch', json);
  const [ours] = row('Verbatim', 'verbatim', snapshotIn(corpus), against);
  return [ours, plain];
}

/** At least so many passages, as Markdown files; gives how many there are. */
function writeCorpus(size: number, articles: readonly Article[], corpus: string): number {
  mkdirSync(corpus, { recursive: true });
  const sentences = articles.reduce((sum, article) => sum + sentencesOf(article).length, 0);
  const passages = articles.reduce((sum, article) => sum + passagesOf(article).length, 0);
  const grown = growTo(Math.ceil((size * sentences) / passages), articles);
  let count = 0;
  for (const [at, article] of grown.entries()) {
    count += passagesOf(article).length;
    const body = article.sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === null ? [] : [`## ${textAt(article, heading)}`]),
      ...paragraphs.map((paragraph) => textAt(article, paragraph)),
    ]);
    writeFileSync(
      join(corpus, `story-${at}.md`),
      `---\nheadline: ${JSON.stringify(article.headline)}\n---\n\n${body.join('\n\n')}\n`,
    );
  }
  return count;
}
