import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concordance, createConcordance } from '../../src/check/concordance.ts';
import { type Article, buildArticle } from '../../src/news/article.ts';

const WORDS = ['boat', 'quay', 'tide', 'net', 'gull', 'rope'];
const article = (id: string, words: readonly string[]): Article =>
  buildArticle(id, { headline: id }, [{ paragraphs: [words.join(' ')] }]);

/** Where each word stands: which article, and at which offset. */
const found = (concordance: Concordance) =>
  WORDS.map((word) =>
    Array.from(concordance.placesOf(concordance.formId(word)), (place) => {
      const { article: where, from, to, gone } = concordance.articleAt(place);
      expect(gone).toBe(false);
      expect(place >= from && place < to).toBe(true);
      const start = concordance.startOf(place);
      expect(where.text.slice(start, start + word.length)).toBe(word);
      expect(concordance.placeAt({ article: where, from, to }, start)).toBe(place);
      return `${where.id} ${start}`;
    }).sort(),
  );

describe('a concordance', () => {
  it('whose articles come and go finds what one finds that is made of those that are left', () => {
    const stories = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.boolean()), (texts, stays) => {
        const all = texts.map((words, at) => article(`a${at}`, words));
        const kept = all.filter(() => stays.next().value);
        const concordance = createConcordance(all.slice(0, 2));
        for (const each of all.slice(2)) {
          concordance.add(each);
          found(concordance);
        }
        for (const each of all) if (!kept.includes(each)) concordance.remove(each);
        const fresh = createConcordance(kept);
        expect(found(concordance)).toEqual(found(fresh));
        expect(concordance.size).toBe(fresh.size);
        for (const word of WORDS) {
          const [id, freshId] = [concordance.formId(word), fresh.formId(word)];
          expect(concordance.countOf(id)).toBe(fresh.countOf(freshId));
          expect(concordance.weightOf(id)).toBe(fresh.weightOf(freshId));
        }
      }),
    );
  });

  it('finds words that were added after very many others', () => {
    const long = article(
      'long',
      Array.from({ length: 70_000 }, (_none, at) => WORDS[at % 5] ?? ''),
    );
    const concordance = createConcordance([long]);
    expect(concordance.placesOf(concordance.formId('boat'))).toHaveLength(14_000);
    concordance.add(article('late', ['rope', 'boat']));
    expect(concordance.placesOf(concordance.formId('rope'))).toHaveLength(1);
    expect(concordance.placesOf(concordance.formId('boat'))).toHaveLength(14_001);
    concordance.remove(long);
    expect(concordance.placesOf(concordance.formId('boat'))).toHaveLength(1);
    expect(concordance.formId('tide')).toBe(0);
  });
});
