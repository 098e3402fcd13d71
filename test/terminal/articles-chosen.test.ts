import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { UserError } from '../../src/command.ts';
import type { Options } from '../../src/terminal/arguments.ts';
import { ask } from '../../src/terminal/ask.ts';
import { complete } from '../../src/terminal/completion.ts';
import type { Desk } from '../../src/terminal/desk.ts';
import { quotes } from '../../src/terminal/quotes.ts';
import { openSession } from '../../src/terminal/session.ts';
import { openFixture } from '../fixtures/newsroom.ts';

const newsroom = openFixture();
const QUESTION = 'What did Mayor Ilse Brandt say?';

async function printed(
  run: (desk: Desk, options: Options) => Promise<void>,
  options: Partial<Options>,
  input = '',
): Promise<string> {
  const output = new PassThrough();
  const streams = { input: Readable.from([input]) as PassThrough, output, errors: new PassThrough() };
  await run({ newsroom, commands, streams }, { json: false, batch: false, ...options });
  output.end();
  return text(output);
}

const asked = (options: Partial<Options>) => printed((desk, all) => ask(desk, [QUESTION], all), options);
const batch = (options: Partial<Options>) =>
  printed((desk, all) => ask(desk, [], all), { batch: true, ...options }, `{"question":"${QUESTION}"}\n`);
const rows = (lines: string): readonly Record<string, unknown>[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('verbatim ask', () => {
  it('looks only in the articles that were chosen, for people and for programs', async () => {
    const options = { publisher: 'harrow bay', until: 'Feb 2031' };
    expect(await asked(options)).toMatch(/^Looked only at .* until Feb 2031\.\n\nLibrary closes/);
    for (const lines of [await asked({ ...options, json: true }), await batch(options)])
      expect(rows(lines)).toMatchObject([{ answered: true, answer: { article: 'library-roof' } }]);
    expect(rows(await asked({ json: true, since: '2031-03' }))).toMatchObject([
      { answer: { article: 'ferry-strike' } },
    ]);
  });

  it('says that there is nowhere to look, for people and for programs', async () => {
    const note = 'No article in The Harrow Bay Courier since Apr 2031.';
    const options = { publisher: 'courier', since: '2031-04' };
    expect(await asked(options)).toBe(`${note}\n`);
    for (const lines of [await asked({ ...options, json: true }), await batch(options)])
      expect(rows(lines)).toMatchObject([{ answered: false, answer: null, evidence: [], reason: note }]);
  });

  it.each([
    [{ publisher: 'Gazette' }, /^No single publisher is called “Gazette”/],
    [{ since: 'spring' }, /^since: expected a date/],
    [{ since: '2031', until: '2030' }, /later than until/],
  ])('tells of a mistake: %j', async (options, message) => {
    await expect(asked(options)).rejects.toThrow(UserError);
    await expect(batch(options)).rejects.toThrow(message);
  });
});

describe('verbatim quotes', () => {
  const quoted = (options: Partial<Options>) => printed(quotes, options);

  it('lists those of the articles that were chosen', async () => {
    const found = rows(await quoted({ json: true, speaker: 'brandt', until: '2031-03-03' }));
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) expect(row).toMatchObject({ article: 'library-roof' });
    expect(await quoted({ speaker: 'brandt', since: '2031-03-01' })).toMatch(/^Ferry crews/);
  });

  it('says that there is nowhere to look', async () => {
    expect(await quoted({ until: '2030' })).toBe(
      'No article until 2030. 1 article without a date was left out.\n',
    );
    expect(await quoted({ until: '2030', json: true })).toBe('');
  });
});

describe('at the prompt', () => {
  it('publishers are completed, and chosen by a part of their name', async () => {
    expect(complete('/ask why publisher:har', newsroom, commands)).toEqual([
      ['"The Harrow Bay Courier" '],
      'har',
    ]);
    const session = openSession(newsroom, commands);
    const taken = await session.take(`/ask ${QUESTION} publisher:courier until:16 Feb 2031`);
    expect(taken).toMatchObject({
      reply: { blocks: [{ kind: 'note' }, { article: { id: 'library-roof' } }] },
    });
  });
});
