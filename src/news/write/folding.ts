import { type Article, buildArticle, type DraftSection, type Masthead, textAt } from '../article.ts';

/** White space of every kind and the control characters, which no reader of Markdown or YAML keeps. */
const GAP = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** One line: a run of white space is a space, half a character (a lone surrogate) is U+FFFD. */
const foldedLine = (text: string): string =>
  text
    .replace(GAP, ' ')
    .trim()
    .replace(/\p{Cs}/gu, '\ufffd');

/**
 * The article as it can be written down and read again to the letter: each block on one line, and paragraphs
 * without a heading in the section before them, since nothing in a file would part them.
 */
export function foldedArticle(article: Article): Article {
  const sections: { heading?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const { heading, paragraphs } of article.sections) {
    const folded = heading === null ? '' : foldedLine(textAt(article, heading));
    if (folded !== '') sections.push({ heading: folded, paragraphs: [] });
    // One by one: a hundred thousand are more than fit a call.
    for (const span of paragraphs) sections.at(-1)?.paragraphs.push(foldedLine(textAt(article, span)));
  }
  return buildArticle(article.id, foldedMasthead(article), sections satisfies readonly DraftSection[]);
}

function foldedMasthead(article: Article): Masthead {
  const { headline, standfirst, byline, publisher, published, url } = article;
  const folded: [string, string][] = [];
  for (const [field, value] of Object.entries({ standfirst, byline, publisher, published, url })) {
    const line = value === undefined ? '' : foldedLine(value);
    if (line !== '') folded.push([field, line]);
  }
  return { headline: foldedLine(headline), ...Object.fromEntries(folded) };
}
