import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/news/parse/json.ts';
import { complaintOf, paragraphsOf, shapeOf } from './shape.ts';

const complaint = (contents: string) => complaintOf(() => parseJson('a', contents));
const of = (fields: object): string => JSON.stringify({ headline: 'h', sections: [], ...fields });

describe('a JSON article', () => {
  it('keeps its paragraphs to the letter, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const all = [...paragraphs, ' Two  blanks,\ttabs\nand “marks” stay. '];
        expect(paragraphsOf(parseJson('a', of({ sections: [{ paragraphs: all }] })))).toEqual(
          all.filter((text) => text.trim() !== ''),
        );
      }),
    );
  });

  it('has headings where its sections have them', () => {
    const contents = of({
      sections: [
        { paragraphs: ['One.'] },
        { heading: 'Why', paragraphs: ['Two.', 'Three.'] },
        { heading: null, paragraphs: [] },
      ],
    });
    expect(shapeOf(parseJson('a', contents))).toEqual([
      [null, 'One.'],
      ['Why', 'Two.', 'Three.'],
    ]);
  });

  it('reads the masthead, and leaves fields that it does not know alone', () => {
    const fields = {
      publisher: 'The Courier',
      published: '2031-03-04T08:00:00Z',
      url: 'https://courier.example/a',
    };
    const contents = of({ ...fields, mood: 7, sections: [{ paragraphs: ['One.'] }] });
    expect(parseJson('a', contents)).toMatchObject({ id: 'a', headline: 'h', ...fields });
  });

  it.each([
    ['[1, 2]', /expected an object .* got a list/],
    ['null', /got null/],
    ['"text"', /got "text"/],
    ['{"sections": []}', /expected "headline"/],
    ['{"headline": "", "sections": []}', /expected "headline"/],
    ['{"headline": 7, "sections": []}', /`headline`: expected text, got number 7/],
    ['{"headline": "h"}', /"sections": expected a list .* got nothing/],
    ['{"headline": "h", "sections": {}}', /"sections": .* got an object/],
    [of({ sections: ['x'] }), /"sections"\[0\]: .* got "x"/],
    [
      of({ sections: [{ paragraphs: ['a'] }, { paragraphs: 'b' }] }),
      /"sections"\[1\]\."paragraphs": .* got "b"/,
    ],
    [
      of({ sections: [{ paragraphs: ['a', 1] }] }),
      /"sections"\[0\]\."paragraphs"\[1\]: expected text, got number 1/,
    ],
    [of({ sections: [{ heading: ['a'], paragraphs: [] }] }), /"sections"\[0\]\."heading": .* got a list/],
    [of({ sections: [] }), /at least one paragraph/],
    [of({ sections: [{ heading: 'Why', paragraphs: [' '] }] }), /at least one paragraph/],
    [of({ published: 'March', sections: [] }), /`published`: expected a date .* got "March"/],
    [of({ url: 'javascript:alert(1)', sections: [] }), /`url`: expected an address/],
  ])('%s is refused with what was expected and what was got', (contents, message) => {
    expect(complaint(contents).message).toMatch(message);
  });

  it.each([
    ['a bare word', '{\n"headline": "h",\n"sections": [oops]\n}', 3],
    ['a comma too many', '{\n"headline": "h",\n}', 3],
    ['a comma too few', '{\n"headline": "h"\n"sections": []\n}', 3],
    ['a line break in a text', '{"headline": "h\n", "sections": []}', 1],
    ['an end too early', '{\n"headline": "h",\n"sections": [', 3],
    ['something after the end', '{"headline": "h"}\n\n}', 3],
    ['a text that is never closed', '{\n"headline": "h\\u00', 2],
    ['nothing', '', 1],
  ])('with %s is refused, naming the line', (_what, contents, line) => {
    expect(complaint(contents)).toMatchObject({ line, message: expect.stringMatching(/^expected JSON: ./) });
  });

  it('that is longer than two of the longest articles is not parsed', () => {
    expect(complaint(`{"headline": "h", "x": [${'[],'.repeat(700_000)}[]]}`).message).toMatch(
      /^expected JSON of at most 2,000,000 characters, got 2,100,/,
    );
  });

  it('names the line wherever one letter was spoilt', () => {
    const contents = JSON.stringify({ headline: 'h', list: [1, true, null, 'x'], sections: [] }, null, 1);
    const places = [...contents.matchAll(/[:,]/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), (at) => {
        const spoilt = `${contents.slice(0, at)}@${contents.slice(at + 1)}`;
        expect(complaint(spoilt).line).toBe(contents.slice(0, at).split('\n').length);
      }),
    );
  });
});
