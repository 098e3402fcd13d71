import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle, textAt } from '../../src/news/article.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { headingText, type Passage, passagesOf } from '../../src/search/passages.ts';
import { indexTerms } from '../../src/search/terms.ts';
import { articleOf, somePassages, WORDS } from './shelf.ts';

const query = (...words: readonly string[]) =>
  words.flatMap((word) => indexTerms(word)).map((term) => ({ term, weight: 1 }));
const ALL = { limit: 1_000 };

/** What any engine must do, whichever library is behind it. */
export function engineContract(name: string, createEngine: () => SearchEngine): void {
  const engineWith = (passages: readonly Passage[]): SearchEngine => {
    const engine = createEngine();
    engine.add(passages);
    return engine;
  };
  const found = (engine: SearchEngine, ...words: readonly string[]) =>
    engine.search(query(...words), ALL).map(({ id }) => id);
  const scored = (engine: SearchEngine, words: readonly string[]) =>
    engine
      .search(query(...words), ALL)
      .map(({ id, score }) => [id, score.toFixed(9)])
      .sort();

  const [ferry, kelp, both] = passagesOf(
    buildArticle('bay', { headline: 'News' }, [
      { paragraphs: ['The ferry sank.'] },
      { heading: 'Why?', paragraphs: ['The kelp grew.'] },
      { heading: 'Gull watch', paragraphs: ['Ferry and kelp, said the mayor.'] },
    ]),
  ) as [Passage, Passage, Passage];
  const passages = [ferry, kelp, both];

  describe(`${name}, as a search engine,`, () => {
    it('finds the passages that hold a term, in whatever form it is written', () => {
      const engine = engineWith(passages);
      expect(found(engine, 'sinking')).toEqual([ferry.id]);
      expect(found(engine, 'mayors')).toEqual([both.id]);
      expect(found(engine, 'ferry').sort()).toEqual([ferry.id, both.id].sort());
    });

    it('finds a passage by a word of its heading', () => {
      expect(found(engineWith(passages), 'gulls')).toContain(both.id);
    });

    it('prefers a passage that says it to one that is only headed so', () => {
      const said = passagesOf(articleOf('said', 'The gull came back on Monday.')) as [Passage];
      const headed = passagesOf(
        buildArticle('headed', { headline: 'News' }, [
          { heading: 'The gull came', paragraphs: ['It rained for most of Monday.'] },
        ]),
      ) as [Passage];
      expect(found(engineWith([...headed, ...said]), 'gull')).toEqual([said[0].id, headed[0].id]);
    });

    it('finds a concept of several words by its one term', () => {
      const [north] = passagesOf(articleOf('north', 'Pyongyang fired.')) as [Passage];
      const engine = engineWith([...passages, north]);
      expect(engine.search([{ term: '@north korea', weight: 1 }], ALL).map(({ id }) => id)).toEqual([
        north.id,
      ]);
    });

    it('finds nothing for no terms and for terms that no passage holds', () => {
      const engine = engineWith(passages);
      expect(engine.search([], ALL)).toEqual([]);
      expect(found(engine, 'zebra')).toEqual([]);
      expect(found(createEngine(), 'ferry')).toEqual([]);
    });

    it('puts first the passage that holds more of the terms', () => {
      expect(found(engineWith(passages), 'ferry', 'kelp', 'mayor')[0]).toBe(both.id);
    });

    it('listens to the weight of a term', () => {
      const engine = engineWith([ferry, kelp]);
      const weighted = (ferryWeight: number, kelpWeight: number) =>
        engine.search(
          [
            { term: query('ferry')[0]!.term, weight: ferryWeight },
            { term: query('kelp')[0]!.term, weight: kelpWeight },
          ],
          { limit: 1 },
        )[0]?.id;
      expect(weighted(5, 1)).toBe(ferry.id);
      expect(weighted(1, 5)).toBe(kelp.id);
    });

    it('gives at most as many hits as were asked for, the best ones', () => {
      const engine = engineWith(passages);
      const all = engine.search(query('ferry', 'kelp'), ALL);
      expect(all).toHaveLength(3);
      expect(engine.search(query('ferry', 'kelp'), { limit: 2 })).toEqual(all.slice(0, 2));
      expect(engine.search(query('ferry'), { limit: 0 })).toEqual([]);
    });

    it('searches among some passages only, before it counts them', () => {
      const hits = engineWith(passages).search(query('ferry', 'kelp', 'mayor'), {
        limit: 1,
        within: (id) => id === kelp.id,
      });
      expect(hits.map(({ id }) => id)).toEqual([kelp.id]);
    });

    it('counts its passages, and leaves one that it holds already as it is', () => {
      const engine = engineWith(passages);
      expect(engine.size).toBe(3);
      engine.add([ferry, kelp]);
      expect(engine.size).toBe(3);
      expect(found(engine, 'sank')).toEqual([ferry.id]);
    });

    it('forgets what is removed, passes over what it never held, and takes it back', () => {
      const engine = engineWith(passages);
      engine.remove([ferry, ...passagesOf(articleOf('nobody', 'The ferry sank.'))]);
      engine.remove([ferry]);
      expect(engine.size).toBe(2);
      expect(found(engine, 'ferry')).toEqual([both.id]);
      engine.add([ferry]);
      expect(engine.size).toBe(3);
      expect(found(engine, 'sank')).toEqual([ferry.id]);
    });

    it('gives equal passages in the order of their ids, however they were added', () => {
      const twins = ['c', 'a', 'b'].flatMap((id) => passagesOf(articleOf(id, 'The ferry sank.')));
      const ids = twins.map(({ id }) => id).sort();
      expect(found(engineWith(twins), 'ferry')).toEqual(ids);
      expect(found(engineWith([...twins].reverse()), 'ferry')).toEqual(ids);
    });

    const someTerms = fc.uniqueArray(fc.constantFrom(...WORDS, 'zebra'), { maxLength: 4 });

    it('finds a passage exactly when a term stands in it, its headings or its neighbours', () => {
      fc.assert(
        fc.property(somePassages, someTerms, (all, words) => {
          const engine = engineWith(all);
          const hits = engine.search(query(...words), ALL);
          const asked = query(...words).map(({ term }) => term);
          const holding = all.filter((passage) => {
            const spans = [passage.span, ...passage.neighbours];
            const texts = spans.map((span) => textAt(passage.article, span));
            const held = [...texts, headingText(passage), passage.article.headline].flatMap(indexTerms);
            return asked.some((term) => held.includes(term));
          });
          expect(hits.map(({ id }) => id).sort()).toEqual(holding.map(({ id }) => id).sort());
          expect(engine.search(query(...words), ALL)).toEqual(hits);
          hits.forEach(({ score }, at) => {
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Number.POSITIVE_INFINITY);
          });
        }),
      );
    });

    it('finds the same passages, as strongly, after some were removed as if they had never been added', () => {
      fc.assert(
        fc.property(somePassages, someTerms, fc.integer({ min: 1, max: 4 }), (all, words, every) => {
          const kept = all.filter((_, index) => index % every !== 0);
          const engine = engineWith(all);
          engine.remove(all.filter((_, index) => index % every === 0));
          expect(scored(engine, words)).toEqual(scored(engineWith(kept), words));
          expect(engine.size).toBe(kept.length);
        }),
      );
    });
  });
}
