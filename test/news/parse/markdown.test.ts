import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/news/parse/markdown.ts';
import { complaintOf, paragraphsOf, shapeOf } from './shape.ts';

const complaint = (contents: string) => complaintOf(() => parseMarkdown('a', contents));
const withBody = (body: string): string => `---\nheadline: h\n---\n\n${body}\n`;
const paragraphs = (body: string): readonly string[] => paragraphsOf(parseMarkdown('a', withBody(body)));

describe('a Markdown article', () => {
  it('reads its front matter and its sections', () => {
    const article = parseMarkdown(
      'ferry',
      '---\nheadline: "Ferry: sunk"\nbyline: Noor Amani\npublished: 2031-03-04\nmood: wet\n---\n\nIt sank.\n\n## Why\n\nIt leaked.\nBadly.\n\n### When\n\nMonday.\n',
    );
    expect(article).toMatchObject({
      id: 'ferry',
      headline: 'Ferry: sunk',
      byline: 'Noor Amani',
      published: '2031-03-04',
    });
    expect(shapeOf(article)).toEqual([
      [null, 'It sank.'],
      ['Why', 'It leaked. Badly.'],
      ['When', 'Monday.'],
    ]);
  });

  it('reads files written on Windows', () => {
    const article = parseMarkdown(
      'a',
      '---\r\nheadline: h\r\npublisher: p\r\n---\r\n\r\nOne\r\nline.\r\n\r\nTwo.\r\n',
    );
    expect(article).toMatchObject({ headline: 'h', publisher: 'p' });
    expect(shapeOf(article)).toEqual([[null, 'One line.', 'Two.']]);
  });

  it('takes its headline from a first line when there is no front matter', () => {
    const article = parseMarkdown('a', '# Ferry *sunk*\n\nIt sank.\n');
    expect(article.headline).toBe('Ferry sunk');
    expect(shapeOf(article)).toEqual([[null, 'It sank.']]);
  });

  it('drops a title that repeats the headline, and keeps one that says something else above its paragraphs', () => {
    expect(shapeOf(parseMarkdown('a', withBody('# h\n\nIt sank.')))).toEqual([[null, 'It sank.']]);
    expect(shapeOf(parseMarkdown('a', withBody('# Sunk!\n\nIt sank.')))).toEqual([['Sunk!', 'It sank.']]);
  });

  it.each([
    ['emphasis', 'The *ferry* **sank** in __the__ `bay`.', ['The ferry sank in the bay.']],
    [
      'links',
      'See [the map](https://a.example "t") or <https://b.example>.',
      ['See the map or https://b.example.'],
    ],
    ['reference links', 'See [the map][1].\n\n[1]: https://a.example', ['See the map.']],
    ['lists', '- One.\n- Two.\n\n  More of two.\n\n1. Three.', ['One.', 'Two.', 'More of two.', 'Three.']],
    ['block quotes', '> “We sank,”\n> she said.\n>\n> > Twice.', ['“We sank,” she said.', 'Twice.']],
    ['code', 'Before.\n\n```js\nlet a;\n```', ['Before.', 'let a;']],
    ['pictures', 'Before ![a boat](b.png) after.\n\n![alone](b.png)', ['Before  after.']],
    ['raw HTML', 'Before.\n\n<div>hidden</div>\n\nThe <b>bold</b> end.', ['Before.', 'The bold end.']],
    ['rules', 'Before.\n\n---\n\n***\n\nAfter.', ['Before.', 'After.']],
    ['hard breaks', 'One  \ntwo\\\nthree<br>four<br/>five.', ['One two three four five.']],
    ['escapes and entities', 'A \\*star\\* &amp; more.', ['A *star* & more.']],
  ])('keeps the plain words of %s', (_what, body, expected) => {
    expect(paragraphs(body)).toEqual(expected);
  });

  const word = fc.stringMatching(/^[A-Za-zé“”’,]{1,12}$/);
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `The ${words.join(' ')}.`);

  it('loses no paragraph', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n'),
        (all, gap) => {
          expect(paragraphs(all.join(gap))).toEqual(all);
        },
      ),
    );
  });

  it.each([
    ['no headline', 'It sank.\n', 1, /expected `headline:`/],
    ['an empty title', '#\n\nIt sank.\n', 1, /expected `headline:`/],
    ['front matter that is never closed', '---\nheadline: h\n\nIt sank.\n', 1, /never closed/],
    ['no text', '---\nheadline: h\n---\n', 4, /at least one paragraph/],
    ['headings only', withBody('## Why'), 4, /at least one paragraph/],
    [
      'a number for a headline',
      '---\nurl: https://a.example\nheadline: 7\n---\nx',
      3,
      /`headline`: expected text, got number 7/,
    ],
    [
      'a list for a byline',
      '---\nheadline: h\nbyline: [a, b]\n---\nx',
      3,
      /`byline`: expected text, got a list/,
    ],
    ['a bad address', '---\nheadline: h\nurl: courier.example\n---\nx', 3, /`url`: .* got "courier.example"/],
    ['broken YAML', '---\nheadline: h\nbyline: "a\n---\nx', 3, /front matter: /],
    [
      'a value with a colon in it',
      '---\nheadline: A ferry: gone\n---\nx',
      2,
      'front matter: put the value in quotation marks: headline: "A ferry: gone"',
    ],
    [
      'a value with quotation marks in it',
      '---\nheadline: h\nstandfirst: "Elmo" sinks\n---\nx',
      3,
      `front matter: put the value in quotation marks: standfirst: '"Elmo" sinks'`,
    ],
    ['a field given twice', '---\nheadline: h\nheadline: i\n---\nx', 3, /front matter: /],
    ['front matter that is a list', '---\n- a\n---\nx', 2, /got a list/],
    ['nothing', '', 1, /expected `headline:`/],
  ])('with %s is refused, naming the line', (_what, contents, line, message) => {
    const got = complaint(contents);
    expect(got.message).toMatch(message);
    expect(got.line).toBe(line);
  });

  it.each(['March 4', '2031-13-01', '2031-02-30', '04.03.2031', '2031-03-04T25:00', '2031-3-4'])(
    'refuses %s as a date, on its line',
    (date) => {
      const got = complaint(`---\nheadline: h\npublished: "${date}"\n---\nx`);
      expect(got).toMatchObject({ line: 3, message: expect.stringContaining(`got "${date}"`) });
    },
  );

  it.each(['2031-03-04', '2032-02-29', '2031-03-04T08:30', '2031-03-04 08:30:15Z', '2031-03-04T08:30+01:00'])(
    'accepts %s as a date',
    (published) => {
      const article = parseMarkdown('a', `---\nheadline: h\npublished: ${published}\n---\nx`);
      expect(article.published).toBe(published);
    },
  );

  it('refuses front matter that would grow without end', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair]))
      rows.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    expect(complaint(`---\nheadline: h\n${rows.join('\n')}\n---\nx`).message).toMatch(/^front matter: /);
  });
});
