import { type Article, type Span, textAt } from '../article.ts';
import { type Sex, sexOf } from './first-names.ts';
import type { Named, Names } from './names.ts';

/** Whom a pronoun stands for. */
export interface Antecedent {
  readonly name: Span;
  readonly role: Span | null;
  /** Whether somebody else would do about as well. */
  readonly doubtful: boolean;
}

/** Farther back than this a pronoun does not reach. Names. */
const REACH = 12;
/** Paragraphs. */
const FARTHEST = 3;
/** A second candidate this near the first makes it doubtful. */
const CLOSE = 1;

/** Bodies that "he" and "she" never stand for. */
const BODY =
  /\b(?:University|Party|House|Senate|Congress|Court|Department|Ministry|Council|Committee|Commission|Agency|Bank|Inc|Corp|Company|Group|Institute|Association|Union|Times|Post|Journal|News|Press|Street|Avenue|River|Bay|Beach|City|County|State|States|America|Act|Day|Street|Center|Centre|Conference|Forum|Summit|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Republicans?|Democrats?)\b/u;

/**
 * Whom "he" or "she" stands for, or null: the nearest person named before, who opens a sentence or speaks if
 * possible, and whose sex, where a name or a title tells it, agrees.
 *
 * @param spoke who was just quoted, to whom the pronoun goes back most often
 * @param speaking mentions that are subjects of a reporting verb: these are people, whatever they are called
 */
export function antecedentOf(
  article: Article,
  pronoun: Span,
  names: Names,
  spoke: Span | null,
  speaking: ReadonlySet<number>,
): Antecedent | null {
  const sex: Sex | null = /^(?:he|his|him)$/i.test(textAt(article, pronoun))
    ? 'his'
    : /^(?:she|hers?)$/i.test(textAt(article, pronoun))
      ? 'hers'
      : null;
  if (sex === null) return null;
  const scored = new Map<number, { name: Span; role: Span | null; score: number }>();
  for (const [back, named] of before(names.all, pronoun.start).entries()) {
    const { name, role } = names.resolve(named.name);
    const text = textAt(article, name);
    const between = paragraphsBetween(article, named.name.end, pronoun.start);
    const speaks = speaking.has(named.name.end) || (spoke !== null && spoke.start === name.start);
    if (between > FARTHEST || isOther(sex, article, name, role ?? named.role)) continue;
    if (!speaks && (BODY.test(text) || !/\s/.test(text))) continue;
    const score =
      (speaks ? 2 : 0) +
      (named.opens ? 1.5 : 0) +
      (spoke?.start === name.start ? 1.5 : 0) -
      back * 0.4 -
      between;
    const known = scored.get(name.start);
    if (known === undefined || known.score < score)
      scored.set(name.start, { name, role: role ?? named.role, score });
  }
  const [best, second] = [...scored.values()].sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  return {
    name: best.name,
    role: best.role,
    doubtful: second !== undefined && best.score - second.score < CLOSE,
  };
}

/** How many paragraphs end between two offsets; no more than matter are counted. */
function paragraphsBetween({ text }: Article, from: number, to: number): number {
  let count = 0;
  for (
    let at = text.indexOf('\n\n', from);
    at >= 0 && at < to && count <= FARTHEST;
    at = text.indexOf('\n\n', at + 2)
  )
    count++;
  return count;
}

/** The last few names before an offset, nearest first. */
function before(all: readonly Named[], offset: number): readonly Named[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.name.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return all.slice(Math.max(0, low - REACH), low).reverse();
}

const WOMAN =
  /\b(?:\p{L}*woman|Mrs|Ms|Miss|Lady|Dame|Queen|Princess|mother|daughter|sister|wife|actress|first lady)\b/iu;
const MAN = /\b(?:\p{L}*(?<!wo)man|Mr|Lord|Sir|King|Prince|father|son|brother|husband)\b/iu;

/** "He" is no spokeswoman, and no Tilda. */
function isOther(sex: Sex, article: Article, name: Span, role: Span | null): boolean {
  const before = article.text.slice(Math.max(0, name.start - 6), name.start);
  const titles = `${before} ${role === null ? '' : textAt(article, role)}`;
  const told = WOMAN.test(titles)
    ? 'hers'
    : MAN.test(titles)
      ? 'his'
      : sexOf(textAt(article, name).split(/\s+/)[0] ?? '');
  return told !== null && told !== sex;
}
