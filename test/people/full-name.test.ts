import { describe, expect, it } from 'vitest';
import { fullName } from '../../src/people/full-name.ts';

const keyOf = (written: string) => fullName(written)?.key ?? null;

describe('a full name', () => {
  it.each([
    ['capitals', 'TILDA MARSH', 'Tilda Marsh'],
    ['accents', 'José Núñez', 'Jose Nunez'],
    ['letters that are not taken apart', 'Jørgen Łasek', 'Jorgen Lasek'],
    ['a title', 'Mayor Ilse Brandt', 'Ilse Brandt'],
    ['several titles', 'Former Vice President Ilse Brandt', 'Ilse Brandt'],
    ['a possessive', 'Oskar Venn’s', 'Oskar Venn'],
    ['a possessive of an s', 'Ada Hobbs’', 'Ada Hobbs'],
    ['the kind of apostrophe', 'Ann O’Hara', "Ann O'Hara"],
    ['a middle initial', 'Tilda R. Marsh', 'Tilda Marsh'],
    ['two initials', 'Tilda R.S. Marsh', 'Tilda Marsh'],
    ['the article of an office', 'the Harbor Office', 'Harbor Office'],
  ])('is the same whatever %s', (_what, one, other) => {
    expect(keyOf(one)).not.toBeNull();
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['is spelled otherwise', 'Volodymyr Zelenskyy', 'Volodymyr Zelensky'],
    ['is a son’s', 'Oskar Venn', 'Oskar Venn Jr.'],
    ['has a middle name', 'Rosa Lindqvist', 'Rosa Maria Lindqvist'],
    ['has another particle', 'Anna van Dam', 'Anna Dam'],
  ])('is another where it %s', (_what, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it.each([
    ['a bare surname', 'Brandt'],
    ['a title with a surname', 'Mayor Brandt'],
    ['titles alone', 'The President'],
    ['a description', 'the spokesman'],
    ['a description of an office', 'a U.S. Coast Guard official'],
    ['somebody’s somebody', 'Brandt’s lawyer'],
    ['somebody’s office', 'Brandt’s Campaign'],
    ['nothing', ''],
    ['marks', '“…”'],
  ])('is not %s', (_what, written) => {
    expect(fullName(written)).toBeNull();
  });

  it('of a pope or a king keeps the title, having nothing else', () => {
    expect([keyOf('Pope Anselm'), keyOf('King Olaf')]).toEqual(['pope anselm', 'king olaf']);
  });

  it('tells its initials apart from its key', () => {
    expect(fullName('Ada J. Quill')).toEqual({ key: 'ada quill', initials: 'j' });
    expect(fullName('Ada H. W. Quill')).toEqual({ key: 'ada quill', initials: 'hw' });
    expect(fullName('Malcolm X')).toEqual({ key: 'malcolm x', initials: '' });
  });
});
