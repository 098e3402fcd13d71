import { type Article, type Span, textAt } from '../article.ts';
import { sentences } from '../sentences.ts';
import { type Attribution, attribute } from './attribute.ts';
import { type Marked, markedIn } from './marks.ts';
import { type Mention, mentionIn, type Names, namesIn } from './people.ts';
import type { Grade, Quotation, QuotationKind, Speaker } from './quotation.ts';

/** What was said in an article, in the order of its text: words between marks, each with its speaker or none. */
export function quotationsOf(article: Article): readonly Quotation[] {
  const names = namesIn(article);
  const found: Quotation[] = [];
  for (const paragraph of article.sections.flatMap((section) => section.paragraphs)) {
    const inParagraph: Quotation[] = [];
    const marked = markedIn(article.text, paragraph);
    marked.forEach((piece, index) => {
      const around = surroundings(article, paragraph, marked, index);
      const attribution = attribute(article, around);
      const previous = inParagraph.at(-1);
      if (attribution === null && previous !== undefined && continues(article, previous, piece, around)) {
        inParagraph[inParagraph.length - 1] = {
          ...previous,
          spans: [...previous.spans, wordsOf(article, piece)],
        };
        return;
      }
      inParagraph.push(quotationOf(article, names, piece, attribution, found.concat(inParagraph)));
    });
    found.push(...inParagraph);
  }
  return found;
}

/** The words without the blanks at their ends, nor the comma that American papers set inside the closing mark. */
function wordsOf(article: Article, { inner }: Marked): Span {
  const text = textAt(article, inner);
  return {
    start: inner.start + text.length - text.trimStart().length,
    end: inner.start + text.replace(/[\s,]+$/, '').length,
  };
}

/** The words beside a quotation that may attribute it: its sentence's, up to the quotations next to it. */
function surroundings(article: Article, paragraph: Span, marked: readonly Marked[], index: number) {
  const piece = marked[index]?.outer ?? paragraph;
  const from = marked[index - 1]?.outer.end ?? paragraph.start;
  const to = marked[index + 1]?.outer.start ?? paragraph.end;
  const ended =
    /[.!?…][”"]?$/.test(textAt(article, piece)) &&
    !/^\s*\p{Ll}/u.test(article.text.slice(piece.end, to)) &&
    !/[?!][”"]?$/.test(textAt(article, piece));
  const before = sentences(article.text, { start: from, end: piece.start }).at(-1);
  const after = ended ? undefined : sentences(article.text, { start: piece.end, end: to })[0];
  const gap = before === undefined ? '' : article.text.slice(before.end - 1, piece.start);
  // A sentence that ended before the quotation opened says nothing of it.
  const lead =
    before === undefined || /[.!?]/.test(gap)
      ? { start: piece.start, end: piece.start }
      : { start: before.start, end: piece.start };
  return {
    before: lead,
    after: after === undefined ? { start: piece.end, end: piece.end } : { start: piece.end, end: after.end },
  };
}

/** “…,” he said. “…”: a bare quotation goes on with the one before it in its paragraph. */
function continues(
  article: Article,
  previous: Quotation,
  piece: Marked,
  around: { before: Span; after: Span },
): boolean {
  const bare = textAt(article, around.before).trim() === '' && !/\p{L}/u.test(textAt(article, around.after));
  return bare && previous.speaker !== null && isWholeClause(article, wordsOf(article, piece));
}

const isWholeClause = (article: Article, words: Span): boolean =>
  /[.!?…]$/.test(textAt(article, words)) || textAt(article, words).split(/\s+/).length > 5;

function quotationOf(
  article: Article,
  names: Names,
  piece: Marked,
  attribution: Attribution | null,
  earlier: readonly Quotation[],
): Quotation {
  const words = wordsOf(article, piece);
  const base = { article: article.id, spans: [words], kind: kindOf(article, piece, attribution) };
  const unknown = {
    ...base,
    speaker: null,
    grade: 'unknown' as const,
    cue: null,
    venue: null,
    confidence: 0,
  };
  if (attribution === null) return unknown;
  const { cue, venue, confidence } = attribution;
  const mention = mentionIn(article, attribution.mention);
  const spoken = speakerOf(article, names, mention, earlier);
  return spoken === null
    ? { ...unknown, cue, venue }
    : {
        ...base,
        ...spoken,
        cue,
        venue,
        confidence: spoken.grade === 'pronoun' ? confidence * 0.8 : confidence,
      };
}

function speakerOf(
  article: Article,
  names: Names,
  mention: Mention,
  earlier: readonly Quotation[],
): { readonly speaker: Speaker; readonly grade: Grade } | null {
  if (mention.pronoun) {
    const last = earlier.findLast(({ speaker }) => speaker !== null)?.speaker;
    // "He" with nobody quoted before: better nobody than the wrong one.
    if (last === undefined || last === null || /^(?:I|we|who)$/i.test(textAt(article, mention.span)))
      return null;
    return { speaker: { ...last, mention: mention.span }, grade: 'pronoun' };
  }
  if (mention.name === null)
    return { speaker: { name: mention.span, mention: mention.span, role: null }, grade: 'named' };
  return {
    speaker: {
      name: names.fullest(mention.name),
      mention: mention.span,
      role: mention.role ?? names.roleOf(mention.name),
    },
    grade: 'named',
  };
}

const LONGEST_TERM = 3;

function kindOf(article: Article, piece: Marked, attribution: Attribution | null): QuotationKind {
  const words = textAt(article, wordsOf(article, piece));
  const lead = article.text.slice(Math.max(0, piece.outer.start - 2), piece.outer.start);
  const whole = /[.!?…,]$/.test(textAt(article, piece.inner)) || /[,:]\s?$/.test(lead);
  if (attribution === null && words.split(/\s+/).length <= LONGEST_TERM && !/[!?]$/.test(words))
    return 'term';
  return whole && /^[^\p{L}]*\p{Lu}/u.test(words) ? 'direct' : 'mixed';
}
