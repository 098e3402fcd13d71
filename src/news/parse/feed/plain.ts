import { escapeHtml } from '../html/escape.ts';
import { withWindowsSigns } from '../windows-1252.ts';

/** Signs that stand in headlines. More than these, and inside an article, are read by who reads web pages. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—' },
    ...{ pound: '£', euro: '€', eacute: 'é', egrave: 'è', ouml: 'ö', uuml: 'ü', auml: 'ä', ntilde: 'ñ' },
  }),
);

const FORMATTING =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|mark|p|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/**
 * One line of words, as a headline or a name is: `<i>Astra</i> sails &amp; sinks` → "Astra sails & sinks". Only
 * tags that set type are taken out: a headline about the `<video>` element keeps it.
 */
export const plainLine = (html: string): string =>
  html
    .replace(FORMATTING, (tag) => (/^<\/?(?:br|p|div|h\d)\b/i.test(tag) ? ' ' : ''))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(name) ?? all;
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? all;
    })
    .replace(/\s+/g, ' ')
    .trim();

/** 128 to 159 are no characters; who writes them means those of Windows: `&#146;` is "’". */
function character(code: number): string | undefined {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return withWindowsSigns(String.fromCodePoint(code));
}

/** Plain text → HTML. Blank lines part its paragraphs; where there are none, every line is one. */
export const htmlOfText = (text: string): string =>
  text
    .split(/\n\s*\n/.test(text.trim()) ? /\n\s*\n/ : '\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
