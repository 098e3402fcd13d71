import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Person, peopleIn } from '../../src/people/people.ts';
import { articleOf, byId, rowOf } from './rows.ts';

const bay = articleOf(
  'bay',
  'Dr. Ada J. Quill, the harbor master, spoke. “Boats float,” she said. Quill said boats were wet and “very blue.”',
  'The harbor master added: “Tides turn.”',
  'Brandt said: “Fine.” The spokesman said: “No comment.” Ada Quill sings.',
);
const cove = articleOf(
  'cove',
  '“Nets hold,” said ADA QUILL. The spokesman said: “Later.” Brandt said: “Good.” Ilse Brandt left.',
);
const name = 'Ada J. Quill';
const bayRows = [
  rowOf(bay, 'Boats float', { by: name, mention: 'she', role: 'the harbor master' }),
  rowOf(bay, 'boats were wet and “very blue', { by: name, mention: 'Quill', cue: 'said', kind: 'indirect' }),
  rowOf(bay, 'very blue', { by: name, mention: 'Quill', kind: 'mixed' }),
  rowOf(bay, 'Tides turn', { by: name, mention: 'The harbor master' }),
  rowOf(bay, 'Fine', { by: 'Brandt' }),
  rowOf(bay, 'No comment', { by: 'The spokesman' }),
];
const coveRows = [
  rowOf(cove, 'Nets hold', { by: 'ADA QUILL' }),
  rowOf(cove, 'Later', { by: 'The spokesman' }),
  rowOf(cove, 'Good', { by: 'Brandt' }),
];
const articles = byId(bay, cove);
const people = peopleIn([...bayRows, ...coveRows], articles);
const quill = people[0]!;

describe('the people of a corpus', () => {
  it('are one entry for one full name in all articles, whatever its capitals, title and initial', () => {
    expect(quill).toMatchObject({
      name: 'Ada J. Quill',
      names: ['Ada J. Quill', 'ADA QUILL'],
      roles: ['the harbor master'],
      articles: ['bay', 'cove'],
    });
  });

  it('are known by every way of naming them, but by no pronoun', () => {
    expect(quill.mentions).toEqual(['Ada J. Quill', 'ADA QUILL', 'Quill', 'The harbor master']);
  });

  it('are not merged across articles by a bare surname or a description', () => {
    const counts = people.map((person) => [person.name, person.articles]);
    for (const bare of ['Brandt', 'The spokesman']) {
      expect(counts).toContainEqual([bare, ['bay']]);
      expect(counts).toContainEqual([bare, ['cove']]);
    }
  });

  it('are counted by what they say between marks and by what is reported, each statement once', () => {
    // The clause with “very blue” in it is one quotation, not a quotation and a report.
    expect(quill).toMatchObject({ quotations: 4, reported: 0 });
    const [withoutFragment] = peopleIn(
      bayRows.filter(({ kind }) => kind !== 'mixed'),
      articles,
    );
    expect(withoutFragment).toMatchObject({ quotations: 2, reported: 1 });
  });

  it('do not hold those to whom only a title or a scare quote is given', () => {
    const term = rowOf(bay, 'Fine', { by: 'Brandt', kind: 'term' });
    expect(peopleIn([term], articles)).toEqual([]);
  });

  const bush = (written: string, id: string) => {
    const article = articleOf(id, `${written} said: “Read my lips.”`);
    return { article, row: rowOf(article, 'Read my lips', { by: written }) };
  };
  const namesOf = (...written: readonly string[]) => {
    const all = written.map((each, index) => bush(each, `article-${index}`));
    return peopleIn(
      all.map(({ row }) => row),
      byId(...all.map(({ article }) => article)),
    ).map((person) => person.names);
  };

  it('with and without a middle initial are one where nobody else has another', () => {
    expect(namesOf('Ada J. Quill', 'Ada Quill', 'Ada J Quill')).toHaveLength(1);
  });

  it('with different initials are different people, and the one without is neither', () => {
    expect(namesOf('Otto W. Brandt', 'Otto H. W. Brandt', 'Otto Brandt')).toHaveLength(3);
  });

  it('are the same whatever order the articles are read in', () => {
    const rows = [...bayRows, ...coveRows];
    const essence = (all: readonly Person[]) =>
      all
        .map(({ name, names, mentions, roles, quotations, reported, articles: where }) => {
          return { name, names, mentions, roles, quotations, reported, where: [...where].sort() };
        })
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(essence(peopleIn(shuffled, articles))).toEqual(essence(people));
      }),
    );
  });
});
