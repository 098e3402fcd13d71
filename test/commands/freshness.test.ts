import { describe, expect, it } from 'vitest';
import { createNewsroom } from '../../src/newsroom.ts';
import type { NoteBlock, Reply } from '../../src/reply.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { GERMAN } from '../../src/words/german.ts';
import { articles, kelp } from '../fixtures/newsroom.ts';
import { notesIn, replyTo } from './replies.ts';

/** The strike is of 4 March 2031, the storm of 11 February. */
const STRIKE = 'Why are the crews striking?';
const STORM = 'How many books were soaked?';

const on = (day: string, read = articles) =>
  createNewsroom(read, createMiniSearchEngine(), undefined, () => Date.parse(`${day}T12:00:00Z`));
const ask = (day: string, question: string, options: Readonly<Record<string, string>> = {}) =>
  replyTo(on(day), 'ask', { question, ...options });
const asides = ({ blocks }: Reply): readonly string[] =>
  blocks
    .filter((block): block is NoteBlock => block.kind === 'note' && block.tone === 'aside')
    .map(({ text }) => text);

describe('how far the articles go', () => {
  it('is said below an answer that is older than thirty days, by the newest article of all', async () => {
    expect(asides(await ask('2031-03-13', STORM))).toEqual([]);
    expect(asides(await ask('2031-03-14', STORM))).toEqual(['newest article: 4 Mar 2031']);
    const { blocks } = await ask('2031-03-14', STORM);
    expect(blocks.at(-1)).toMatchObject({ kind: 'note', tone: 'aside' });
  });

  it('is not said of news', async () => {
    expect(asides(await ask('2031-03-14', STRIKE))).toEqual([]);
    expect(asides(await ask('2031-03-03', STRIKE))).toEqual([]);
  });

  it('is said of the newest among those that were looked in', async () => {
    for (const options of [{ article: 'library-roof' }, { until: '2031-02' }])
      expect(asides(await ask('2031-06-01', STORM, options)).slice(1)).toEqual([
        'newest article: 11 Feb 2031',
      ]);
  });

  it('is not said where the answer has no date', async () => {
    expect(asides(await ask('2040-01-01', 'how many tons of kelp were harvested'))).toEqual([]);
  });

  it('is said where the articles do not say, and even the newest is old', async () => {
    const unknown = 'Who won the chess tournament in Reykjavik?';
    expect(asides(await ask('2031-04-04', unknown))).toEqual(['newest article: 4 Mar 2031']);
    expect(asides(await ask('2031-04-03', unknown))).toEqual([]);
    const undated = await replyTo(on('2040-01-01', [kelp]), 'ask', { question: unknown });
    expect(asides(undated)).toEqual([]);
  });

  it('is of no use to a question that names nothing', async () => {
    expect(asides(await ask('2040-01-01', 'is it the one?'))).toEqual([]);
  });

  it('is not said of quotations', async () => {
    expect(notesIn(await replyTo(on('2040-01-01'), 'quote', { speaker: 'marsh' }))).toEqual([]);
  });

  it('is said in the reader’s language', async () => {
    const reply = await replyTo(on('2040-01-01'), 'ask', { question: STORM }, 'leserin', GERMAN);
    expect(asides(reply)).toEqual(['neuester Artikel: 4. März 2031']);
  });
});
