import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Article, textAt } from '../../src/news/article.ts';
import { parseMarkdown } from '../../src/news/parse/markdown.ts';
import { parseText } from '../../src/news/parse/text.ts';
import { quotationsOf } from '../../src/news/quotations/quotations.ts';

const OURS = new URL('../../corpus/ukraine-rare-earths-deal.md', import.meta.url);
/** Kept beside some checkouts, never in the repository: it belongs to its publisher. */
const ORIGINAL = new URL('../../../shared/articles/rare-earths-rejection.txt', import.meta.url);

/** How the words begin, who says them, in which role, where. */
type Expected = readonly [words: RegExp, who: string | RegExp, role: string | null, venue: RegExp | null];

function readFrom(article: Article) {
  return quotationsOf(article)
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ spans, speaker, grade, venue }) =>
      spans.map((span) => ({
        words: textAt(article, span),
        who: speaker === null ? '' : textAt(article, speaker.name),
        role: speaker?.role ? textAt(article, speaker.role) : null,
        venue: venue === null ? '' : textAt(article, venue),
        grade,
      })),
    );
}

const expectAll = (article: Article, expected: readonly Expected[]): void => {
  const found = readFrom(article);
  expect(found).toHaveLength(expected.length);
  for (const [at, [words, who, role, venue]] of expected.entries()) {
    const one = found[at]!;
    expect(one.words).toMatch(words);
    expect(one.who).toMatch(who);
    if (role !== null) expect(one.role).toBe(role);
    if (venue !== null) expect(one.venue).toMatch(venue);
    expect(one.grade).toBe('named');
  }
};

describe('every quotation has its speaker, role and venue', () => {
  it('in the article that ships with the bot', () => {
    expectAll(parseMarkdown('ours', readFileSync(OURS, 'utf8')), [
      [/^I didn’t let .* our interest$/, 'Volodymyr Zelensky', 'President', /Munich Security Conference$/],
      [/^compensate$/, 'Washington', null, null],
      [/^For me is very important/, 'Volodymyr Zelensky', 'President', /^The Associated Press$/],
      [/^colonial$/, 'a senior Ukrainian official', null, null],
      [
        /^Today, Trump claims .* European$/,
        'Dmytro Kuleba',
        'former foreign minister of Ukraine',
        /^Politico$/,
      ],
      [/^Why should Europe/, 'Dmytro Kuleba', null, /^Politico$/],
      [/^shortsighted$/, 'White House officials', null, null],
      [/^binding economic ties/, 'Brian Hughes', null, null],
      [/^I want to have the security/, 'Donald Trump', 'President', /^Fox News$/],
      [/^We have to talk about it/, 'Volodymyr Zelensky', null, null],
      [/^And we can think about how/, 'Volodymyr Zelensky', null, null],
    ]);
  });

  it('in the report of the same news by somebody else', ({ skip }) => {
    if (!existsSync(ORIGINAL)) skip('the original report is not beside this checkout');
    expectAll(parseText('theirs', readFileSync(ORIGINAL, 'utf8')), [
      [/^compensate$/, /^(?:The )?U\.S\.$/, null, null],
      [/^I didn’t let .* our interest$/, 'Volodymyr Zelensky', null, /Munich Security Conference$/],
      [/^shortsighted/, 'White House officials', null, null],
      [/^I want to have the security/, 'Donald Trump', null, /^Fox News$/],
      [/^binding economic ties/, 'Brian Hughes', null, null],
      [/^For me is very important/, 'Volodymyr Zelensky', null, /^The Associated Press$/],
      [/^colonial$/, 'A senior Ukrainian official', null, null],
      [/^Today, Trump claims .* European$/, 'Dmytro Kuleba', null, /^Politico$/],
      [/^Why should Europe/, 'Dmytro Kuleba', null, /^Politico$/],
      [/^We have to talk about it/, 'Volodymyr Zelensky', null, null],
      [/^And we can think about how/, 'Volodymyr Zelensky', null, null],
    ]);
  });
});
