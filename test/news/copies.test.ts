import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle } from '../../src/news/article.ts';
import { createCopies } from '../../src/news/copies.ts';

/** Sentences of one made-up language: two different numbers share no run of five words. */
const sentence = (seed: number): string =>
  Array.from({ length: 12 }, (_none, at) => `w${(seed * 7919 + at * 104_729 + seed * at) % 99_991}`).join(
    ' ',
  );
const story = (...seeds: readonly number[]): string => seeds.map(sentence).join('. ');
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_none, at) => from + at);

const article = (id: string, text: string) => buildArticle(id, { headline: id }, [{ paragraphs: [text] }]);
function family(texts: Readonly<Record<string, string>>, of: string): readonly string[] {
  const copies = createCopies();
  for (const [id, text] of Object.entries(texts)) copies.put(article(id, text));
  return copies
    .familyOf(of)
    .map(({ id }) => id)
    .sort();
}

const whole = story(...range(0, 20));

describe('copies', () => {
  it.each([
    ['the same words', whole, true],
    ['other capitals and marks', whole.toUpperCase().replaceAll('.', ' —'), true],
    ['a line of its own at the end', `${whole}. ${sentence(900)}`, true],
    ['a correction in the middle', whole.replace(sentence(9), sentence(901)), true],
    ['its second half cut away', story(...range(0, 10)), true],
    ['as much again of its own', story(...range(0, 20), ...range(500, 520)), true],
    ['the beginning of a much longer one', story(...range(0, 20), ...range(500, 560)), false],
    ['a quarter of it, quoted', story(...range(0, 5), ...range(500, 515)), false],
    ['nothing in common', story(...range(500, 520)), false],
  ])('knows a text with %s', (_what, text, expected) => {
    expect(family({ one: whole, other: text }, 'one')).toEqual(expected ? ['one', 'other'] : ['one']);
  });

  it('are of one family where each is a copy of another', () => {
    const texts = {
      a: story(...range(0, 20)),
      b: story(...range(5, 25)),
      c: story(...range(10, 30)),
    };
    expect(family(texts, 'a')).toEqual(['a', 'b', 'c']);
  });

  it.each(['Page not found', '', '…', 'One two three four five six'])(
    'of few words (%j) are only those with just these words',
    (text) => {
      expect(family({ a: text, b: `${text} today` }, 'a')).toEqual(['a']);
    },
  );

  it('of few words are found where they are the same', () => {
    expect(family({ a: 'The mayor has no comment.', b: 'The mayor has no comment' }, 'a')).toEqual([
      'a',
      'b',
    ]);
  });

  it('are forgotten when they are removed, and taken up again as they are now', () => {
    const copies = createCopies();
    copies.put(article('a', whole));
    copies.put(article('b', whole));
    expect(copies.none).toBe(false);
    copies.put(article('b', story(...range(500, 520))));
    expect(copies.none).toBe(true);
    expect(copies.familyOf('a').map(({ id }) => id)).toEqual(['a']);
    copies.remove('b');
    copies.remove('never');
    expect(copies.familyOf('b')).toEqual([]);
  });

  it('are known again from what was saved of them, and go on as if nothing had been', () => {
    const seeds = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 8 })), {
      maxLength: 8,
    });
    const texts = (drawn: readonly (readonly [number, number])[]) =>
      drawn.map(([block, from]) => story(...range(block * 100 + from, block * 100 + from + 12)));
    fc.assert(
      fc.property(seeds, seeds, (before, after) => {
        const known = texts(before).map((text, at) => article(`old-${at}`, text));
        const copies = createCopies();
        for (const one of known) copies.put(one);
        const again = createCopies(copies.save());
        for (const one of known) again.put(one);
        for (const each of [copies, again]) {
          for (const [at, text] of texts(after).entries()) each.put(article(`new-${at}`, text));
          each.remove('old-1');
          each.put(article('old-0', whole));
        }
        const families = (each: typeof copies) =>
          ['old-0', 'old-2', 'new-0', 'new-1'].map((id) =>
            each
              .familyOf(id)
              .map((one) => one.id)
              .sort(),
          );
        expect(families(again)).toEqual(families(copies));
        expect([...again.save()].sort()).toEqual([...copies.save()].sort());
      }),
    );
  });

  it('are not read again when what was saved of them is known', () => {
    const copies = createCopies();
    for (const id of ['a', 'b']) copies.put(article(id, whole));
    const again = createCopies(copies.save());
    for (const id of ['a', 'b']) {
      const unread = Object.defineProperty({ ...article(id, whole) }, 'text', {
        get: () => expect.unreachable('the text was read'),
      });
      again.put(unread);
    }
    expect(again.familyOf('a').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are found whichever part of a third is cut away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 1_000 }), (from, seed) => {
        const all = range(seed * 100, seed * 100 + 20);
        const kept = [...all.slice(0, from), ...all.slice(from + 6)];
        expect(family({ a: story(...all), b: story(...kept) }, 'a')).toEqual(['a', 'b']);
      }),
    );
  });
});
