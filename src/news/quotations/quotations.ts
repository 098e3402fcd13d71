import type { Article, Span } from '../article.ts';

import { type Cast, castOf } from './cast.ts';
import { type Decision, giveQuotations } from './giving.ts';
import { indirectIn } from './indirect.ts';
import { isTerm, kindOf, wordsOf } from './kinds.ts';
import { type QuotationModels, quotationModels } from './models.ts';
import type { Grade, Quotation, Speaker } from './quotation.ts';
import { layoutOf, type Scene, sceneOf } from './scene.ts';
import { clauseEnd, mentionSpan, spanOf } from './spans.ts';
import { venueAfter } from './venue.ts';

/**
 * What was said in an article, in the order of its text: words between marks, each with its speaker or none,
 * and what is reported without marks.
 */
export function quotationsOf(
  article: Article,
  models: QuotationModels = quotationModels(),
): readonly Quotation[] {
  const scene = sceneOf(layoutOf(article), models);
  const cast = castOf(
    article,
    subjectsIn(scene),
    scene.marked.map(({ outer }) => outer),
  );
  const quoted = quotedIn(article, scene, giveQuotations(scene, models.claims), cast);
  return [...quoted, ...indirectIn(article, scene, cast)].sort(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  );
}

/** Reading an article's quotations takes a while; they live as long as it does. */
const read = new WeakMap<Article, readonly Quotation[]>();

/** The same as `quotationsOf`, read once for each article. */
export function quotationsIn(article: Article): readonly Quotation[] {
  const known = read.get(article) ?? quotationsOf(article);
  read.set(article, known);
  return known;
}

/** The mentions that stand as subjects of cues, in order. */
function subjectsIn(scene: Scene): readonly Span[] {
  const found = new Map<number, Span>();
  for (const one of scene.readings.values())
    for (const { source, odds } of one)
      if (source !== null && odds > 0) found.set(source.from, mentionSpan(scene, source));
  return [...found.values()].sort((a, b) => a.start - b.start);
}

type Growing = Quotation & { spans: Span[]; confidence: number };

function quotedIn(
  article: Article,
  scene: Scene,
  decisions: readonly Decision[],
  cast: Cast,
): readonly Quotation[] {
  const rows: Growing[] = [];
  let last: { readonly row: Growing; readonly decision: Decision } | null = null;
  for (const decision of decisions) {
    const words = wordsOf(article, scene.marked[decision.place.piece]?.inner ?? { start: 0, end: 0 });
    if (last !== null && goesOn(scene, last.decision, decision)) {
      last.row.spans.push(words);
      last.row.confidence = Math.min(last.row.confidence, decision.probability);
      last = { row: last.row, decision };
      continue;
    }
    const row = rowOf(article, scene, decision, words, cast, last?.row.speaker ?? null);
    rows.push(row);
    if (row.speaker !== null) last = { row, decision };
  }
  return rows;
}

/** “…,” he said. “…”: one quotation, of which the later part has no cue of its own; or it runs over paragraphs. */
function goesOn({ tokens, marked }: Scene, before: Decision, decision: Decision): boolean {
  const { claim, place } = decision;
  if (claim.source === null) return false;
  if (claim.kind === 'same paragraph') return true;
  if (claim.source.from !== before.claim.source?.from) return false;
  const isNext = claim.kind === 'paragraph before' || claim.kind === 'lead-in';
  if (isNext) return place.piece === before.place.piece + 1 && marked[before.place.piece]?.closed === false;
  const sameCue = claim.reading !== null && claim.reading === before.claim.reading;
  return claim.kind === 'cue' && sameCue && tokens.frames[place.at] === tokens.frames[before.place.at];
}

function rowOf(
  article: Article,
  scene: Scene,
  { claim, place, probability }: Decision,
  words: Span,
  cast: Cast,
  spoke: Speaker | null,
): Growing {
  const piece = scene.marked[place.piece];
  const base = { article: article.id, spans: [words] };
  if (claim.source === null || piece === undefined) {
    const kind = isTerm(article, words) ? 'term' : kindOf(article, piece, words);
    return { ...base, kind, speaker: null, grade: 'unknown', cue: null, venue: null, confidence: 0 };
  }
  const { speaker, grade, doubtful } = cast.recognise(mentionSpan(scene, claim.source), spoke);
  const cue = claim.reading === null ? null : spanOf(scene, claim.reading.cue);
  const direct = claim.kind === 'cue' || claim.kind === 'signed';
  return {
    ...base,
    kind: kindOf(article, piece, words),
    speaker,
    grade: direct ? grade : inferred(grade),
    cue,
    venue:
      cue === null ? null : venueAfter(article, cue, clauseEnd(scene, claim.reading?.cue ?? place.frame)),
    confidence: probability * (doubtful ? DOUBTFUL : 1),
  };
}

/** Of those who might as well be somebody else, about so many are right. */
const DOUBTFUL = 0.8;

const inferred = (grade: Grade): Grade => (grade === 'unknown' ? 'unknown' : 'inferred');
