import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Intake, type IntakeOptions, openIntake } from '../../src/intake/intake.ts';
import type { Outcome } from '../../src/intake/outcome.ts';
import { openReader } from '../../src/intake/reading.ts';
import { fetcherWith } from '../fetching/server.ts';

/** A folder of its own for a test, until the test is over. */
export async function folderFor(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-intake-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
  return folder;
}

/** One for all tests of a file: a thread takes longer to start than a test. It keeps no process open. */
const reader = openReader();

/** An intake that may fetch from this machine, and waits for nobody. */
export function intakeFor(directory: string, options: Partial<IntakeOptions> = {}): Intake {
  const intake = openIntake({ directory, reader, fetcher: fetcherWith(), ...options });
  onTestFinished(() => intake.close());
  return intake;
}

export async function all<Each>(outcomes: AsyncIterable<Each>): Promise<readonly Each[]> {
  const found: Each[] = [];
  for await (const each of outcomes) found.push(each);
  return found;
}

/** "added ferry.md", "refused https://…": what came out, in a word each. */
export const told = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map((each) => `${each.kind} ${'file' in each ? each.file : each.reference}`);

export const whyRefused = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap((each) =>
    each.kind === 'refused' ? [[each.why, each.advice ?? ''].join(' ').trimEnd()] : [],
  );

/** The names in a folder, hidden ones too. */
export const namesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).sort();
export const textIn = (...path: readonly string[]): Promise<string> => readFile(join(...path), 'utf8');

const OPENING =
  'The ferry that links Grey Harbour with the islands sank at its moorings on Monday night, the port office of Westhaven said in a statement. Nobody was on board at the time.';
export const QUOTE =
  '“She was old, and we all knew that she was old,” said Tilda Marsh, who had been her mate for nine years.';

/** An article of some fifty words, as Markdown. Stories of different numbers share no paragraph. */
export const story = (number = 1, fields = '', quote = QUOTE): string =>
  `---\nheadline: Ferry number ${number} sinks in Grey Harbour\n${fields}---\n\n${OPENING} It was boat number ${number} of the line.\n\n## What happens next?\n\n${quote} She spoke of number ${number}.\n`;

/** Sends a text as a server sends Markdown. */
export const markdown = { 'content-type': 'text/markdown; charset=utf-8' } as const;

/** An RSS feed of these items. */
export const rss = (items: string, title = 'The Courier'): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://courier.example/</link><description>News</description>${items}</channel></rss>`;

/** An item of it. `html` is the text of the article, as far as the feed gives it. */
export const item = (number: number, link: string, html = '', date = '2031-03-04'): string =>
  `<item><title>Ferry number ${number} sinks in Grey Harbour</title>${link && `<link>${link}</link>`}<pubDate>${new Date(date).toUTCString()}</pubDate>${html && `<content:encoded><![CDATA[${html}]]></content:encoded>`}</item>`;

/** An article of some two hundred words, as the HTML of a feed. */
export const wholeText = (number: number): string =>
  Array.from(
    { length: 4 },
    (_, at) =>
      `<p>${OPENING} It was boat number ${number} of the line, in part ${at} of the story. ${QUOTE}</p>`,
  ).join('\n');
