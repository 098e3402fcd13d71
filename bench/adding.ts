import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growTo, openShelves, SHIPPED, SQUAD, sentencesOf } from './shelves.ts';
import { type Table, threeFigures, times } from './table.ts';

const ARTICLES = 10_000;
/** Of each feed: together they stay below what one may have. */
const ENTRIES = 2_000;
const PAGES = 1_000;
const SENTENCES = 12;
const CHILD = fileURLToPath(new URL('adding-child.js', import.meta.url));

/** `verbatim add` with many articles at once, beside a script that keeps the text of each as it comes. */
export async function run(): Promise<Table> {
  const shelves = await openShelves(SQUAD, SHIPPED);
  const sentences = growTo(ARTICLES * SENTENCES, shelves.articles).flatMap(sentencesOf);
  const stories = Array.from({ length: ARTICLES }, (_, at): Story => {
    const own = sentences.slice(at * SENTENCES, (at + 1) * SENTENCES).map(({ text }) => text);
    return { headline: `Story ${at}: ${own[0]?.slice(0, 60) ?? ''}`, paragraphs: inThrees(own) };
  });
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-adding-'));
  try {
    return {
      title: 'Adding: many articles in one go',
      notes: [
        shelves.origin,
        'From the start of the process to its end. MB: the most that it ever had resident (goal: below 512). The script uses the same',
        'libraries and keeps the text of each as it comes: no article twice, no boilerplate, no half-written file are not its care.',
      ],
      columns: ['', 'articles', 'kept', 's', 'ms each', 'MB'],
      rows: inputs(stories, folder).flatMap((input) => rowsOf(input, folder)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Story {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

interface Input {
  readonly name: string;
  readonly path: string;
  readonly count: number;
}

const inThrees = (sentences: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(sentences.length / 3) }, (_, at) =>
    sentences.slice(at * 3, at * 3 + 3).join(' '),
  );

function inputs(stories: readonly Story[], folder: string): readonly Input[] {
  const [files, pages, feeds] = [join(folder, 'files'), join(folder, 'pages'), join(folder, 'feeds')];
  for (const directory of [files, pages, feeds]) mkdirSync(directory);
  for (const [at, { headline, paragraphs }] of stories.entries())
    writeFileSync(
      join(files, `${at}.md`),
      `---\nheadline: ${JSON.stringify(headline)}\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  const entries = stories.map(
    ({ headline, paragraphs }, at) =>
      `<item><title>${escaped(headline)}</title><link>https://courier.example/${at}</link><content:encoded>${escaped(markupOf(paragraphs))}</content:encoded></item>`,
  );
  for (let at = 0; at < ARTICLES; at += ENTRIES)
    writeFileSync(join(feeds, `${at}.rss`), feedOf(entries.slice(at, at + ENTRIES)));
  for (const [at, story] of stories.slice(0, PAGES).entries())
    writeFileSync(join(pages, `${at}.html`), pageOf(story));
  return [
    { name: 'Markdown files', path: files, count: ARTICLES },
    { name: 'feeds with whole texts', path: feeds, count: ARTICLES },
    { name: 'saved pages', path: pages, count: PAGES },
  ];
}

const feedOf = (entries: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title><link>https://courier.example/</link><description>News</description>${entries.join('\n')}</channel></rss>`;

/** With about as much around the story as a newspaper has. */
function pageOf({ headline, paragraphs }: Story): string {
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/section/${at}">Section ${at}</a></li>`);
  const title = escaped(headline);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Courier</title><script>${'var a=1;'.repeat(4_000)}</script></head><body><header><nav><ul>${links.join('')}</ul></nav></header><main><article><h1>${title}</h1>${markupOf(paragraphs)}</article></main><aside><ul>${links.join('')}</ul></aside><footer>© The Courier</footer></body></html>`;
}

const markupOf = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function rowsOf({ name, path, count }: Input, folder: string): string[][] {
  const measured = (['verbatim', 'script'] as const).map((subject) => {
    console.error(`adding: ${subject}, ${name}`);
    const corpus = join(folder, `corpus-${subject}`);
    mkdirSync(corpus);
    const began = performance.now();
    const { status, output, stderr } = spawnSync(process.execPath, [CHILD, subject, path, corpus], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    const seconds = (performance.now() - began) / 1_000;
    if (status !== 0) throw new Error(`${subject} ended with ${status}: ${stderr}`);
    const kept = readdirSync(corpus).filter((file) => file.endsWith('.md')).length;
    rmSync(corpus, { recursive: true });
    return { subject, seconds, kept, megabytes: Number(output[3]) / 1_024 };
  });
  const script = measured.find(({ subject }) => subject === 'script')?.seconds ?? 0;
  return measured.map(({ subject, seconds, kept, megabytes }) => [
    `${subject === 'verbatim' ? 'verbatim add' : 'a script'}, ${name}`,
    count.toLocaleString('en'),
    kept.toLocaleString('en'),
    `${threeFigures(seconds)}${subject === 'verbatim' ? ` (${times(seconds / script)})` : ''}`,
    threeFigures((seconds * 1_000) / count),
    megabytes.toFixed(0),
  ]);
}
