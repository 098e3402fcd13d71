import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { readCorpus } from '../src/corpus.ts';
import { openNewsDesk } from '../src/desk/open.ts';
import { textAt } from '../src/news/article.ts';
import { passagesOf } from '../src/search/passages.ts';

/*
 * A process of its own for each subject, so that memory and pauses are its alone:
 *
 *     node growing-child.js verbatim|minisearch DIRECTORY QUESTIONS SAVED
 *
 * Prints one row of JSON: how long until it could be asked, what it holds, how quick it is, and for how long at worst
 * the event loop stood still. Whatever is saved for the next start is there when it ends.
 */

const [subject, directory = '', questionsFile = '', saved = ''] = process.argv.slice(2);
const questions = JSON.parse(await readFile(questionsFile, 'utf8')) as readonly string[];

/** The longest time between two turns of the event loop since it was last asked, in ms. */
function watchPauses(): () => number {
  let last = performance.now();
  let longest = 0;
  setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1).unref();
  return () => {
    const found = longest;
    longest = 0;
    last = performance.now();
    return found;
  };
}

const pauses = watchPauses();
const timesOf = async (ask: (question: string) => unknown, asked = questions): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const question of asked) {
    const started = performance.now();
    await ask(question);
    times.push(performance.now() - started);
  }
  return times;
};

const WARMING = 20;
const NEW = 200;
const isNew = 'Zyxander Quillfeather';
const story = (at: number): string =>
  `---\nheadline: Harbour notes, part ${at}\n---\n\n${isNew} number ${at} opened the ${at}th lock of Wexmouth at dawn.\n`;

/** The bot's newsroom, wherever it works. */
async function verbatim(): Promise<object> {
  const started = performance.now();
  const { desk } = await openNewsDesk({
    corpusDir: directory,
    told: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
  const openMs = performance.now() - started;
  const openPause = pauses();
  const rss = process.memoryUsage().rss;
  const ask = (question: string) =>
    desk.run({
      command: 'ask',
      options: { question },
      conversation: 'bench',
      language: 'en',
      operator: false,
    });
  await timesOf(ask, questions.slice(0, WARMING));
  pauses();
  const times = await timesOf(ask);
  const askPause = pauses();

  const before = desk.articles();
  for (let at = 0; at < NEW; at++) await writeFile(join(directory, `new-${process.pid}-${at}.md`), story(at));
  const written = performance.now();
  let wrong = 0;
  let asked = 0;
  while (desk.articles() < before + NEW && performance.now() - written < 60_000) {
    const reply = await ask(questions[asked++ % questions.length] ?? '');
    if (reply.blocks.length === 0) wrong++;
    await sleep(5);
  }
  const foundMs = performance.now() - written;
  const addPause = pauses();
  await desk.close();
  return { openMs, openPause, rss, times, askPause, foundMs, addPause, askedMeanwhile: asked, wrong };
}

const OPTIONS = { fields: ['text'] };

/** MiniSearch as its guide has it: all passages in one go, its index kept as JSON for the next start. */
async function minisearch(): Promise<object> {
  const started = performance.now();
  const index = (await loaded()) ?? (await built());
  const openMs = performance.now() - started;
  const openPause = pauses();
  const rss = process.memoryUsage().rss;
  const ask = (question: string) => index.search(question, { fuzzy: 0.2 });
  await timesOf(ask, questions.slice(0, WARMING));
  await sleep(5);
  pauses();
  const times = await timesOf(async (question) => {
    ask(question);
    await sleep(0);
  });
  return { openMs, openPause, rss, times, askPause: pauses() };
}

async function loaded(): Promise<MiniSearch | null> {
  try {
    return await MiniSearch.loadJSONAsync(await readFile(saved, 'utf8'), OPTIONS);
  } catch {
    return null;
  }
}

async function built(): Promise<MiniSearch> {
  const { articles } = await readCorpus(directory);
  const index = new MiniSearch(OPTIONS);
  await index.addAllAsync(
    articles.flatMap(passagesOf).map(({ id, article, span }) => ({ id, text: textAt(article, span) })),
  );
  const file = createWriteStream(saved);
  await new Promise<void>((resolve) => file.end(JSON.stringify(index), resolve));
  return index;
}

process.stdout.write(`${JSON.stringify(await (subject === 'verbatim' ? verbatim() : minisearch()))}\n`);
process.exit(0);
