import { describe, expect, it } from 'vitest';
import { read, readQuoted } from './read.ts';

/** The speaker of the last quotation in some paragraphs. */
const last = (...paragraphs: string[]) => readQuoted(...paragraphs).at(-1);

describe('“he” or “she” is whoever spoke just before, although not between marks', () => {
  it.each([
    ['the dean', 'dean'],
    ['the skipper', 'skipper'],
    ['the harbour master', 'harbour master'],
    ['the museum’s curator', 'museum’s curator'],
  ])('named beside a role: %s', (role, kept) => {
    const theRole = role.replace(/^t/, 'T');
    const quotation = last(
      'Halina Prentis said that the boats would stay in.',
      `${theRole}, Bram Oosterveld, said that nobody had asked. “There was time enough for a letter,” he said.`,
    );
    expect(quotation).toMatchObject({ who: 'Bram Oosterveld', role: kept, grade: 'pronoun' });
  });

  it('named before a role', () => {
    const quotation = last(
      'Halina Prentis said that the boats would stay in.',
      'Tove Aldersey, the warden, said that the slip was icy. “We salted it at four in the morning,” she said.',
    );
    expect(quotation).toMatchObject({ who: 'Tove Aldersey', role: 'warden' });
  });

  it('after many who are only named', () => {
    const quotation = last(
      'Bram Oosterveld said that the walls were sound. He thanked Tove Aldersey, Corin Vance, Halina Prentis and Sorrel Hythe. He said that the roof came next. “It leaks in three places,” he said.',
    );
    expect(quotation?.who).toBe('Bram Oosterveld');
  });

  it('rather than somebody whom the quotation speaks of', () => {
    const quotation = last(
      'Bram Oosterveld said that the walls were sound. “I saw Corin Vance climb up there with a lamp,” he said.',
    );
    expect(quotation?.who).toBe('Bram Oosterveld');
  });

  it('also where he or she is reported', () => {
    const rows = read('Tove Aldersey said that the slip was icy. She said that they had salted it at four.');
    expect(rows.at(-1)).toMatchObject({ who: 'Tove Aldersey', grade: 'pronoun' });
  });
});

describe('“he” or “she” is never', () => {
  it('a place that the speaker is from', () => {
    const quotation = last(
      'Tove Aldersey, who mends nets in Upper Senn, said that she was tired. “The sea took the rest of it,” she said.',
    );
    expect(quotation?.who).toBe('Tove Aldersey');
  });

  it('a place that is only ever named as one', () => {
    const quotation = last(
      'Doctor Thessaly Marn is 71.',
      'She rides a bicycle that the council of Outer Senn gave her.',
      '“I meant to stop long ago,” she said.',
    );
    expect(quotation?.who).not.toBe('Outer Senn');
  });

  it('people of a trade, whose capital is that of the sentence', () => {
    const quotation = last('Glaziers found the crack on Monday. “It runs from end to end,” she said.');
    expect(quotation).toMatchObject({ who: 'she', grade: 'unknown' });
  });

  it('an acronym, also one that speaks', () => {
    const quotation = last('The NHF said that it would pay. “It is a fair price,” he said.');
    expect(quotation).toMatchObject({ who: 'he', grade: 'unknown' });
  });

  it('somebody whom a title elsewhere tells to be of the other sex', () => {
    const quotation = last('Thessaly Marn left. Ms Marn said that it was over. “It is not,” he said.');
    expect(quotation).toMatchObject({ who: 'he', grade: 'unknown' });
  });
});

describe('“Mr” and “Ms”', () => {
  it('tell namesakes apart', () => {
    const two = ['Anna Moreau met her brother.', 'Paul Moreau came late.'];
    expect(last(...two, '“We wait,” Ms Moreau said.')).toMatchObject({ who: 'Anna Moreau', grade: 'named' });
    expect(last(...two, '“We wait,” Mr Moreau said.')).toMatchObject({ who: 'Paul Moreau', grade: 'named' });
  });
});
