import type { Article } from '../news/article.ts';
import type { Words } from '../words/words.ts';
import { TEXT_PER_MESSAGE } from './limits.ts';
import { escapeInline, fitsLink, lines, link, smallPrint } from './markdown.ts';
import { splitText } from './split.ts';

/** A line longer than this is taken apart, and does without its link: it is no longer a line about a quote. */
export const LONG_LINE = 1_000;
/** Never the first thing on a line. */
export const DOT = '\u00a0· ';

export const oneLine = (text: string): string => lines(text).join(' ').trim();

/** Undefined when there is nowhere to go, or when Discord would show the link's source instead. */
export function linkTo(label: string, address: string | undefined): string | undefined {
  if (address === undefined || !fitsLink(label)) return undefined;
  const linked = link(oneLine(label), address);
  return linked.length <= LONG_LINE ? linked : undefined;
}

/** Something to show in a small line: plain words, or words that lead somewhere. */
export interface Detail {
  readonly words: string | undefined;
  readonly address?: string | undefined;
}

/** What stands before, between and after details: ours, so that nothing of it is escaped. */
interface Setting {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Small print on one line; what is empty is left out. */
export function smallLine(
  details: readonly Detail[],
  { before, between, after }: Setting = { before: '', between: DOT, after: '' },
): readonly string[] {
  const shown = details.flatMap(({ words, address }) =>
    words === undefined || words.trim() === '' ? [] : [{ words: oneLine(words), address }],
  );
  if (shown.length === 0) return [];
  const set = (parts: readonly string[]): string => `${before}${parts.join(between)}${after}`;
  const line = smallPrint(
    set(shown.map(({ words, address }) => linkTo(words, address) ?? escapeInline(words))),
  );
  if (line.length <= LONG_LINE) return [line];
  return splitText(
    set(shown.map(({ words }) => words)),
    (piece) => smallPrint(escapeInline(piece)),
    LONG_LINE,
  );
}

export const imprint = ({ publisher, published }: Article, { set }: Words): readonly Detail[] => [
  { words: publisher },
  { words: published === undefined ? undefined : set.date(published) },
];

/** Lines below one another, in as few texts as hold them. */
export function stack(texts: readonly string[]): readonly string[] {
  const stacked: string[] = [];
  for (const text of texts) {
    const last = stacked.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= TEXT_PER_MESSAGE) {
      stacked[stacked.length - 1] = `${last}\n${text}`;
    } else stacked.push(text);
  }
  return stacked;
}
