import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasForms } from '../../src/search/aliases.ts';
import { conceptsAt, indexTerms, tokens } from '../../src/search/terms.ts';

/** The words that a text is searched by. */
const terms = (text: string): readonly string[] =>
  tokens(text)
    .filter(({ stop }) => !stop)
    .map(({ term }) => term);
const words = (text: string): readonly string[] => tokens(text).map(({ word }) => word);
const concepts = (text: string): readonly string[] => conceptsAt(tokens(text)).map(({ concept }) => concept);

describe('terms', () => {
  it.each([
    [
      'an acronym, with dots or in capitals',
      ['U.S.', 'US', 'the us', 'U.S', 'the U.S.’s', 'the US’s', 'US‘s'],
    ],
    ['possessives', ['Zelensky', 'Zelensky’s', "Zelensky's", 'Zelensky‘s', 'Zelensky`s', 'zelensky']],
    ['accents', ['Erdoğan', 'Erdogan', 'ERDOĞAN', 'Erdog\u0306an']],
    ['irregular forms', ['rise', 'rose', 'risen', 'rises', 'rising']],
    ['plurals', ['child', 'children', 'children’s', 'CHILDREN']],
    ['regular forms', ['reject', 'rejected', 'rejecting', 'rejects', 'rejection']],
    ['large numbers', ['1,200', '1200']],
    ['percent', ['percent', '%']],
    ['money', ['$', 'dollar', 'dollars']],
    ['the health organization', ['the WHO', 'W.H.O.', 'WHO’s']],
    ['the Security Council', ['N.S.C.', 'NSC', 'nsc']],
  ])('are the same for %s', (_what, forms) => {
    const first = terms(forms[0]!);
    expect(first.length).toBeGreaterThan(0);
    for (const form of forms) expect(terms(form)).toEqual(first);
  });

  it.each([
    ['us and the U.S.', 'They told us', 'They told the U.S.'],
    ['who and the WHO', 'who knew', 'WHO knew'],
    ['it and IT', 'it failed', 'the IT failed'],
    ['an hour and a prime minister', 'at 5 pm', 'the PM'],
    ['3.5 and 35', '3.5', '35'],
    ['4.5m and 45m', '4.5m', '45m'],
    ['1.200 and 1,200', '1.200', '1,200'],
  ])('tell %s apart', (_what, one, other) => {
    expect(terms(one)).not.toEqual(terms(other));
  });

  it.each([
    ['What did they do about it?', []],
    ['I don’t think they’re here, isn’t it', ['think']],
    ["DON'T do IT to US", ['it.', 'us.']],
    ['He did NOT sign', ['sign']],
    ['WHO SOLD IT TO US?', ['sell']],
    ['a state-of-the-art, cast-iron deal', ['state', 'art', 'cast', 'iron', 'deal']],
    ['17 percent of $2.3 million, 50%', ['17', 'percent', 'dollar', '2.3', 'million', '50', 'percent']],
    ['The end.Next one', ['end', 'next']],
    ['at 9 a.m. and 5 PM', ['9', 'am.', '5', 'pm.']],
    ['日本 🎉 — … “”', ['日本']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('keep stop words as tokens, so that a kind of question can be seen', () => {
    expect(words('Who is the mayor?')).toEqual(['who', 'is', 'the', 'mayor']);
    expect(tokens('Who is the mayor?').map(({ stop }) => stop)).toEqual([true, true, true, false]);
  });

  it('know which words are written with a capital', () => {
    expect(tokens('Mayor brandt of Élan').map(({ capital }) => capital)).toEqual([true, false, false, true]);
  });

  it.each(['constructor', 'valueOf', 'toString', '__proto__', 'hasOwnProperty'])(
    'take %s for a word',
    (word) => {
      expect(tokens(`the ${word} of`)).toHaveLength(3);
    },
  );

  const alphabet = fc.constantFrom(..."aBé’'‘.,-%$ \nU.S.1 23日😀\u0301“”ﷺ½ß");
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: alphabet, maxLength: 40 }));

  it('stand where they say they do: a token’s offsets cut its word out of the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, word, term } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}\p{M}%$€£]/u);
          expect(text.slice(start, end)).not.toMatch(/\s/);
          expect(word).not.toBe('');
          expect(term).not.toMatch(/\s/);
          at = end;
        }
      }),
      { numRuns: 500 },
    );
    expect(tokens('the U.S.’s “Trump‘s” 4.5m').map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 10],
      [12, 19],
      [21, 25],
    ]);
  });

  it('leave no letter or digit out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const covered = tokens(text).reduce(
          (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
          text,
        );
        expect(covered).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('concepts', () => {
  it.each([
    ['the U.S. and the United States of America', ['@us.', '@us.']],
    ['Washington told the E.U.', ['@us.', '@eu']],
    ['a North Korean test', ['@north korea']],
    ['the World Health Organization', ['@who.']],
    ['the WHO', ['@who.']],
    ['the prime minister', ['@pm']],
    ['they told us who came at 5 p.m.', []],
    ['united we stand', []],
  ])('of %s are %j', (text, expected) => {
    expect(concepts(text)).toEqual(expected);
  });

  it('are indexed beside the words that name them', () => {
    expect(indexTerms('the European Union')).toEqual(['european', 'union', '@eu']);
  });

  it('are found for every form of every row', () => {
    for (const forms of aliasForms.values())
      for (const { words: form, concept } of forms) {
        const text = form.join(' ').replace(/^(us|who)\.$/, (acronym) => acronym.toUpperCase());
        expect(concepts(`a ${text}`), text).toEqual([concept]);
      }
  });
});
