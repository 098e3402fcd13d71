import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { UserError } from '../../src/command.ts';
import { check } from '../../src/terminal/check.ts';
import { articles, openFixture } from '../fixtures/newsroom.ts';

const newsroom = openFixture();

async function printed(
  words: readonly string[],
  options: { json: boolean; speaker?: string },
): Promise<string> {
  const output = new PassThrough();
  const streams = { input: new PassThrough(), output, errors: new PassThrough() };
  await check({ newsroom, commands, streams }, words, { batch: false, ...options });
  output.end();
  return text(output);
}

it('a row holds the verdict, whose words they are and the slices that its offsets name', async () => {
  const row = JSON.parse(await printed(['Somebody', 'steers well asleep'], { json: true, speaker: 'Marsh' }));
  expect(row).toMatchObject({
    quote: 'Somebody steers well asleep',
    speaker: 'Marsh',
    verdict: 'altered',
    altered: true,
    article: 'ferry-strike',
    quotations: [{ text: 'Nobody steers well asleep', speaker: { name: 'Tilda Marsh' } }],
    diff: [
      { kind: 'added', text: 'Somebody' },
      { kind: 'missing', text: 'Nobody' },
      { kind: 'kept', text: 'steers well asleep' },
    ],
    nearest: null,
  });
  const article = articles.find(({ id }) => id === row.article)!;
  for (const { text: words, start, end } of row.diff)
    if (start !== undefined) expect(words).toBe(article.text.slice(start, end));
});

it.each([
  ['Nobody steers well asleep', {}, { verdict: 'exact', extent: 'whole' }],
  ['Nobody steers well asleep', { speaker: 'Brandt' }, { verdict: 'somebody-else', altered: false }],
  ['Talks resume on Thursday', {}, { verdict: 'not-speech', said: 'none', quotations: [] }],
  ['Zebras gallop', {}, { verdict: 'not-found', article: null, diff: [], also: [], nearest: null }],
])('%s %j is one line: %j', async (quote, options, expected) => {
  const out = await printed([quote], { json: true, ...options });
  expect(out.split('\n')).toHaveLength(2);
  expect(JSON.parse(out)).toMatchObject(expected);
});

it('text for people begins with the verdict', async () => {
  expect(await printed(['nobody steers well asleep'], { json: false })).toMatch(/^Exact, word for word\./);
});

it.each([[[]], [['  ']], [['!?']], [['x '.repeat(1_500)]]])(
  '%j is a mistake that is told of',
  async (words) => {
    await expect(printed(words, { json: true })).rejects.toThrow(UserError);
  },
);
