import { describe, expect, it } from 'vitest';
import { articleKey } from '../src/article-key.ts';
import { buildArticle, type Masthead } from '../src/news/article.ts';
import type { SpeakerEntry } from '../src/people/people.ts';
import { suggestArticles, suggestSpeakers } from '../src/suggestions.ts';

const article = (id: string, headline: string, masthead: Partial<Masthead> = {}) =>
  buildArticle(id, { headline, ...masthead }, [{ paragraphs: ['It happened.'] }]);
const speaker = (
  name: string,
  role: string | null = null,
  mentions: readonly string[] = [],
): SpeakerEntry => ({
  name,
  mentions: [name, ...mentions],
  roles: role === null ? [] : [role],
  articles: ['bay'],
  quotations: 1,
  reported: 0,
});

const ARTICLES = [
  article('ferry', 'Ferry crews walk out', { publisher: 'The Courier' }),
  article('roof', 'Library closes after storm'),
  article('zurich', 'Zürich buys the ferry'),
];
const SPEAKERS = [
  speaker('Tilda Marsh', 'the union’s secretary'),
  speaker('Oskar Venn', 'director'),
  speaker('José Núñez'),
  speaker('Marianne Voss'),
];
const articles = (typed: string) => suggestArticles(ARTICLES, typed).map(({ value }) => value);
const speakers = (typed: string) => suggestSpeakers(SPEAKERS, typed).map(({ value }) => value);

