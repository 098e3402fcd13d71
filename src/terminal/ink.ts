import { styleText } from 'node:util';
import type { Span } from '../news/article.ts';
import { printable } from './printable.ts';
import { wrap } from './wrap.ts';

export type Ink = 'bold' | 'dim' | 'italic' | 'yellow' | 'green' | 'red' | 'strikethrough';

/** How a part of a text stands out: in colour, and between marks where there is none. */
const LOOKS = {
  strong: { inks: ['bold'], open: '**', close: '**' },
  missing: { inks: ['bold', 'green'], open: '{+', close: '+}' },
  added: { inks: ['strikethrough', 'red'], open: '[-', close: '-]' },
} as const satisfies Readonly<Record<string, { inks: readonly Ink[]; open: string; close: string }>>;

/** A part that stands out. */
export interface Marked extends Span {
  readonly look: keyof typeof LOOKS;
}

/** A page of a terminal. Without colour nothing but text is printed. */
export interface Page {
  /** Columns; lines are never wider, but for a URL, which stays in one piece so that it can be followed. */
  readonly width: number;
  readonly colour: boolean;
}

/** Below this a line holds too little to be read; a narrower terminal wraps by itself. */
const NARROWEST = 20;
/** Longer lines are hard to read. */
const WIDEST = 100;

export const pageOf = (columns: number | undefined, colour: boolean): Page => ({
  width: Math.min(WIDEST, Math.max(NARROWEST, columns ?? 80)),
  colour,
});

/** The text, styled if the page has colour. */
export const inked = (page: Page, ink: Ink | readonly Ink[], text: string): string =>
  page.colour && text !== '' ? styleText([ink].flat(), text, { validateStream: false }) : text;

export interface Paragraph {
  readonly text: string;
  /** Parts of the text that stand out, in order, not overlapping: bold, or as `marks` say. */
  readonly strong?: readonly Span[];
  readonly marks?: readonly Marked[];
  readonly ink?: Ink;
  /** Stands before every line; `first` before the first in its place, and takes as many columns. */
  readonly indent?: string;
  readonly first?: string;
}

/** Lays a paragraph out in lines that fit the page. No word of it is lost. */
export function setParagraph(paragraph: Paragraph, page: Page): readonly string[] {
  const marks =
    paragraph.marks ?? paragraph.strong?.map((span): Marked => ({ ...span, look: 'strong' })) ?? [];
  const shown = printable(paragraph.text);
  const [text, parts] = page.colour ? [shown, marks] : [withMarks(shown, marks), []];
  const indent = paragraph.indent ?? '';
  return wrap(text, page.width - indent.length).map((line, index) => {
    const lead = index === 0 ? (paragraph.first ?? indent) : indent;
    const body = runs(line, parts)
      .map((run) => inked(page, inksOf(run.look, paragraph.ink), text.slice(run.start, run.end)))
      .join('');
    return inked(page, 'dim', lead) + body;
  });
}

const inksOf = (look: Marked['look'] | null, ink: Ink | undefined): readonly Ink[] => [
  ...(look === null ? [] : LOOKS[look].inks),
  ...(ink === undefined ? [] : [ink]),
];

interface Run extends Span {
  readonly look: Marked['look'] | null;
}

/** Cuts a line where the marked parts begin and end. */
function* cut(line: Span, marks: readonly Marked[]): Generator<Run> {
  let at = line.start;
  for (const part of marks) {
    const start = Math.max(at, part.start);
    const end = Math.min(line.end, part.end);
    if (start >= end) continue;
    if (at < start) yield { start: at, end: start, look: null };
    yield { start, end, look: part.look };
    at = end;
  }
  if (at < line.end) yield { start: at, end: line.end, look: null };
}

const runs = (line: Span, marks: readonly Marked[]): readonly Run[] => [...cut(line, marks)];

const withMarks = (text: string, marks: readonly Marked[]): string =>
  marks.length === 0
    ? text
    : runs({ start: 0, end: text.length }, marks)
        .map(({ start, end, look }) => {
          const part = text.slice(start, end);
          return look === null ? part : `${LOOKS[look].open}${part}${LOOKS[look].close}`;
        })
        .join('');
