import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFamilies } from '../../src/news/families.ts';

describe('families', () => {
  it('are those whom ties hold together, whatever came and went', () => {
    const id: fc.Arbitrary<string> = fc.constantFrom(...'abcdef');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.array(id), (pairs, leaving) => {
        const families = createFamilies();
        let edges = pairs.filter(([one, other]) => one !== other);
        const tieAll = () => {
          for (const [one, other] of edges) families.tie(one, other);
        };
        tieAll();
        for (const gone of leaving) {
          edges = edges.filter((edge) => !edge.includes(gone));
          families.leave(gone);
          tieAll();
          expect(families.of(gone)).toEqual([gone]);
        }
        for (const one of 'abcdef') {
          const reached = new Set([one]);
          for (const member of reached)
            for (const edge of edges) if (edge.includes(member)) for (const end of edge) reached.add(end);
          expect(new Set(families.of(one))).toEqual(reached);
          for (const other of 'abcdef')
            if (other !== one) expect(families.areOne(one, other)).toBe(reached.has(other));
        }
        expect(families.none).toBe(edges.length === 0);
      }),
    );
  });

  it('name, when one leaves, those whom it held together, and nobody else', () => {
    const families = createFamilies();
    families.tie('hub', 'one');
    families.tie('hub', 'two');
    families.tie('far', 'away');
    expect(families.leave('one')).toEqual([]);
    families.tie('hub', 'one');
    expect(new Set(families.leave('hub'))).toEqual(new Set(['one', 'two']));
    expect(families.of('one')).toEqual(['one']);
    expect(families.areOne('far', 'away')).toBe(true);
  });

  it('need no more ties than members, however many pairs belong together', () => {
    const families = createFamilies();
    const ids = Array.from({ length: 50 }, (_none, at) => `${at}`);
    for (const one of ids) for (const other of ids) families.tie(one, other);
    expect(ids.reduce((sum, id) => sum + families.tiesOf(id).length, 0)).toBe(2 * 49);
  });
});
