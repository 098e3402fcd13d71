import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesFor, slugOf } from '../../src/intake/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['Ferry sinks in Grey Harbour', 'ferry-sinks-in-grey-harbour'],
    ['Ukraine’s “Non” – Kyiv waits', 'ukraines-non-kyiv-waits'],
    ["Mayor's U.S. trip: 4.5% rise", 'mayors-u-s-trip-4-5-rise'],
    ['Łódź, Ærø, Straße and Þingvellir', 'lodz-aero-strasse-and-thingvellir'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\system.ini', 'c-windows-system-ini'],
    ['Київ чекає', 'article'],
    ['', 'article'],
    ['CON', 'article-con'],
    ['com1', 'article-com1'],
    ['README', 'article-readme'],
    ['Readme: how the council lost its way', 'article-readme-how-the-council-lost-its-way'],
    ['.hidden _x', 'hidden-x'],
    [
      'The council of Westhaven has put off the building of the new harbour bridge for two years',
      'the-council-of-westhaven-has-put-off-the-building-of-the-new',
    ],
    ['A'.repeat(200), 'a'.repeat(60)],
  ])('of %j is %j', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  it('leads nowhere else, whatever the headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(4), (headline, taken) => {
        const names = namesFor(headline, '0123456789abcdef.01234567');
        for (let skipped = 0; skipped < taken; skipped++) names.next();
        const name = String(names.next().value);
        expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|readme.*)$/);
      }),
    );
  });

  it('is another for each article of the same headline', () => {
    const names = namesFor('Weather', '0123456789abcdef.01234567');
    expect([1, 2, 3].map(() => names.next().value)).toEqual([
      'weather',
      'weather-012345',
      'weather-012345-2',
    ]);
  });
});
