import type { Article } from '../news/article.ts';

/** A judged article: its text, and every attribution in it. One row of a file like polnear-train.jsonl. */
export interface JudgedArticle {
  readonly id: string;
  readonly headline: string;
  /** Paragraphs joined by one blank line. */
  readonly text: string;
  readonly quotes: readonly JudgedAttribution[];
}

/** What judges marked as said by somebody. Offsets are into the row's text, half-open. */
export interface JudgedAttribution {
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly start: number;
  readonly end: number;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Reads one line. */
export function judgedArticle(line: string): JudgedArticle | { readonly error: string } {
  const wrong = (expected: string) => ({
    error: `expected ${expected}; got ${line.slice(0, 60)}${line.length > 60 ? '…' : ''}`,
  });
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return wrong('a JSON object');
  }
  if (!isRecord(row)) return wrong('a JSON object');
  const { text, quotes, id, headline } = row;
  if (typeof text !== 'string') return wrong('an object with “text” and “quotes”');
  if (!Array.isArray(quotes)) return wrong('“quotes”, a list of attributions');
  const read: JudgedAttribution[] = [];
  for (const [index, quote] of quotes.entries()) {
    const attribution = attributionOf(quote, text.length);
    if (attribution === null)
      return wrong(
        `quote ${index + 1} to have “spans”, [start, end) inside the text, and a “kind”: direct, mixed or indirect`,
      );
    read.push(attribution);
  }
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { id: words(id), headline: words(headline), text, quotes: read };
}

function attributionOf(quote: unknown, length: number): JudgedAttribution | null {
  if (!isRecord(quote)) return null;
  const { spans, kind, speaker, cue } = quote;
  if (kind !== 'direct' && kind !== 'mixed' && kind !== 'indirect') return null;
  if (!Array.isArray(spans) || !spans.every((span) => isSpan(span, length))) return null;
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return { kind, spans, speaker: words(speaker), cue: words(cue), start: first[0], end: last[1] };
}

const isSpan = (span: unknown, length: number): span is readonly [number, number] =>
  Array.isArray(span) &&
  span.length === 2 &&
  span.every(Number.isInteger) &&
  0 <= span[0] &&
  span[0] < span[1] &&
  span[1] <= length;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text as it stands, a paragraph to each block between blank lines: offsets stay what they are. */
export const articleOf = ({ id, headline, text }: JudgedArticle): Article => ({
  id,
  headline,
  text,
  sections: [
    {
      heading: null,
      paragraphs: [...text.matchAll(/(?:(?!\n\n)[\s\S])+/g)]
        .filter(([block]) => block.trim() !== '')
        .map(({ 0: block, index }) => ({ start: index, end: index + block.length })),
    },
  ],
});

const TRIMMED = /[\s,.“”"‘’']/;

/** Without marks, blanks, commas and full stops at its ends. */
export function trimmed(text: string, start: number, end: number): readonly [start: number, end: number] {
  let [from, to] = [start, end];
  while (from < to && TRIMMED.test(text[from] ?? '')) from++;
  while (to > from && TRIMMED.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

/** Words between marks that somebody is judged to have said. */
export interface GoldPiece {
  readonly start: number;
  readonly end: number;
  readonly speakers: readonly string[];
  readonly cues: readonly string[];
}

const MARK_TO_MARK = /[“"]([^”"]*?)(?:[”"]|(?=\n\n)|$)/g;

/** The mark-to-mark parts of direct and mixed attributions that have a source, trimmed. */
export function goldPieces({ text, quotes }: JudgedArticle): readonly GoldPiece[] {
  const found = new Map<string, { start: number; end: number; speakers: string[]; cues: string[] }>();
  for (const { kind, speaker, cue, spans } of quotes) {
    if (kind === 'indirect' || speaker === null) continue;
    for (const [from, to] of joined(text, spans))
      for (const match of text.slice(from, to).matchAll(MARK_TO_MARK)) {
        const inner = from + match.index + 1;
        const [start, end] = trimmed(text, inner, inner + (match[1] ?? '').length);
        if (end <= start) continue;
        const key = `${start}-${end}`;
        const piece = found.get(key) ?? { start, end, speakers: [], cues: [] };
        piece.speakers.push(speaker);
        if (cue !== null) piece.cues.push(cue);
        found.set(key, piece);
      }
  }
  return [...found.values()];
}

/** Judges marked sentence by sentence: spans with nothing but a blank between them are one. */
function joined(text: string, spans: JudgedAttribution['spans']): JudgedAttribution['spans'] {
  const runs: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = runs.at(-1);
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last[1], start))) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

const LINKS = /^(?:of|for|from|at|in|with|to|on|by|and|who|which|that|after|as|near|during)$/;

/** The last word of a phrase's core, in lower case: "Rick Tyler, Cruz’s spokesman" → "tyler". */
export function headOf(phrase: string): string {
  const core = phrase.split(/,|—|–|--| - |\s\(|\s(?:who|which|that|whose|whom)\s/)[0]?.trim() ?? '';
  const words = core.split(/\s+/);
  const link = words.findIndex(
    (word, at) => at > 0 && LINKS.test(word) && /^\p{Ll}/u.test(words[at - 1] ?? ''),
  );
  const head = words[link > 0 ? link - 1 : words.length - 1] ?? '';
  return head
    .replace(/[’']s?$/, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .toLowerCase();
}
