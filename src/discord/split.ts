import type { Span } from '../news/article.ts';
import { sentences } from '../news/sentences.ts';

/**
 * Cuts a stretch of text into pieces that fit: at the ends of paragraphs and sentences; inside a sentence that
 * does not fit on its own, at white space; inside a word only when nothing else is left. Nothing but white
 * space is lost between pieces.
 */
export function splitSpan(text: string, span: Span, fits: (piece: Span) => boolean): readonly Span[] {
  if (fits(span)) return [span];
  const whole = paragraphs(text, span).flatMap((paragraph) => sentences(text, paragraph));
  return pack(whole, fits, (sentence) =>
    pack(words(text, sentence), fits, (word) =>
      pack(characters(text, word), fits, (character) => [character]),
    ),
  );
}

/** The same for a string with its own rendering. */
export const splitText = (text: string, render: (piece: string) => string, room: number): readonly string[] =>
  splitSpan(
    text,
    { start: 0, end: text.length },
    ({ start, end }) => render(text.slice(start, end)).length <= room,
  ).map(({ start, end }) => render(text.slice(start, end)));

/** Joins neighbours as long as they fit together; what does not fit alone is taken apart. */
function pack(
  units: readonly Span[],
  fits: (piece: Span) => boolean,
  takeApart: (unit: Span) => readonly Span[],
): readonly Span[] {
  const pieces: Span[] = [];
  let open: Span | undefined;
  for (const unit of units) {
    const joined: Span = open === undefined ? unit : { start: open.start, end: unit.end };
    if (fits(joined)) {
      open = joined;
      continue;
    }
    if (open !== undefined) pieces.push(open);
    if (fits(unit)) open = unit;
    else {
      pieces.push(...takeApart(unit));
      open = undefined;
    }
  }
  if (open !== undefined) pieces.push(open);
  return pieces;
}

const matches = (text: string, { start, end }: Span, pattern: RegExp): Span[] =>
  [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

const paragraphs = (text: string, span: Span): Span[] => matches(text, span, /\S(?:(?!\n\s*\n).)*/gs);
const words = (text: string, span: Span): Span[] => matches(text, span, /\S+/g);
const characters = (text: string, span: Span): Span[] => matches(text, span, /./gsu);