describe('suggestions', () => {
  it('are all rows in their order as long as nothing is typed', () => {
    for (const nothing of ['', '  ', '?!']) {
      expect(articles(nothing)).toEqual(['ferry', 'roof', 'zurich']);
      expect(speakers(nothing)).toEqual(['Tilda Marsh', 'Oskar Venn', 'José Núñez', 'Marianne Voss']);
    }
  });

  it.each([
    ['the beginning of a name', 'mar', ['Tilda Marsh', 'Marianne Voss']],
    ['two beginnings', 'os ve', ['Oskar Venn']],
    ['the name without its accents', 'jose nunez', ['José Núñez']],
    ['the name with accents that it lacks', 'vénn', ['Oskar Venn']],
    ['capitals', 'TILDA', ['Tilda Marsh']],
    ['a role', 'secretary', ['Tilda Marsh']],
    ['the middle of a name', 'anne', ['Marianne Voss']],
    ['a wrong letter', 'oskqr', ['Oskar Venn']],
    ['a missing letter', 'tlda', ['Tilda Marsh']],
    ['a letter too many', 'tildda', ['Tilda Marsh']],
    ['two letters swapped', 'oksar', ['Oskar Venn']],
    ['a beginning with a mistake', 'mariqn', ['Marianne Voss']],
    ['two mistakes', 'oksqr', []],
    ['somebody else', 'zelda', []],
    ['one word that fits and one that does not', 'tilda venn', []],
  ])('find a speaker by %s', (_what, typed, expected) => {
    expect(speakers(typed)).toEqual(expected);
  });

  it('find a speaker by any way of naming them, those who are called so first', () => {
    const rows = [
      speaker('Noor Amani', 'Marsh spokeswoman'),
      speaker('Tilda Marsh', null, ['the union’s secretary', 'Mrs. Marsh']),
    ];
    const found = (typed: string) => suggestSpeakers(rows, typed).map(({ value }) => value);
    expect(found('the union')).toEqual(['Tilda Marsh']);
    expect(found('secertary')).toEqual(['Tilda Marsh']);
    expect(found('marsh')).toEqual(['Tilda Marsh', 'Noor Amani']);
    expect(found('marsh spokes')).toEqual(['Noor Amani']);
  });

  it('follow a list that is replaced by another', () => {
    expect(suggestSpeakers([speaker('Tilda Marsh')], 'venn')).toEqual([]);
    expect(suggestSpeakers([speaker('Oskar Venn')], 'venn')).toHaveLength(1);
  });

  it('find an article by its headline, its publisher or its id', () => {
    expect(articles('librar clos')).toEqual(['roof']);
    expect(articles('courier')).toEqual(['ferry']);
    expect(articles('roof')).toEqual(['roof']);
    expect(articles('zurich ferry')).toEqual(['zurich']);
  });

  it('put a word that begins so before one that only holds it, and both before a mistake', () => {
    const rows = ['Karsten', 'Oskarson', 'Oskar'].map((name) => speaker(name));
    expect(suggestSpeakers(rows, 'oska').map(({ value }) => value)).toEqual(['Oskarson', 'Oskar']);
    expect(suggestSpeakers([speaker('Lakars'), speaker('Karst')], 'kars').map(({ value }) => value)).toEqual([
      'Karst',
      'Lakars',
    ]);
    expect(suggestSpeakers([speaker('Oskat'), speaker('Oskar')], 'oskar').map(({ value }) => value)).toEqual([
      'Oskar',
      'Oskat',
    ]);
  });

  it('are at most 25', () => {
    const many = Array.from({ length: 40 }, (_, index) => article(`ferry-${index}`, `Ferry ${index}`));
    expect(suggestArticles(many, '')).toHaveLength(25);
    expect(suggestArticles(many, 'ferry')).toHaveLength(25);
  });

  it('have labels of at most 100 characters that show that they were shortened', () => {
    const headline = `${'Ferry '.repeat(16)}sank`;
    const [whole, short] = suggestArticles([article('a', headline), article('b', `${headline} again`)], '');
    expect(whole!.label).toBe(headline);
    expect(short!.label).toHaveLength(100);
    expect(short!.label).toMatch(/…$/);
    expect(short!.value).toBe('b');
    const [role] = suggestSpeakers([speaker('Tilda Marsh', 'secretary of '.repeat(10))], '');
    expect(role!.label).toMatch(/^Tilda Marsh, secretary.*…$/);
    expect(role!.label.length).toBeLessThanOrEqual(100);
  });

  it('cut no character in half', () => {
    const [one] = suggestArticles([article('a', `${'x'.repeat(98)}😀😀`)], '');
    expect(one!.label).toBe(`${'x'.repeat(98)}…`);
  });

  it('leave out what could not be asked for by its value, before they are counted', () => {
    const unnameable = Array.from({ length: 25 }, (_, index) => article('x'.repeat(101) + index, 'Ferry'));
    expect(suggestArticles([...unnameable, article('a', 'Ferry')], '').map(({ value }) => value)).toEqual([
      'a',
    ]);
    expect(suggestSpeakers([speaker('x'.repeat(101)), speaker('Bo')], '').map(({ value }) => value)).toEqual([
      'Bo',
    ]);
  });

  it('name each speaker once', () => {
    expect(suggestSpeakers([speaker('Smith', 'mayor'), speaker('Smith', 'baker')], '')).toEqual([
      { label: 'Smith, mayor', value: 'Smith' },
    ]);
  });
});

describe('the key of an article', () => {
  const key = (id: string, paragraph: string, headline = 'h') =>
    articleKey(buildArticle(id, { headline }, [{ paragraphs: [paragraph] }]));

  it('is the same for the same words, short, and safe in an address', () => {
    expect(key('bay', 'It sank.')).toBe(key('bay', 'It sank.'));
    expect(key('bay', 'It sank.')).toMatch(/^[\w-]{10}$/);
  });

  it('changes in its end with the text and in its beginning with the id', () => {
    const before = key('bay', 'It sank.');
    const reworded = key('bay', 'It sank!');
    const renamed = key('cove', 'It sank.');
    expect(reworded).not.toBe(before);
    expect(reworded.slice(0, 6)).toBe(before.slice(0, 6));
    expect(renamed.slice(0, 6)).not.toBe(before.slice(0, 6));
    expect(renamed.slice(6)).toBe(before.slice(6));
  });
});
