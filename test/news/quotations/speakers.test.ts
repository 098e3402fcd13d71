import { describe, expect, it } from 'vitest';
import { readQuoted as read, read as readAll } from './read.ts';

/** The speaker of the last quotation in some paragraphs. */
const last = (...paragraphs: string[]) => read(...paragraphs).at(-1);

describe('one name for one person', () => {
  it('with an initial and without', () => {
    expect(last('Ana J. Moreau, the mayor, spoke.', '“We wait,” Moreau said.')).toMatchObject({
      who: 'Ana J. Moreau',
      role: 'mayor',
    });
  });

  it('is that of whoever was named last where two share a surname, and says that it was inferred', () => {
    const quotation = last(
      'Ana Moreau met her brother.',
      'Paul Moreau came late.',
      '“We wait,” Moreau said.',
    );
    expect(quotation).toMatchObject({ who: 'Paul Moreau', grade: 'inferred' });
  });

  it.each([
    ['before what is reported', 'The dean, Bram Oosterveld, said that the hall would stay shut.'],
    ['at the end', '“Nobody has asked us for the boats,” said the dean, Bram Oosterveld.'],
    ['before the verb', '“Nobody has asked us for the boats,” the dean, Bram Oosterveld, said.'],
  ])('is that beside a role, which is kept: %s', (_where, text) => {
    expect(readAll(text)).toContainEqual(expect.objectContaining({ who: 'Bram Oosterveld', role: 'dean' }));
  });

  it('is not that of the next in a list, nor of whom the sentence goes on with', () => {
    const [quotation] = read(
      '“Nobody has asked,” said the dean, Bram Oosterveld, and the warden, Tove Aldersey.',
    );
    expect(quotation?.who).not.toBe('Tove Aldersey');
    const [report] = readAll(
      'According to the dean, Bram Oosterveld left the hall before the votes were counted.',
    );
    expect(report?.who).toBe('the dean');
  });

  it('is known where only the role is named later', () => {
    const quotation = last('The dean, Bram Oosterveld, said that it was late.', '“We wait,” the dean said.');
    expect(quotation).toMatchObject({ who: 'Bram Oosterveld', grade: 'inferred' });
  });

  it('is not that of somebody who works for whoever is described, nor of a place named beside them', () => {
    const works = last(
      'Tove Aldersey, the chief surveyor of the Senn River Board, spoke.',
      '“We will wait for the boats,” the board said.',
    );
    expect(works?.who).toBe('the board');
    const beside = readAll(
      'The wind tore at the roofs of Harrow Bay, the weather service said.',
      'The storm would last, the weather service said.',
    );
    expect(beside.map(({ who }) => who)).toEqual(['the weather service', 'the weather service']);
  });

  it('is a description without what is told of it in passing', () => {
    const quotation = last('“We wait,” said the exchange, which has been shut since the fire.');
    expect(quotation?.who).toBe('the exchange');
  });

  it('begins with the particle that a hyphen joins to it', () => {
    expect(last('Karim al-Nasri bakes.', '“We wait,” al-Nasri said.')).toMatchObject({
      who: 'Karim al-Nasri',
      role: null,
    });
  });

  it('leaves out what only stands before it once', () => {
    expect(last('Ana Moreau spoke.', 'Rival Ana Moreau said, “We will wait for the boats.”')?.who).toBe(
      'Ana Moreau',
    );
  });

  it('has no role made of the sentence before', () => {
    expect(
      last('He left the U.S. While Ana Moreau said, “We will wait for the boats,” he sailed.'),
    ).toMatchObject({
      who: 'Ana Moreau',
      role: null,
    });
  });

  it('does not run over the end of a sentence', () => {
    expect(last('They met in Harrow Bay. Paul Moreau said, “We will wait for the boats.”')?.who).toBe(
      'Paul Moreau',
    );
  });

  it('is not the place that a person goes to', () => {
    const quotation = last('“We will wait for the boats,” said Paul Moreau during a visit to Harrow Bay.');
    expect(quotation).toMatchObject({ who: 'Paul Moreau' });
  });

  it('comes before the title that follows it', () => {
    const quotation = last('“We will wait for the boats,” said Paul Moreau, the Harbor Secretary.');
    expect(quotation).toMatchObject({ who: 'Paul Moreau', role: 'Harbor Secretary' });
  });

  it('has no word for a role that only opens a sentence', () => {
    expect(last('But Paul Moreau said, “We will wait for the boats.”')).toMatchObject({
      who: 'Paul Moreau',
      role: null,
    });
  });

  it('is found for a description that fits one person only', () => {
    const quotation = last(
      'Former foreign minister Paul Moreau was there.',
      '“We will wait for the boats,” the former foreign minister said.',
    );
    expect(quotation).toMatchObject({ who: 'Paul Moreau', grade: 'inferred' });
  });
});

