import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, escapeInline, escapeText, fitsLink, highlight, link } from '../../src/discord/markdown.ts';
import { hostileText, spansIn, straight, words } from './hostile.ts';
import { readMarkdown } from './markdown-reader.ts';

const shown = (markdown: string) => readMarkdown(markdown).map(({ text }) => text);
const alive = (markdown: string) => readMarkdown(markdown).flatMap((line) => line.alive);
const normalised = (text: string) => straight(text).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);

describe('escaped text', () => {
  test('shows exactly what it was given, and nothing in it comes alive', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const markdown = escapeText(text);
        expect(alive(markdown)).toEqual([]);
        expect(shown(markdown)).toEqual(normalised(text));
        expect(readMarkdown(markdown).every(({ kind }) => kind === 'plain')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('stays on one line where one line is wanted', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const markdown = escapeInline(text);
        expect(markdown).not.toMatch(/[\n\r]/);
        expect(shown(markdown)).toEqual([normalised(text).join(' ')]);
      }),
    );
  });

  test.each([
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['snake_case_name', 'snake\\_case\\_name'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['a well-known, plain sentence (with 10:30 in it).', 'a well-known, plain sentence (with 10:30 in it).'],
    ['https://a.example/b', 'https\\://a.example/b'],
    ['<@1> @everyone', '\\<\\@1> \\@everyone'],
    ['a\\b', 'a\\\\b'],
  ])('%s is written %s', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });
});

describe('bold', () => {
  test('touches the words, whatever white space there is around them', () => {
    expect(bold('  *so*  ')).toBe('  **\\*so\\***  ');
    expect(bold(' \n ')).toBe(' \n ');
    expect(bold('one\n\ntwo')).toBe('**one**\n\n**two**');
  });

  test('answers that touch become one', () => {
    const text = 'One.Two. Three.';
    const marked = highlight(text, { start: 0, end: 15 }, [
      { start: 0, end: 4 },
      { start: 4, end: 8 },
      { start: 9, end: 15 },
    ]);
    expect(marked).toBe('**One.Two.** **Three.**');
  });

  test('survives any text and marks exactly the answers', () => {
    const highlighted = hostileText().chain((text) => fc.tuple(fc.constant(text), spansIn(text)));
    fc.assert(
      fc.property(highlighted, ([text, answers]) => {
        const markdown = highlight(text, { start: 0, end: text.length }, answers);
        const read = readMarkdown(markdown);
        expect(read.flatMap((line) => line.alive)).toEqual([]);
        // An answer may end between the halves of a line end: that makes two of them.
        const lines = (texts: readonly string[]) => texts.filter((line) => line !== '');
        expect(lines(read.map((line) => line.text))).toEqual(lines(normalised(text)));
        const marked = answers.map(({ start, end }) => text.slice(start, end)).join('');
        expect(words(read.flatMap((line) => line.bold).join(''))).toBe(words(marked));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link', () => {
  test('shows its label and leads where it should', () => {
    fc.assert(
      fc.property(hostileText(), (label) => {
        fc.pre(fitsLink(label));
        const [line] = readMarkdown(link(label, 'https://a.example/b#c'));
        expect(line?.links).toEqual([{ label: line?.text, url: 'https://a.example/b#c' }]);
        expect(line?.text).toBe(normalised(label).join(' '));
      }),
    );
  });

  test.each(['[Updated] Bridge', 'see https://a.example', 'discord.gg/abc', '  '])(
    'is not made of %j, whose source Discord would show instead',
    (label) => {
      expect(fitsLink(label)).toBe(false);
    },
  );
});
