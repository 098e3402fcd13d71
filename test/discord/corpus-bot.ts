import { readdir } from 'node:fs/promises';
import { expect, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Environment } from '../../src/environment.ts';
import { type LibrarianOptions, openLibrarian } from '../../src/intake/librarian.ts';
import { openReader } from '../../src/intake/reading.ts';
import { openNewsroom } from '../../src/open.ts';
import { fetcherWith } from '../fetching/server.ts';
import { folderFor } from '../intake/newsagent.ts';
import { startBot } from './in-process.ts';
import type { Answered } from './loopback/asking.ts';
import { GUILD } from './loopback/places.ts';
import { buttonsOf, type Message } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';
import { wordsOf } from './reading.ts';

/** A bot over a corpus on the disk, which is watched, and can be changed from the usual server. */

const reader = openReader();

interface Setting {
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Partial<Environment>;
  readonly librarian?: Partial<LibrarianOptions>;
}

export async function botOver({ files = {}, environment, librarian: options }: Setting = {}) {
  const directory = await folderFor({ 'notes.bak': '', ...files });
  const { newsroom, close } = await openNewsroom({ corpusDir: directory, watching: () => undefined });
  // Files that have just been written are left alone for a moment.
  await until(() => newsroom.articles.length === Object.keys(files).length, 'the articles to be read');
  const librarian = openLibrarian({
    directory,
    files: 'uploads',
    fetcher: fetcherWith(),
    reader,
    isThere: (id) => newsroom.article(id)?.id === id,
    ...options,
  });
  const bot = await startBot({
    commands,
    newsroom,
    librarian,
    environment: { corpusServers: [GUILD], ...environment },
  });
  onTestFinished(async () => {
    await bot.close();
    await librarian.close();
    await close();
    expect(bot.discord.violations).toEqual([]);
  });
  const { discord, log } = bot;
  /** What is shown once no more is said of progress. */
  const after = async (asked: Promise<Answered>): Promise<Message> => {
    const { exchange } = await asked;
    const last = (): Message | undefined => exchange.messages.at(-1);
    await discord.until(() => !/…$/.test(wordsOf(last())), 'the end of the work');
    return { ...last()! };
  };
  return { discord, directory, newsroom, librarian, log, after };
}

export const labelsOf = (message: Message): readonly (string | undefined)[] =>
  buttonsOf(message).map(({ label }) => label);
export const isPrivate = ({ flags }: Message): boolean => (flags & 64) !== 0;
export const articlesIn = async (directory: string): Promise<readonly string[]> =>
  (await readdir(directory)).filter((name) => name.endsWith('.md')).sort();

export const HEADLINE = 'Ferry number 1 sinks in Grey Harbour';
export const SLUG = 'ferry-number-1-sinks-in-grey-harbour';
