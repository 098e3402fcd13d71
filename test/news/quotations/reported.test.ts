import { describe, expect, it } from 'vitest';
import { read, readQuoted, readReported } from './read.ts';

describe('reported speech', () => {
  it.each([
    [
      'a clause with “that”',
      'Ana Moreau said that the bridge would open in May.',
      'that the bridge would open in May',
      'Ana Moreau',
    ],
    [
      'a clause without it',
      'Ana Moreau said the bridge would open in May.',
      'the bridge would open in May',
      'Ana Moreau',
    ],
    [
      '“according to” before it',
      'According to Ana Moreau, the bridge will open in May.',
      'the bridge will open in May',
      'Ana Moreau',
    ],
    [
      '“according to” after it',
      'The bridge will open in May, according to Ana Moreau.',
      'The bridge will open in May',
      'Ana Moreau',
    ],
    [
      'an aside after it',
      'The bridge will open in May, Ana Moreau said.',
      'The bridge will open in May',
      'Ana Moreau',
    ],
  ])('is found in %s', (_where, text, words, who) => {
    expect(readReported(text)).toContainEqual(
      expect.objectContaining({ words, who, grade: 'named', kind: 'indirect' }),
    );
  });

  it('holds the words between marks that stand in it, which are a quotation of their own too', () => {
    const rows = read('Ana Moreau said that the pier was “a danger to every child in this town.”');
    expect(rows.map(({ kind, words, who }) => [kind, words, who])).toEqual([
      ['indirect', 'that the pier was “a danger to every child in this town.”', 'Ana Moreau'],
      ['mixed', 'a danger to every child in this town.', 'Ana Moreau'],
    ]);
  });

  it('is no second row for what is all between marks', () => {
    expect(readReported('“The bridge will open in May,” Ana Moreau said.')).toEqual([]);
  });

  it('ends before a clause that reports all of it', () => {
    const rows = readReported('Ana Moreau argued that the plan was too dear, the Harbour Gazette reported.');
    expect(rows.find(({ who }) => who === 'Ana Moreau')?.words).toBe('that the plan was too dear');
  });

  it('keeps a venue that is told', () => {
    const [row] = readReported('Ana Moreau told the Harbour Gazette that the bridge would open in May.');
    expect(row).toMatchObject({ who: 'Ana Moreau', cue: 'told', venue: 'the Harbour Gazette' });
  });

  it('resolves a pronoun as quotations do', () => {
    const rows = readReported('“We will not wait,” Ana Moreau said.', 'She said that the pier was sinking.');
    expect(rows).toContainEqual(expect.objectContaining({ who: 'Ana Moreau', grade: 'pronoun' }));
  });

  it('is not seen where nobody reports', () => {
    expect(read('The bridge opened on Monday. It is forty metres long, and lorries use it.')).toEqual([]);
  });
});

describe('whose words they are', () => {
  it('of a body stays the body’s', () => {
    const rows = readQuoted('White House officials called the plan “a leap in the dark.”');
    expect(rows).toMatchObject([{ who: 'White House officials', kind: 'mixed' }]);
  });
});
