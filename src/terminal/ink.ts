import { styleText } from 'node:util';
import type { Span } from '../news/article.ts';
import { printable } from './printable.ts';
import { wrap } from './wrap.ts';

export type Ink = 'bold' | 'dim' | 'italic' | 'yellow';

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
  /** Parts of the text that stand out, in order, not overlapping. Bold, or between ** where there is no colour. */
  readonly strong?: readonly Span[];
  readonly ink?: Ink;
  /** Stands before every line; `first` before the first in its place, and takes as many columns. */
  readonly indent?: string;
  readonly first?: string;
}

/** Lays a paragraph out in lines that fit the page. No word of it is lost. */
export function setParagraph(paragraph: Paragraph, page: Page): readonly string[] {
  const { text, strong } = page.colour
    ? { text: printable(paragraph.text), strong: paragraph.strong ?? [] }
    : { text: marked(printable(paragraph.text), paragraph.strong ?? []), strong: [] };
  const indent = paragraph.indent ?? '';
  return wrap(text, page.width - indent.length).map((line, index) => {
    const lead = index === 0 ? (paragraph.first ?? indent) : indent;
    const body = runs(line, strong)
      .map((run) => inked(page, inksOf(run.strong, paragraph.ink), text.slice(run.start, run.end)))
      .join('');
    return inked(page, 'dim', lead) + body;
  });
}

const inksOf = (strong: boolean, ink: Ink | undefined): readonly Ink[] => [
  ...(strong ? (['bold'] as const) : []),
  ...(ink === undefined ? [] : [ink]),
];

/** Cuts a line where the strong parts begin and end. */
function* cut(line: Span, strong: readonly Span[]): Generator<Span & { readonly strong: boolean }> {
  let at = line.start;
  for (const part of strong) {
    const start = Math.max(at, part.start);
    const end = Math.min(line.end, part.end);
    if (start >= end) continue;
    if (at < start) yield { start: at, end: start, strong: false };
    yield { start, end, strong: true };
    at = end;
  }
  if (at < line.end) yield { start: at, end: line.end, strong: false };
}

const runs = (line: Span, strong: readonly Span[]) => [...cut(line, strong)];

const marked = (text: string, strong: readonly Span[]): string =>
  strong.length === 0
    ? text
    : runs({ start: 0, end: text.length }, strong)
        .map((run) => {
          const part = text.slice(run.start, run.end);
          return run.strong ? `**${part}**` : part;
        })
        .join('');
