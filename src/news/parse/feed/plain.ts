import { escapeHtml } from '../html/escape.ts';
import { buildTree, oneLine, textOf } from '../html/tree.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** What is no markup where an entity stands beside it: "AT&T", "a < b". */
const PLAIN = new RegExp(`<|&(?!${ENTITY.source.slice(1)})`, 'gi');

const FORMATTING =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|mark|p|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/**
 * One line of words, as a headline or a name is: `<i>Astra</i> sails &amp; sinks` → "Astra sails & sinks". Only
 * tags that set type are taken out: a headline about the `<video>` element keeps it.
 */
export function plainLine(html: string): string {
  const line = html.replace(FORMATTING, (tag) => (/^<\/?(?:br|p|div|h\d)\b/i.test(tag) ? ' ' : ''));
  return ENTITY.test(line) ? textOf(buildTree(line.replace(PLAIN, escapeHtml))) : oneLine(line);
}

/** Plain text → HTML. Blank lines part its paragraphs; where there are none, every line is one. */
export const htmlOfText = (text: string): string =>
  text
    .split(/\n\s*\n/.test(text.trim()) ? /\n\s*\n/ : '\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');

const LAID_OUT = /<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|section|article|figure|pre)[\s/>]/i;

/** HTML that has no paragraphs, and parts them by blank lines as plain text does. */
export const paragraphed = (html: string): string =>
  LAID_OUT.test(html)
    ? html
    : html
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('\n');
