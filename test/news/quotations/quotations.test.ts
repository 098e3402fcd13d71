import { describe, expect, it } from 'vitest';
import { readQuoted as read } from './read.ts';

describe('who said it', () => {
  it.each([
    ['the name before the verb', '“The bridge will open in May,” Ana Moreau said.', 'Ana Moreau', 'said'],
    [
      'the name after the verb',
      '“The bridge will open in May,” said Ana Moreau, the mayor.',
      'Ana Moreau',
      'said',
    ],
    [
      'the name that opens the sentence',
      'Ana Moreau said, “The bridge will open in May.”',
      'Ana Moreau',
      'said',
    ],
    [
      'a name with a role before it',
      'City engineer Tom Reyes warned that “the northern pier is sinking by the day.”',
      'Tom Reyes',
      'warned',
    ],
    [
      'a description without a name',
      'A senior harbour official described the plan as “a leap in the dark.”',
      'A senior harbour official',
      'described',
    ],
    [
      'the source in “according to”',
      '“The pier is safe for now,” according to Tom Reyes.',
      'Tom Reyes',
      'according to',
    ],
    [
      'the subject before an aside',
      'Ana Moreau, speaking to a full hall, called the delay “a disgrace to this town.”',
      'Ana Moreau',
      'called',
    ],
    [
      'the subject of the main clause',
      'Ana Moreau defended the plan, arguing that “a closed bridge is a closed town.”',
      'Ana Moreau',
      'arguing',
    ],
    [
      'the name beside a description',
      'The mediator, retired judge Ana Moreau, warned of “a very long winter.”',
      'Ana Moreau',
      'warned',
    ],
    [
      'the name beside a long description',
      'A spokesman for the state health department, Tom Reyes, called the pier “a danger to all.”',
      'Tom Reyes',
      'called',
    ],
    [
      'the name after the verb and a description',
      '“It is a death sentence,” said their leader, Graham Tull, on Monday.',
      'Graham Tull',
      'said',
    ],
    ['straight marks', '"The bridge will open in May," Ana Moreau said.', 'Ana Moreau', 'said'],
  ])('is %s', (_why, text, who, cue) => {
    expect(read(text)).toMatchObject([{ who, cue, grade: 'named' }]);
  });

  it('is the fullest name that the article knows, with the role', () => {
    const [quotation] = read('Mayor Ana Moreau spoke at noon.', '“We will not wait,” Moreau said.');
    expect(quotation).toMatchObject({ who: 'Ana Moreau', role: 'Mayor' });
  });

  it('is whoever was named last, quoted or not', () => {
    const found = read(
      '“We will not wait,” said Ana Moreau, a spokeswoman.',
      'Tom Reyes said he did not blame the town.',
      '“I have waited for months,” he said.',
    );
    expect(found[1]).toMatchObject({ who: 'Tom Reyes', grade: 'pronoun' });
  });

  it('is not known where the pronoun does not agree', () => {
    const found = read('“We will not wait,” said Ana Moreau, a spokeswoman.', '“It is late,” he said.');
    expect(found[1]).toMatchObject({ who: 'he', grade: 'unknown' });
  });

  it('is nobody rather than a guess', () => {
    expect(read('“The bridge will open in May, whatever happens to the pier.”')).toMatchObject([
      { who: null, grade: 'unknown' },
    ]);
  });

  it('is not known where a pronoun has nobody to stand for', () => {
    expect(read('“The bridge will open in May,” she said.')).toMatchObject([
      { who: 'she', grade: 'unknown' },
    ]);
  });

  it('is whom the pronoun stands for, and says that it was a pronoun', () => {
    const [, second] = read('“We will not wait,” Ana Moreau said.', '“The pier is sinking,” she added.');
    expect(second).toMatchObject({ who: 'Ana Moreau', grade: 'pronoun' });
  });
});

describe('the words', () => {
  it('of a quotation that a cue interrupts belong together', () => {
    expect(read('“The bridge will open,” Ana Moreau said. “We promised it last year.”')).toMatchObject([
      { words: 'The bridge will open … We promised it last year.', who: 'Ana Moreau' },
    ]);
  });

  it('come without marks and without the comma before the closing mark', () => {
    expect(read('“We will not wait,” Ana Moreau said.')[0]?.words).toBe('We will not wait');
  });

  it('between scare quotes that nobody is said to have said are a term', () => {
    expect(read('The so-called “sky walk” opened on Monday.')).toMatchObject([{ kind: 'term', who: null }]);
  });

  it('are told from inches', () => {
    expect(read('The plank was 6" wide and 9" long, the builder found.')).toEqual([]);
  });
});

describe('the venue', () => {
  it('is whom it was told', () => {
    expect(read('“We will not wait,” Ana Moreau told the Harbour Gazette.')[0]?.venue).toBe(
      'the Harbour Gazette',
    );
  });

  it('is a newspaper with what it is', () => {
    expect(read('“We will not wait,” Ana Moreau told the Danish newspaper Ekstra Bladet.')[0]?.venue).toBe(
      'the Danish newspaper Ekstra Bladet',
    );
  });

  it('is the event, not the weekday', () => {
    expect(read('“We will not wait,” Ana Moreau said on Friday at the Bridge Forum.')[0]?.venue).toBe(
      'at the Bridge Forum',
    );
  });
});
