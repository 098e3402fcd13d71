import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import type { OpenDesk } from '../../src/desk/here.ts';
import { openDeskThread } from '../../src/desk/host.ts';
import type { DeskCall } from '../../src/news-desk.ts';
import type { News } from '../../src/open.ts';
import type { Reply } from '../../src/reply.ts';
import { until } from '../discord/loopback/waiting.ts';
import { folderFor, namesIn, story } from '../intake/newsagent.ts';

/*
 * The newsroom in a thread of its own, as it is built: whatever is asked of it crosses from one thread to the other
 * and back.
 */

interface Opened extends OpenDesk {
  readonly news: readonly News[];
  readonly failures: readonly Error[];
}

async function deskOver(corpusDir: string): Promise<Opened> {
  const news: News[] = [];
  const failures: Error[] = [];
  const opened = await openDeskThread({
    corpusDir,
    told: (each) => void news.push(each),
    failed: (error) => void failures.push(error),
  });
  onTestFinished(() => opened.desk.close());
  return { ...opened, news, failures };
}

/** Over a corpus of one article, which has been read. */
async function ferryDesk() {
  const directory = await folderFor({ 'ferry.md': story() });
  const opened = await deskOver(directory);
  await until(() => opened.desk.articles() === 1, 'the article to be read');
  return { ...opened, directory };
}

const call = (
  command: string,
  options: DeskCall['options'] = {},
  more: Partial<DeskCall> = {},
): DeskCall => ({
  command,
  options,
  conversation: 'somebody',
  language: 'en',
  ...more,
});

const quoted = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'passage' ? [block.article.text.slice(block.span.start, block.span.end)] : [],
  );
const noted = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));

describe('a newsroom in a thread of its own', () => {
  test('answers, and knows when it was asked', async () => {
    const { desk } = await ferryDesk();
    const reply = await desk.run(call('ask', { question: 'Who was on board of the ferry?' }));
    expect(quoted(reply)[0]).toContain('Nobody was on board');
    expect(desk.lastAsked('somebody')).toBeGreaterThan(0);
    expect(desk.lastAsked('nobody')).toBe(0);
    const outline = await desk.run(call('articles', { article: 'ferry' }, { language: 'de' }));
    expect(JSON.stringify(outline)).toContain('Abschnitt');
  });

  test('suggests what somebody may be typing', async () => {
    const { desk } = await ferryDesk();
    await desk.readAhead();
    expect(await desk.suggest('speaker', 'til')).toMatchObject([{ value: 'Tilda Marsh' }]);
    expect(await desk.suggest('article', 'ferry')).toMatchObject([{ value: 'ferry' }]);
  });

  test('tells a person’s mistake from a fault of ours', async () => {
    const { desk } = await ferryDesk();
    const mistake = desk.run(call('ask', { question: '?!' }));
    await expect(mistake).rejects.toThrow(UserError);
    await expect(mistake).rejects.toThrow(/no words in it/);
    const fault = desk.run(call('dance'));
    await expect(fault).rejects.toThrow('“dance” is missing');
    await expect(fault).rejects.not.toBeInstanceOf(UserError);
    await expect(desk.run(call('articles'))).resolves.toMatchObject({ blocks: [{ kind: 'list' }] });
  });

  test('finds what is put into its directory, and tells of it', async () => {
    const { desk, directory, news } = await ferryDesk();
    await writeFile(join(directory, 'second.md'), story(2));
    await until(() => desk.articles() === 2, 'the second article');
    expect(news.flatMap(({ added }) => added)).toContain('second');
    const found = await desk.run(call('articles', { article: 'second' }));
    expect(JSON.stringify(found)).toContain('Ferry number 2');
    await rm(join(directory, 'second.md'));
    await until(() => desk.articles() === 1, 'the second article to go');
    expect(news.flatMap(({ removed }) => removed)).toEqual(['second']);
  });

  test('changes the articles for operators only', async () => {
    const { desk, directory, news } = await ferryDesk();
    await expect(desk.run(call('corpus list'))).rejects.toThrow(/cannot be changed from here/);
    await writeFile(join(directory, 'broken.json'), '{');
    const isTold = () =>
      news.some(({ problems }) => problems.some(({ file }) => file.endsWith('broken.json')));
    await until(isTold, 'the broken file to be told of');
    const listed = await desk.run(call('corpus list', {}, { operator: true }));
    expect(JSON.stringify(listed)).toContain('broken.json');
    const shown = await desk.run(call('corpus remove', { article: 'ferry' }, { operator: true }));
    const [remove] = shown.actions.filter((action) => action.kind === 'command');
    await desk.run(call(remove!.command, remove!.options, { operator: true }));
    expect(await namesIn(directory)).toEqual(['broken.json']);
    expect(desk.articles()).toBe(0);
  });

  test('tells what is being done', async () => {
    const { desk } = await ferryDesk();
    const told: string[] = [];
    // This machine's own pages are refused before anything is asked for.
    const address = 'http://127.0.0.1:9/story';
    const reply = await desk.run(call('corpus add', { address }, { operator: true }), (text) =>
      told.push(text),
    );
    expect(told[0]).toBe('Fetching from 127.0.0.1:9…');
    expect(noted(reply)[0]).toMatch(/^Not taken: /);
  });

  test('is not opened over a directory that is not there', async () => {
    const directory = join(await folderFor(), 'nowhere');
    const opening = openDeskThread({ corpusDir: directory, told: () => undefined, failed: () => undefined });
    await expect(opening).rejects.toThrow(UserError);
    await expect(opening).rejects.toThrow(/expected a directory of articles/);
  });

  test('answers nobody once it is closed', async () => {
    const { desk, failures } = await ferryDesk();
    await desk.close();
    await expect(desk.run(call('articles'))).rejects.toThrow(/thread has ended/);
    await desk.close();
    expect(failures).toEqual([]);
  });
});