describe('a pronoun', () => {
  const both = ['Tilda Marsh and the mayor met.', 'Oskar Venn, a spokesman, had left.'] as const;

  it('goes back to whoever was just quoted', () => {
    expect(last('“We will not wait,” said Tilda Marsh.', '“It is late,” she said.')).toMatchObject({
      who: 'Tilda Marsh',
      grade: 'pronoun',
    });
  });

  it('passes over those of the other sex', () => {
    expect(last(...both, '“It is late,” she said.')?.who).toBe('Tilda Marsh');
    expect(last(...both, '“It is late,” he said.')?.who).toBe('Oskar Venn');
  });

  it('is never a body', () => {
    expect(last('The Harrow Bay Council met.', '“It is late,” he said.')).toMatchObject({
      who: 'he',
      grade: 'unknown',
    });
  });

  it('that is nobody’s is given as it stands', () => {
    expect(last('“It is late,” they said.')).toMatchObject({ who: 'they', grade: 'unknown' });
  });
});

describe('“what she called”', () => {
  it.each([
    ['Tilda Marsh struck the deal in what she called “a moment of weakness.”', /^(?:Tilda Marsh|she)$/],
    ['Moreau attacked what Tilda Marsh called “a long list of lies” about the pier.', /^Tilda Marsh$/],
    ['The union walked out over what Tilda Marsh called “the worst timetable in years.”', /^Tilda Marsh$/],
    ['The mayor, in what he called “a moment of weakness,” agreed.', /^(?:The mayor|he)$/],
  ])('gives the words to whoever called it so: %s', (text, who) => {
    expect(last(text)?.who).toMatch(who);
  });
});

describe('a quotation without a cue of its own', () => {
  it('goes on with the one before it in its paragraph', () => {
    expect(read('“We will not wait,” Ana Moreau said. “The pier is sinking.”')).toHaveLength(1);
  });

  it('goes on over a paragraph that ends without a closing mark', () => {
    const rows = read(
      'Ana Moreau said: “The pier is sinking. It has been for years.',
      '“Nobody listened to us. Now they will.”',
    );
    expect(rows).toMatchObject([
      {
        words: 'The pier is sinking. It has been for years. … Nobody listened to us. Now they will.',
        who: 'Ana Moreau',
      },
    ]);
  });

  it('is that of whoever a colon announces', () => {
    expect(
      last(
        'Ana Moreau wrote to the council:',
        '“The pier is sinking, and nobody has looked at it for years.”',
      ),
    ).toMatchObject({
      who: 'Ana Moreau',
      grade: 'inferred',
    });
  });

  it('is that of whoever signs it', () => {
    expect(last('“The pier is sinking, and nobody has looked at it for years.” — Ana Moreau')).toMatchObject({
      who: 'Ana Moreau',
    });
    expect(
      last('“The pier is sinking, and nobody has looked at it for years.”', '— Ana Moreau'),
    ).toMatchObject({ who: 'Ana Moreau' });
  });
});
