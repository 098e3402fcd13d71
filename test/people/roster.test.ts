import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import { peopleIn } from '../../src/people/people.ts';
import { createRoster } from '../../src/people/roster.ts';
import { isSpeaker } from '../../src/speakers.ts';
import { articleOf, byId, rowOf } from './rows.ts';

const article = articleOf(
  'bay',
  'Dr. Ada Quill, a former foreign minister of the island, said one. Otto Quill, the baker, said two.',
  'Brandt spokeswoman Noor Amani said three. Mayor Ilse Brandt said four. Tilda J. Marsh of the union said five.',
  'A senior harbor official said six. The White House said seven. White House spokesman Bo Lund said eight.',
);
const rows: readonly Quotation[] = [
  rowOf(article, 'one', { by: 'Ada Quill', role: 'a former foreign minister of the island' }),
  rowOf(article, 'two', { by: 'Otto Quill', role: 'the baker' }),
  rowOf(article, 'three', {
    by: 'Noor Amani',
    mention: 'Brandt spokeswoman Noor Amani',
    role: 'Brandt spokeswoman',
  }),
  rowOf(article, 'four', { by: 'Ilse Brandt', role: 'Mayor' }),
  rowOf(article, 'five', { by: 'Tilda J. Marsh' }),
  rowOf(article, 'six', { by: 'A senior harbor official' }),
];
const spoken = rowOf(article, 'eight', { by: 'Bo Lund', role: 'White House spokesman' });
const roster = createRoster(peopleIn([...rows, spoken], byId(article)));
const named = (typed: string) => roster.named(typed).map(({ name }) => name);

describe('somebody who is quoted', () => {
  it.each([
    ['the surname', 'amani', ['Noor Amani']],
    ['the full name in small letters', 'ilse brandt', ['Ilse Brandt']],
    ['a possessive', 'Amani’s', ['Noor Amani']],
    ['the first name', 'tilda', ['Tilda J. Marsh']],
    ['the name without its initial', 'tilda marsh', ['Tilda J. Marsh']],
    ['the name with its initial', 'Tilda J. Marsh', ['Tilda J. Marsh']],
    ['an office', 'the foreign minister', ['Ada Quill']],
    ['an office and the name', 'foreign minister quill', ['Ada Quill']],
    ['a description', 'the harbor official', ['A senior harbor official']],
    ['a surname that two people share', 'quill', ['Ada Quill', 'Otto Quill']],
    // A spokeswoman of Brandt is not Brandt.
    ['a name that also stands in another’s description', 'brandt', ['Ilse Brandt']],
    ['the description that it stands in', 'brandt spokeswoman', ['Noor Amani']],
    // Nobody else speaks for it here.
    ['whom they speak for, where nobody is called so', 'White House', ['Bo Lund']],
    ['a name of which a part is wrong', 'tilda quill', []],
    ['another initial', 'Tilda K. Marsh', []],
    ['a small word', 'the', []],
    ['nothing', '', []],
  ])('is found by %s', (_what, typed, expected) => {
    expect(named(typed)).toEqual(expected);
  });

  it.each([
    [3, 'Brandt', true],
    [3, 'the mayor', true],
    [2, 'Brandt', false],
    [2, 'the spokeswoman', true],
    [2, 'Amani', true],
    [0, 'a minister', true],
    [0, 'Otto Quill', false],
    [0, 'the', false],
    [0, '', false],
  ])('fits the %sth quotation when typed as %j: %s', (index, typed, fits) => {
    expect(isSpeaker(rows[index]!, typed, byId(article))).toBe(fits);
  });

  it('is nobody where the speaker or the article is not known', () => {
    expect(isSpeaker({ ...rows[0]!, speaker: null }, 'Quill', byId(article))).toBe(false);
    expect(isSpeaker(rows[0]!, 'Quill', byId())).toBe(false);
  });
});
