import { type Article, type Span, textAt } from '../article.ts';
import { sentences } from '../sentences.ts';
import { type Attribution, attribute } from './attribute.ts';
import { type Marked, markedIn } from './marks.ts';
import { type Mention, mentionIn, type Names, namesIn } from './people.ts';
import type { Grade, Quotation, QuotationKind, Speaker } from './quotation.ts';

/** What was said in an article, in the order of its text: words between marks, each with its speaker or none. */
export function quotationsOf(article: Article): readonly Quotation[] {
  const names = namesIn(article);
  const found: (Quotation & { spans: Span[] })[] = [];
  let lastSpeaker: Speaker | null = null;
  for (const paragraph of article.sections.flatMap((section) => section.paragraphs)) {
    let previous: (Quotation & { spans: Span[] }) | null = null;
    const marked = markedIn(article.text, paragraph);
    for (const [index, piece] of marked.entries()) {
      const around = surroundings(article, paragraph, marked, index);
      const attribution = attribute(article, around);
      if (attribution === null && previous !== null && continues(article, previous, piece, around)) {
        previous.spans.push(wordsOf(article, piece));
        continue;
      }
      const pronoun = names.subjectBefore(paragraph, piece.outer.start);
      previous = quotationOf(
        article,
        names,
        piece,
        attribution,
        pronoun === null ? lastSpeaker : named(names, pronoun),
      );
      lastSpeaker = previous.speaker ?? lastSpeaker;
      found.push(previous);
    }
    // "Kwame Addo said he did not blame the nurses." Whoever is named last is who "he" is in the next paragraph.
    const opening = names.subjectBefore(paragraph, paragraph.end);
    if (opening !== null && opening.start > (previous?.spans[0]?.start ?? -1))
      lastSpeaker = named(names, opening);
  }
  return found;
}

/** Reading an article's quotations takes a while; they live as long as it does. */
const read = new WeakMap<Article, readonly Quotation[]>();

/** The same as `quotationsOf`, read once for each article. */
export function quotationsIn(article: Article): readonly Quotation[] {
  const known = read.get(article) ?? quotationsOf(article);
  read.set(article, known);
  return known;
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

/** @param antecedent whom "he" or "she" would stand for here. */
function quotationOf(
  article: Article,
  names: Names,
  piece: Marked,
  attribution: Attribution | null,
  antecedent: Speaker | null,
): Quotation & { spans: Span[] } {
  const base = {
    article: article.id,
    spans: [wordsOf(article, piece)],
    kind: kindOf(article, piece, attribution),
  };
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
  const spoken = speakerOf(article, names, mentionIn(article, attribution.mention), antecedent);
  if (spoken === null) return { ...unknown, cue, venue };
  return {
    ...base,
    ...spoken,
    cue,
    venue,
    confidence: spoken.grade === 'pronoun' ? confidence * PRONOUN_CONFIDENCE : confidence,
  };
}

/** Of the pronouns that are resolved, about so many are resolved rightly. */
const PRONOUN_CONFIDENCE = 0.8;

function speakerOf(
  article: Article,
  names: Names,
  mention: Mention,
  antecedent: Speaker | null,
): { readonly speaker: Speaker; readonly grade: Grade } | null {
  if (mention.pronoun) {
    // "He" with nobody before him: better nobody than the wrong one.
    const pronoun = textAt(article, mention.span);
    if (antecedent === null || /^(?:I|we|who)$/i.test(pronoun) || disagrees(article, pronoun, antecedent))
      return null;
    return { speaker: { ...antecedent, mention: mention.span }, grade: 'pronoun' };
  }
  if (mention.name === null)
    return { speaker: { name: mention.span, mention: mention.span, role: null }, grade: 'named' };
  const { name, role } = named(names, mention.name);
  return { speaker: { name, mention: mention.span, role: mention.role ?? role }, grade: 'named' };
}

/** "He" is no spokeswoman. */
function disagrees(article: Article, pronoun: string, { name, role }: Speaker): boolean {
  const who = `${textAt(article, name)} ${role === null ? '' : textAt(article, role)}`;
  const other = /^he$/i.test(pronoun) ? WOMAN : /^she$/i.test(pronoun) ? MAN : null;
  return other?.test(who) === true;
}

const WOMAN =
  /\b(?:\p{L}*woman|Mrs|Ms|Miss|Lady|Dame|Queen|Princess|mother|daughter|sister|wife|actress)\b/iu;
const MAN = /\b(?:\p{L}*(?<!wo)man|Mr|Lord|Sir|King|Prince|father|son|brother|husband)\b/iu;

const named = (names: Names, name: Span): Speaker => ({
  name: names.fullest(name),
  mention: null,
  role: names.roleOf(name),
});

const LONGEST_TERM = 3;

function kindOf(article: Article, piece: Marked, attribution: Attribution | null): QuotationKind {
  const words = textAt(article, wordsOf(article, piece));
  const lead = article.text.slice(Math.max(0, piece.outer.start - 2), piece.outer.start);
  const whole = /[.!?…,]$/.test(textAt(article, piece.inner)) || /[,:]\s?$/.test(lead);
  if (attribution === null && words.split(/\s+/).length <= LONGEST_TERM && !/[!?]$/.test(words))
    return 'term';
  return whole && /^[^\p{L}]*\p{Lu}/u.test(words) ? 'direct' : 'mixed';
}
