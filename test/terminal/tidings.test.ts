import { describe, expect, test } from 'vitest';
import { createGazette, tidingsLine } from '../../src/terminal/tidings.ts';

const nothing = { added: [], changed: [], removed: [], problems: [] };

describe('tidings', () => {
  const headlines: Record<string, string> = { ferry: 'Ferry raised', kelp: 'Kelp farm grows' };
  const gazette = () => createGazette((id) => headlines[id], ['ferry', 'gone']);

  test('are told once, by headline', () => {
    const one = gazette();
    one.hear({ ...nothing, added: ['kelp'] });
    one.hear({ ...nothing, changed: ['ferry'] });
    expect(one.take()).toEqual({ ...nothing, added: ['Kelp farm grows'], changed: ['Ferry raised'] });
    expect(one.take()).toEqual(nothing);
  });

  test('of an article that came and went say nothing; of one that was exchanged, that it has changed', () => {
    const one = gazette();
    one.hear({ ...nothing, added: ['kelp'] });
    one.hear({ ...nothing, changed: ['kelp'] });
    one.hear({ ...nothing, removed: ['kelp'] });
    expect(one.take()).toEqual(nothing);
    one.hear({ ...nothing, removed: ['ferry'] });
    one.hear({ ...nothing, added: ['ferry'] });
    expect(one.take()).toEqual({ ...nothing, changed: ['Ferry raised'] });
  });

  test('of what is gone give the last headline that it had', () => {
    const there = new Map([['wreck', 'Wreck found']]);
    const one = createGazette((id) => there.get(id), ['wreck']);
    there.clear();
    one.hear({ ...nothing, removed: ['wreck'] });
    expect(one.take().removed).toEqual(['Wreck found']);
  });

  test('of a file that never was an article say nothing when it goes', () => {
    const one = gazette();
    one.hear({ ...nothing, removed: ['broken'] });
    expect(one.take()).toEqual(nothing);
  });

  test('fit a line, and name a few of many', () => {
    expect(tidingsLine(nothing)).toBeNull();
    expect(tidingsLine({ ...nothing, added: ['Ferry raised'] })).toBe('(1 article added: Ferry raised)');
    expect(tidingsLine({ ...nothing, added: ['a', 'b', 'c', 'd', 'e'], removed: ['f'] })).toBe(
      '(5 articles added: a, b, c, 2 more · 1 article removed: f)',
    );
  });

  test('tell once of files that are no articles, and why', () => {
    const one = gazette();
    one.hear({ ...nothing, problems: [{ file: 'corpus/boat.md', line: 2, message: 'expected a date.' }] });
    expect(tidingsLine(one.take())).toBe('(left out: boat.md, line 2: expected a date.)');
    expect(one.take()).toEqual(nothing);
    const problems = ['a', 'b', 'c'].map((file) => ({ file, message: 'expected text.' }));
    expect(tidingsLine({ ...nothing, changed: ['f'], problems })).toBe(
      '(1 article changed: f · left out: a: expected text. (and 2 more: /corpus list))',
    );
  });
});
