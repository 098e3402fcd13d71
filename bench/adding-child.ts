import { writeSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';

/*
 * A process of its own for each subject, so that memory is its alone:
 *
 *     node adding-child.js verbatim|script INPUT CORPUS
 *
 * Takes the articles of a directory of files, pages or feeds into a corpus. When it ends it writes to descriptor 3 how
 * much memory it had at its largest, in kilobytes.
 */

const [subject, input = '', corpus = ''] = process.argv.slice(2);

process.on('exit', () => void writeSync(3, String(process.resourceUsage().maxRSS)));

if (subject === 'verbatim') {
  process.argv.splice(2, Number.POSITIVE_INFINITY, 'add', input, '--corpus', corpus, '--limit', '10000');
  await import('../src/main.js');
} else {
  await takeBy(input);
}

/** What somebody writes in an afternoon who has the same libraries: the text of each, kept as it comes. */
async function takeBy(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const text = await readFile(join(path, name), 'utf8');
    if (extname(name) === '.md') await writeFile(join(corpus, name), text);
    else if (extname(name) === '.rss') await takeEntries(name, text);
    else {
      const article = new Readability(parseHTML(text).document).parse();
      await keep(name, article?.title ?? '', article?.textContent ?? '');
    }
  }
}

async function takeEntries(name: string, text: string): Promise<void> {
  const { feed } = parseFeed(text);
  for (const [at, item] of ('items' in feed ? (feed.items ?? []) : []).entries()) {
    const html = 'content' in item ? String((item.content as { encoded?: string }).encoded ?? '') : '';
    await keep(`${name}-${at}`, item.title ?? '', textOf(html));
  }
}

function textOf(html: string): string {
  return parseHTML(`<html><body>${html}</body></html>`).document.body.textContent;
}

function keep(name: string, headline: string, text: string): Promise<void> {
  return writeFile(
    join(corpus, `${name}.md`),
    `---\nheadline: ${JSON.stringify(headline)}\n---\n\n${text}\n`,
  );
}
