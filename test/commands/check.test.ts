import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { buildArticle, textAt } from '../../src/news/article.ts';
import { articles, openFixture } from '../fixtures/newsroom.ts';
import {
  comparisonsIn,
  expectCallable,
  expectOwnWords,
  kindsOf,
  listsIn,
  notesIn,
  press,
  quotationsIn,
  replyTo,
  shownIn,
} from './replies.ts';

const newsroom = openFixture();
const check = (quote: string, speaker?: string) =>
  replyTo(newsroom, 'check', { quote, ...(speaker !== undefined && { speaker }) });

describe('checking', () => {
  it.each([
    [
      'Nobody steers well asleep',
      undefined,
      'Exact, word for word. The article attributes the words to Tilda Marsh.',
      ['note', 'quotation'],
    ],
    [
      'eleven hours of sleep',
      'Marsh',
      'Exact, word for word: part of a longer quotation. The article attributes the words to Tilda Marsh.',
      ['note', 'quotation'],
    ],
    [
      'We are asking for … sleep',
      undefined,
      'Exact, with words left out. The article attributes the words to Tilda Marsh.',
      ['note', 'comparison'],
    ],
    [
      'Somebody steers well asleep',
      undefined,
      'Altered: the article’s words differ. The article attributes the words to Tilda Marsh.',
      ['note', 'comparison'],
    ],
    [
      'Nobody steers well asleep',
      'Brandt',
      'Somebody else’s: these words are by Tilda Marsh, not by “Brandt”.',
      ['note', 'quotation'],
    ],
    [
      'An island without a ferry is a prison',
      'Marsh',
      'Probably somebody else’s: these words are by “she”, who seems to be Ilse Brandt, not “Marsh”.',
      ['note', 'quotation'],
    ],
    [
      'Nobody ever steers well asleep',
      'Brandt',
      'Somebody else’s: nearly these words are by Tilda Marsh, not by “Brandt”.',
      ['note', 'comparison'],
    ],
    [
      'Talks resume on Thursday',
      undefined,
      'Not a quotation: these words are the article’s own, and it quotes nobody with them.',
      ['note', 'passage'],
    ],
    [
      'the reading room would be “bigger',
      undefined,
      'Not a quotation as it stands: only some of these words are between quotation marks, the others are the article’s own.',
      ['note', 'passage', 'quotation'],
    ],
    ['zebras gallop', undefined, 'Not found: the articles quote nobody with these words.', ['note']],
  ])('“%s”, by %s: %s', async (quote, speaker, note, kinds) => {
    const reply = await check(quote, speaker);
    expectOwnWords(newsroom, reply);
    expect(notesIn(reply)).toEqual([note]);
    expect(kindsOf(reply)).toEqual(kinds);
    reply.actions.forEach(expectCallable);
  });

  it('shows the true words beside those that were given', async () => {
    const [block] = comparisonsIn(await check('Somebody steers well asleep'));
    expect(
      block!.runs.map((run) => (run.kind === 'added' ? `-${run.text}` : textAt(block!.article, run.span))),
    ).toEqual(['-Somebody', 'Nobody', 'steers well asleep']);
  });

  it('marks words of the article’s own in their sentence', async () => {
    expect(shownIn(await check('Talks resume on Thursday'))).toEqual([
      'Talks resume on Thursday at 9 a.m. in the customs house.',
    ]);
  });

  it('says which words of a sentence were looked for', async () => {
    const reply = await check('“Nobody steers well asleep,” the union said.');
    expect(notesIn(reply)[0]).toBe('“Nobody steers well asleep,”');
    expect(kindsOf(reply)).toEqual(['note', 'note', 'quotation']);
  });

  it('says when the article does not make clear who said it', async () => {
    const sign = openFixture([
      buildArticle('sign', { headline: 'Sign' }, [
        { paragraphs: ['“The tide waits for nobody in this bay.”'] },
      ]),
    ]);
    const options = { quote: 'the tide waits for nobody in this bay' };
    expect(notesIn(await replyTo(sign, 'check', options))[0]).toMatch(
      /does not make clear whose words these are\.$/,
    );
    expect(notesIn(await replyTo(sign, 'check', { ...options, speaker: 'Quill' }))[0]).toMatch(
      /does not make clear whether the words are “Quill”’s\.$/,
    );
  });

  it('warns of a "not" in what was left out', async () => {
    const reply = await check('We are not asking … We are asking for eleven hours of sleep');
    expect(notesIn(reply)[0]).toMatch(/^Exact, with words left out\./);
    const part = await check('asking for the moon');
    expect(notesIn(part)[0]).toMatch(/^Altered/);
    const later = await check('for the moon');
    expect(notesIn(later)[0]).toMatch(/Note the “not” in the rest of the sentence\.$/);
  });

  it('names other articles that have the same words', async () => {
    const copies = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) =>
      buildArticle(id, { headline: `Paper ${id}` }, [
        { paragraphs: ['“Fish are late this year,” Ada Quill said.'] },
      ]),
    );
    const [list] = listsIn(await replyTo(openFixture(copies), 'check', { quote: 'Fish are late this year' }));
    expect(list!.items.map(({ text }) => text)).toEqual([
      'Paper b',
      'Paper c',
      'Paper d',
      'Paper e',
      'Paper f',
      '2 more',
    ]);
  });

  it('leads on to what stands around it, and to what else the speaker said', async () => {
    const reply = await check('Nobody steers well asleep');
    expect(shownIn((await press(newsroom, reply, 'More context'))!)[0]).toContain('tired crews');
    expect(quotationsIn((await press(newsroom, reply, 'Quotes by Tilda Marsh'))!)).toHaveLength(2);
  });

  it('is as sure of another speaker as the article is', async () => {
    const harbour = openFixture([
      buildArticle('harbour', { headline: 'Harbour' }, [
        {
          paragraphs: [
            'Glaziers came on Monday. “It runs from end to end of the hall,” he said.',
            'The warden, Tove Aldersey, said that the slip was icy.',
            '“We salted it at four in the morning,” the warden said.',
          ],
        },
      ]),
    ]);
    const verdict = async (quote: string) =>
      notesIn(await replyTo(harbour, 'check', { quote, speaker: 'Vance' }))[0];
    expect(await verdict('We salted it at four in the morning')).toBe(
      'Probably somebody else’s: these words seem to be by Tove Aldersey, not by “Vance”, but the article does not say so outright.',
    );
    // “He” is nobody whom the article names, and may be Vance.
    expect(await verdict('It runs from end to end of the hall')).toBe(
      'Exact, word for word. The article does not make clear whether the words are “Vance”’s.',
    );
  });

  it.each(['', '  ', '“…”', '?!', '😀'])('of %j says that there is nothing to check', async (quote) => {
    await expect(check(quote)).rejects.toThrow(UserError);
    await expect(check(quote)).rejects.toThrow('Type what somebody is said to have said.');
  });

  it('finds every quotation of the fixtures to be exact', async () => {
    for (const quotation of newsroom.quotations()) {
      if (quotation.kind === 'indirect') continue;
      const article = articles.find(({ id }) => id === quotation.article)!;
      const quote = quotation.spans.map((span) => textAt(article, span)).join(' ');
      expect(notesIn(await check(quote))[0]).toMatch(/^Exact, word for word/);
    }
  });

  it('has nothing to find when there are no articles', async () => {
    expect(notesIn(await replyTo(openFixture([]), 'check', { quote: 'Fish are late' }))).toEqual([
      'Not found: the articles quote nobody with these words.',
    ]);
  });
});
