import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { readCorpus } from '../src/corpus.ts';
import { openNewsDesk } from '../src/desk/open.ts';
import { staySmall } from '../src/discord/tidying.ts';
import { textAt } from '../src/news/article.ts';
import type { Reply } from '../src/reply.ts';
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
/** One after another; in between, the event loop gets its turn. */
const timesOf = async (ask: (question: string) => unknown, asked = questions): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const question of asked) {
    const started = performance.now();
    await ask(question);
    times.push(performance.now() - started);
    await sleep(1);
  }
  return times;
};

const WARMING = 20;
const NEW = 200;
const LONGEST_WAIT = 600_000;
const nameOf = (at: number): string => `Zyxander${at.toString(36)}`;
const story = (at: number): string =>
  `---\nheadline: Harbour notes, part ${at}\n---\n\n${nameOf(at)} opened lock number ${at} of Wexmouth at dawn.\n`;

/** The bot's newsroom, wherever it works. */
async function verbatim(): Promise<object> {
  staySmall();
  const started = performance.now();
  const { desk } = await openNewsDesk({
    corpusDir: directory,
    told: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
  const openMs = performance.now() - started;
  await sleep(5);
  const openPause = pauses();
  const rss = process.memoryUsage().rss;
  const ask = (question: string): Promise<Reply> =>
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

  // What is asked all the while is answered from the first article that came, and never from nothing.
  const before = desk.articles();
  const files = Array.from({ length: NEW }, (_none, at) => join(directory, `new-${at}.md`));
  for (const [at, file] of files.entries()) await writeFile(file, story(at));
  const written = performance.now();
  let isFirstThere = false;
  let wrong = 0;
  while (desk.articles() < before + NEW) {
    const isFound = isAbout(await ask(`Who opened lock number 0 of Wexmouth?`), nameOf(0));
    if (isFirstThere && !isFound) wrong++;
    isFirstThere ||= isFound;
    await ask(questions[Math.floor(performance.now()) % questions.length] ?? '');
    await sleep(5);
    if (performance.now() - written > LONGEST_WAIT) throw new Error('the new articles are not found');
  }
  const foundMs = performance.now() - written;
  const addPause = pauses();
  for (let at = 0; at < NEW; at += 20)
    if (!isAbout(await ask(`What did ${nameOf(at)} open?`), nameOf(at))) wrong++;
  await Promise.all(files.map((file) => rm(file)));
  while (desk.articles() > before) await sleep(50);
  await desk.close();
  return { openMs, openPause, rss, times, askPause, foundMs, addPause, wrong };
}

const isAbout = ({ blocks }: Reply, name: string): boolean =>
  blocks.some((block) => block.kind === 'passage' && textAt(block.article, block.span).includes(name));

const OPTIONS = { fields: ['text'] };

/** MiniSearch as its guide has it: all passages in one go, its index kept as JSON for the next start. */
async function minisearch(): Promise<object> {
  const started = performance.now();
  const index = (await loaded()) ?? (await built());
  const openMs = performance.now() - started;
  await sleep(5);
  const openPause = pauses();
  const rss = process.memoryUsage().rss;
  const ask = (question: string) => index.search(question, { fuzzy: 0.2 });
  await timesOf(ask, questions.slice(0, WARMING));
  pauses();
  const times = await timesOf(ask);
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
