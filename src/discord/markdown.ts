import type { Span } from '../news/article.ts';

/**
 * Discord's markdown, defused. A backslash before any mark that is neither letter, digit nor white space shows
 * the mark itself, so the text that is shown is exactly the text that was given. Marks that turn the direction of
 * writing become a space without width.
 */

/** Everywhere: emphasis, code, spoilers, links, and all that opens with `<` or `@`. */
const ALWAYS = /[\\*_~`|[\]<@]/g;
/** `:smile:` and the start of an address, which Discord would turn into an image and a link. */
const COLON = /:(?=\/\/|[\w+-]+:)/g;
/** A server invitation is recognised without its scheme. */
const INVITATION = /(?<=discord)\.(?=gg\b)/gi;
/** Headings, small print, quotes and lists begin a line. */
const LINE_MARK = /^(\s*)([#>+-]|\d+(?=[.)]))/;

/** With these, text can be made to read as something else, ours beside it too. Arabic and Hebrew need none of them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Line ends of every kind: none may take text out of its quote. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

export const unturned = (text: string): string => text.replace(TURNING, '\u200b');

const escapeLine = (line: string): string =>
  unturned(line)
    .replace(ALWAYS, '\\$&')
    .replace(COLON, '\\:')
    .replace(INVITATION, '\\.')
    .replace(LINE_MARK, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

export const lines = (text: string): string[] => text.split(LINE_END);

/** Text that may have several lines, each of them harmless. */
export const escapeText = (text: string): string => lines(text).map(escapeLine).join('\n');

/** Text on one line: line ends become spaces. */
export const escapeInline = (text: string): string => escapeLine(lines(text).join(' '));

/** Marks touch the words: `** a**` is bold in some of Discord's apps only. White space alone stays plain. */
const between = (mark: string, line: string): string => {
  const words = line.trim();
  if (words === '') return line;
  const start = line.indexOf(words);
  const [before, after] = [line.slice(0, start), line.slice(start + words.length)];
  return `${before}${mark}${escapeLine(words)}${mark}${after}`;
};

const linewise = (mark: string, text: string): string =>
  lines(text)
    .map((line) => between(mark, line))
    .join('\n');

export const bold = (text: string): string => linewise('**', text);
export const struck = (text: string): string => linewise('~~', text);

/** Every line in the quote, blank ones too, or the quote would end there. */
export const blockQuote = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

export const smallPrint = (markdown: string): string => `-# ${markdown}`;

/** A label with these marks, or that looks like an address, makes Discord show the link's source. */
const UNFIT_LABEL = /[[\]]|:\/\/|\bwww\.|\bdiscord\.gg\b/i;

export const fitsLink = (label: string): boolean => label.trim() !== '' && !UNFIT_LABEL.test(label);

/** `url` must come from `webAddress` or `sentenceAddress`: no mark in it can end the link. */
export const link = (label: string, url: string): string => `[${escapeInline(label)}](<${url}>)`;

/**
 * The stretch `span` of `text` with the `answers` in it bold. Answers that touch become one, since `**a****b**`
 * is not two bold words.
 */
export function highlight(text: string, span: Span, answers: readonly Span[]): string {
  const inside = answers
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const answer of inside) {
    const last = merged.at(-1);
    if (last !== undefined && answer.start <= last.end) last.end = Math.max(last.end, answer.end);
    else merged.push({ ...answer });
  }
  let shown = '';
  let at = span.start;
  for (const { start, end } of merged) {
    shown += escapeText(text.slice(at, start)) + bold(text.slice(start, end));
    at = end;
  }
  return shown + escapeText(text.slice(at, span.end));
}
