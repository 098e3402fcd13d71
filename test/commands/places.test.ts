import { describe, expect, it } from 'vitest';
import { countPlaces, placeNamed, writePlaces } from '../../commands/places.ts';
import { encodeCall } from '../../src/discord/custom-id.ts';
import { buildArticle, textAt } from '../../src/news/article.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { boldIn, notesIn, press, replyTo } from './replies.ts';

const harbour = buildArticle('harbour', { headline: 'Harbour bridge to close' }, [
  { paragraphs: ['The bridge closes on Monday.', 'Ships wait outside.', 'The bridge opens in May.'] },
]);
const ferry = buildArticle('ferry', { headline: 'Ferry to run at night' }, [
  { paragraphs: ['A ferry crosses while the bridge is shut.', 'It takes forty people.'] },
]);
const newsroom = createNewsroom([harbour, ferry], createMiniSearchEngine());

const place = (article: typeof harbour, words: string) => {
  const start = article.text.indexOf(words);
  return { article, sentence: { start, end: start + words.length } };
};
const PLACES = [
  place(harbour, 'The bridge closes on Monday.'),
  place(harbour, 'The bridge opens in May.'),
  place(ferry, 'A ferry crosses while the bridge is shut.'),
];

describe('places on a button', () => {
  it('are read back in their order', () => {
    const at = writePlaces(PLACES);
    expect(countPlaces({ at })).toBe(3);
    PLACES.forEach(({ article, sentence }, index) => {
      const found = placeNamed(newsroom, { at, number: index + 1 }, ENGLISH);
      expect(found.article).toBe(article);
      expect(textAt(found.article, found.sentence)).toBe(textAt(article, sentence));
    });
  });

  it('are as many as a custom id has room for, beside how much is shown around them', () => {
    const far = Array.from({ length: 20 }, (_, index) => ({
      article: index % 2 === 0 ? harbour : ferry,
      sentence: { start: 123_456 + index, end: 123_999 + index },
    }));
    const at = writePlaces(far);
    expect(countPlaces({ at })).toBeGreaterThan(1);
    const call = { command: 'passage', options: { at, number: 9, around: 20 }, inPlace: true };
    expect(encodeCall(call)).toBeDefined();
  });

  it('that are none of an article as it is now are said to be gone', () => {
    const at = writePlaces([
      place(buildArticle('harbour', { headline: 'X' }, [{ paragraphs: ['Changed.'] }]), 'Changed.'),
    ]);
    expect(() => placeNamed(newsroom, { at, number: 1 }, ENGLISH)).toThrow(/has changed or gone/);
    expect(() => placeNamed(newsroom, { at: 'nonsense', number: 1 }, ENGLISH)).toThrow(/Expected a place/);
    expect(() => placeNamed(newsroom, { at: writePlaces(PLACES), number: 4 }, ENGLISH)).toThrow(
      /Expected a place/,
    );
  });
});

describe('the next passage', () => {
  it('comes in the answer’s place, and leads back', async () => {
    const answer = await replyTo(newsroom, 'ask', { question: 'When does the bridge close?' });
    expect(boldIn(answer)).toEqual(['The bridge closes on Monday.']);
    const next = await press(newsroom, answer, 'Next passage')!;
    expect(boldIn(next)).not.toEqual(boldIn(answer));
    expect(notesIn(next)[0]).toMatch(/^Passage 2 of \d$/);
    const back = await press(newsroom, next, 'Previous passage')!;
    expect(boldIn(back)).toEqual(boldIn(answer));
  });

  it('keeps its place among the others while more is shown around it', async () => {
    const answer = await replyTo(newsroom, 'ask', { question: 'When does the bridge close?' });
    const next = await press(newsroom, answer, 'Next passage')!;
    const more = await press(newsroom, next, 'More context')!;
    expect(boldIn(more)).toEqual(boldIn(next));
    expect(notesIn(more)).toEqual(notesIn(next));
  });
});
