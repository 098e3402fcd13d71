import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../src/search/lexicon.ts';
import { type Passage, passagesOf } from '../../src/search/passages.ts';
import { articleOf, somePassages, WORDS } from './shelf.ts';

const lexiconOf = (...paragraphs: readonly string[]) => {
  const lexicon = createLexicon();
  lexicon.add(passagesOf(articleOf('bay', ...paragraphs)));
  return lexicon;
};

describe('the lexicon', () => {
  it('counts sentences, and those that hold a term, once each', () => {
    const lexicon = lexiconOf('The ferry and the ferry sank. Nobody drowned.', 'Ferries sink.');
    expect(lexicon.sentences).toBe(3);
    expect(new Map(lexicon.terms()).get('ferri')).toBe(2);
    expect(lexicon.knows('ferri')).toBe(true);
    expect(lexicon.knows('kelp')).toBe(false);
    expect(lexicon.knows('the')).toBe(false);
  });

  it('holds the concepts that are named in a text', () => {
    expect(lexiconOf('Kyiv agreed.').knows('@ukraine')).toBe(true);
    expect(lexiconOf('Nobody agreed.').knows('@ukraine')).toBe(false);
  });

  it('calls a term rarer, the fewer sentences hold it, and one that is nowhere the rarest', () => {
    const lexicon = lexiconOf('Storm. Storm. Storm tide. Storm tide kelp.');
    const rarities = ['storm', 'tide', 'kelp', 'gull'].map((term) => lexicon.rarity(term));
    expect(rarities).toEqual([...rarities].sort((a, b) => a - b));
    expect(new Set(rarities).size).toBe(4);
    expect(rarities.every((rarity) => rarity > 0)).toBe(true);
  });

  it('knows a name by its capital where grammar asks for none', () => {
    const lexicon = lexiconOf(
      'Storm winds met Mayor Brandt. Brandt left in the storm. Ferries wait. A ferry came.',
    );
    expect(lexicon.isName('brandt')).toBe(true);
    expect(lexicon.isName('storm')).toBe(false);
    expect(lexicon.isName('ferri')).toBe(false);
    expect(lexicon.isName('nobody')).toBe(false);
  });

  it('takes a word that only ever opens sentences for no name', () => {
    expect(lexiconOf('Ferries wait. Ferries leave.').isName('ferri')).toBe(false);
  });

  it('still knows a name that often opens a sentence', () => {
    expect(lexiconOf('Brandt left. Brandt came. They met Brandt.').isName('brandt')).toBe(true);
  });

  it('is as it was when what was added is removed again', () => {
    const views = (lexicon: ReturnType<typeof createLexicon>) => ({
      sentences: lexicon.sentences,
      terms: [...lexicon.terms()].sort(),
      rarities: WORDS.map((word) => lexicon.rarity(word)),
      names: [...lexicon.terms()].map(([term]) => [term, lexicon.isName(term)]).sort(),
    });
    fc.assert(
      fc.property(somePassages, somePassages, (first, others) => {
        const lexicon = createLexicon();
        lexicon.add(first);
        const before = views(lexicon);
        const second: readonly Passage[] = others;
        lexicon.add(second);
        lexicon.remove(second);
        expect(views(lexicon)).toEqual(before);
        lexicon.remove(first);
        expect(lexicon.sentences).toBe(0);
        expect([...lexicon.terms()]).toEqual([]);
      }),
    );
  });
});
