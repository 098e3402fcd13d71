import { type Article, type Span, textAt } from '../article.ts';
import { type ReportingVerb, reportingVerb } from './cues.ts';

/** Who is said to have said it, as the words beside the quotation put it. */
export interface Attribution {
  readonly mention: Span;
  readonly cue: Span;
  readonly venue: Span | null;
  /** How often this rule is right. */
  readonly confidence: number;
}

/** What stands around a quotation: from the last quotation or sentence end to the next. */
export interface Surroundings {
  readonly before: Span;
  readonly after: Span;
}

interface Word extends Span {
  readonly text: string;
}

// Measured on news by how often each rule names the right speaker.
const CONFIDENCE = { after: 0.95, before: 0.85, weak: 0.7, accordingTo: 0.88 } as const;

/** Reads the words beside a quotation. Null rather than a guess. */
export function attribute(article: Article, around: Surroundings): Attribution | null {
  return (
    speakerAfter(article, around.after) ??
    speakerBefore(article, around.before) ??
    accordingTo(article, around)
  );
}

const LONGEST_SPEAKER = 14;

/** `Q, NP V` ("Kuleba told Politico") and `Q, V NP` ("said Kuleba, who …"). */
function speakerAfter(article: Article, after: Span): Attribution | null {
  const words = wordsIn(article, after);
  if (words[0] === undefined || /^\s*[.;]/.test(textAt(article, after))) return null;
  const first = verbAt(words, 0);
  if (first !== null && !first.participle && first.strength === 'strong') {
    const subject = nounPhraseFrom(article, words, 1);
    if (subject !== null) return found(article, subject, words[0], after, CONFIDENCE.after);
  }
  for (let at = 1; at <= Math.min(words.length - 1, LONGEST_SPEAKER); at++) {
    const verb = verbAt(words, at);
    const cue = words[at];
    if (verb === null || cue === undefined || verb.participle || verb.strength === 'weak') continue;
    const subject = trimSubject(article, words.slice(0, at));
    return subject === null ? null : found(article, subject, cue, after, CONFIDENCE.after);
  }
  return null;
}

/** `NP V that Q`, `NP, …, V Q`, `…, arguing that Q`: the nearest reporting verb to the left that has a subject. */
function speakerBefore(article: Article, before: Span): Attribution | null {
  const words = wordsIn(article, before);
  for (let at = words.length - 1; at > 0; at--) {
    const verb = verbAt(words, at);
    const cue = words[at];
    if (verb === null || cue === undefined) continue;
    const subject = trimSubject(article, subjectWords(article, words, at, verb));
    if (subject === null) continue;
    const confidence = verb.strength === 'strong' ? CONFIDENCE.before : CONFIDENCE.weak;
    return found(article, subject, cue, { start: cue.end, end: before.end }, confidence);
  }
  return null;
}

/** "According to NP, Q" and "Q, according to NP". */
function accordingTo(article: Article, { before, after }: Surroundings): Attribution | null {
  for (const side of [after, before]) {
    const match = /\baccording to\s+/i.exec(textAt(article, side));
    if (match === null) continue;
    const start = side.start + match.index;
    const words = wordsIn(article, { start: start + match[0].length, end: side.end });
    const subject = nounPhraseFrom(article, words, 0);
    if (subject === null) continue;
    const cue = { start, end: start + match[0].trimEnd().length };
    return { mention: subject, cue, venue: null, confidence: CONFIDENCE.accordingTo };
  }
  return null;
}

const ACRONYM = /^(?:\p{L}\.){2,}$/u;

function wordsIn(article: Article, span: Span): readonly Word[] {
  return [...textAt(article, span).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.’'-]*/gu)].map((match) => {
    const text = ACRONYM.test(match[0]) ? match[0] : match[0].replace(/[.'’-]+$/, '');
    return { text, start: span.start + match.index, end: span.start + match.index + text.length };
  });
}

const NOT_BEFORE_A_VERB =
  /^(?:the|a|an|his|her|its|their|our|my|of|to|this|that|these|those|some|any|no|in|for|with|by|United)$/i;

function verbAt(words: readonly Word[], at: number): ReportingVerb | null {
  const word = words[at];
  if (word === undefined || /^\p{Lu}/u.test(word.text)) return null;
  const verb = reportingVerb(word.text);
  if (verb === null) return null;
  const before = words[at - 1]?.text ?? '';
  if (NOT_BEFORE_A_VERB.test(before)) return null;
  // "was told", "had been asked": the listener is the subject.
  if (/^(?:told|asked)$/.test(word.text) && /^(?:was|were|been|being|be|is|are)$/.test(before)) return null;
  return verb;
}

const CLAUSE_BREAK = /^(?:and|but|while|as|because|when|after|before|although|though|with|whereas)$/i;

/** The words that could be a verb's subject: back to the clause's beginning, over what stands between commas. */
function subjectWords(
  article: Article,
  words: readonly Word[],
  verbAt: number,
  verb: ReportingVerb,
): readonly Word[] {
  const until = words.slice(0, verbAt);
  const lead = introduction(article, words);
  const who = until.findLastIndex(({ text }) => text === 'who');
  if (who > 0 && !until.slice(who + 1).some(isFiniteVerb)) return antecedent(article, until.slice(0, who));
  if (verb.participle) {
    // "…, arguing that": the main clause's subject. "with officials describing": what stands just before it.
    const previous = words[verbAt - 1];
    const cue = words[verbAt];
    const comma =
      previous !== undefined &&
      cue !== undefined &&
      article.text.slice(previous.end, cue.start).includes(',');
    if (!comma) return fromLast(until, (word) => CLAUSE_BREAK.test(word.text));
    const main = until.slice(lead).findIndex(isFiniteVerb);
    return main < 0 ? until.slice(lead) : until.slice(lead, lead + main);
  }
  // "Kuleba criticized the offer and said": the first verb's subject serves both.
  const joined = /^(?:and|also|but)$/i.test(until.at(-1)?.text ?? '');
  const main = until.slice(lead).findIndex(isFiniteVerb);
  if (main > 0 && (joined || verb.strength === 'weak')) return until.slice(lead, lead + main);
  return until.slice(lead);
}

/** "…, according to Mayor Brandt, who promised": the noun phrase just before "who". */
function antecedent(article: Article, words: readonly Word[]): readonly Word[] {
  const from = words.findLastIndex((word, at) => {
    const before = words[at - 1];
    if (before === undefined || PREPOSITION.test(before.text)) return true;
    const gap = article.text.slice(before.end, word.start);
    return (
      gap.includes(',') && !/^\s*,\s*$/.test(article.text.slice(word.end, words[at + 1]?.start ?? word.end))
    );
  });
  return words.slice(Math.max(0, from));
}

const PREPOSITION = /^(?:to|by|with|from|for|of|and|but|told|asked)$/i;

const FINITE =
  /^(?:is|are|was|were|has|had|have|did|does|do|will|would|could|can|may|might|should|must|called|criticized|defended|rejected|declined|spoke|spoken|refused|made|took|gave|went|came|framed|appeared|continued|also)$/i;
/** Finds the verb of a clause; "the state health department" holds none. */
const isFiniteVerb = ({ text }: Word, at: number, words: readonly Word[]): boolean =>
  FINITE.test(text) ||
  (/^\p{Ll}\P{M}*[^s]$/u.test(text) &&
    reportingVerb(text)?.participle === false &&
    !NOT_BEFORE_A_VERB.test(words[at - 1]?.text ?? ''));

/** "In a speech on Monday, …": how many words stand before the subject. */
function introduction(article: Article, words: readonly Word[]): number {
  const first = words[0]?.text ?? '';
  if (/^(?:But|And|Yet|Still)$/.test(first)) return 1;
  if (!INTRODUCES.test(first)) return 0;
  const comma = words.findIndex((word, at) => {
    const next = words[at + 1];
    return next !== undefined && article.text.slice(word.end, next.start).includes(',');
  });
  return comma + 1;
}

/** "In a speech on Monday, …", "Requesting anonymity, …" */
const INTRODUCES =
  /^(?:In|On|At|After|Before|During|While|When|As|For|With|By|Despite|Since|Later|Earlier|Meanwhile|However|\p{Lu}\p{L}+ing)$/u;

function fromLast(words: readonly Word[], breaks: (word: Word) => boolean): readonly Word[] {
  return words.slice(words.findLastIndex(breaks) + 1);
}

const SKIPPED_BEFORE_VERB =
  /^(?:also|then|later|once|recently|publicly|reportedly|repeatedly|simply|often|still|already|further|has|have|had|is|was|were|are|did|would|will|could|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\p{L}+ly)$/u;

/** "its founder, Rosa Lindqvist"; "The mediator, retired judge Eleanor Voss"; "Kuleba, a former minister"; "A senior official" before ", speaking …". */
const SUBJECT =
  /^[^,]+(?:,\s+(?:(?:an?|the)\s+[^,]+|(?:\p{Ll}+\s+){0,4}\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*)+(?=,|$)))?/u;

/** A subject without its adverbs, auxiliaries and asides; null when nothing that could speak is left. */
function trimSubject(article: Article, words: readonly Word[]): Span | null {
  const end = words.findLastIndex((word) => !SKIPPED_BEFORE_VERB.test(word.text));
  const kept = words.slice(0, end + 1);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return null;
  // "A senior official, speaking on condition of anonymity": the noun phrase ends at the comma.
  const phrase = article.text.slice(first.start, last.end);
  const name = SUBJECT.exec(phrase)?.[0] ?? phrase;
  if (name.split(/\s+/).length > LONGEST_SPEAKER || !speaks(name)) return null;
  return { start: first.start, end: first.start + name.length };
}

/** A name, a pronoun, or a noun with its article: things that can speak. */
const speaks = (phrase: string): boolean =>
  /\p{Lu}/u.test(phrase) ||
  /^(?:he|she|they|an?|the|its|his|her|their|one|another|some|many|critics|officials|police|experts|analysts)\b/i.test(
    phrase,
  );

/** "Kuleba, who …", "the ministry in a statement": the noun phrase that begins at a word. */
function nounPhraseFrom(article: Article, words: readonly Word[], at: number): Span | null {
  const first = words[at];
  if (first === undefined) return null;
  let last = first;
  for (const [index, word] of words.slice(at).entries()) {
    const previous = words[at + index - 1];
    if (
      index > 0 &&
      previous !== undefined &&
      /[,;:()—–“”"]/.test(article.text.slice(previous.end, word.start))
    )
      break;
    if (
      index > 0 &&
      /^(?:who|which|that|in|on|at|during|after|before|as|when|while|and|but|told|said|told)$/.test(word.text)
    )
      break;
    if (index >= LONGEST_SPEAKER) break;
    last = word;
  }
  // "said their leader, Graham Tull": the name that follows belongs to it.
  const name = /^,\s+\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'-]*)+(?=,|\.|\s*$)/u.exec(
    article.text.slice(last.end, last.end + 80),
  );
  const isDescription = !/\p{Lu}/u.test(article.text.slice(first.start, last.end));
  const span = { start: first.start, end: last.end + (isDescription ? (name?.[0].length ?? 0) : 0) };
  return speaks(textAt(article, span)) ? span : null;
}

function found(article: Article, mention: Span, cue: Word, rest: Span, confidence: number): Attribution {
  return { mention, cue: { start: cue.start, end: cue.end }, venue: venueIn(article, cue, rest), confidence };
}

const EVENT =
  /\b((?:at|during|in|on)\s+(?:(?:the|a|an|his|her|their)\s+)?(?:[\p{Lu}][\p{L}’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}’'.-]*)*|(?:\p{L}+\s+){0,2}(?:interview|speech|statement|conference|briefing|rally|tweet|post|letter|hearing|debate|meeting|testimony)(?:\s+(?:with|to|on|in)\s+(?:the\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*)*)?))/gu;
const NOT_A_VENUE =
  /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** "told **Politico**", "said on Saturday **at the Munich Security Conference**". */
function venueIn(article: Article, cue: Word, rest: Span): Span | null {
  const after = article.text.slice(cue.end, rest.end);
  if (cue.text === 'told') {
    const told =
      /^\s+((?:the\s+)?(?:\p{Lu}\p{Ll}+\s+)?(?:newspaper|magazine|broadcaster|radio|website|outlet|news agency|agency|channel|network|programme?|podcast)\s+\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+\p{Lu}[\p{L}\p{N}’'&-]*)*|(?:the\s+|The\s+)?\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}’'&-]*)*|reporters|journalists|lawmakers|supporters)/u.exec(
        after,
      );
    if (told?.[1] !== undefined) {
      const start = cue.end + told[0].length - told[1].length;
      return { start, end: start + told[1].length };
    }
  }
  // The pattern is a large one: most reports hold nothing that it could find.
  if (!/\b(?:at|during|in|on) /.test(after)) return null;
  for (const match of after.matchAll(EVENT)) {
    const venue = (match[1] ?? '').replace(/[.'’-]+$/, '');
    if (NOT_A_VENUE.test(venue)) continue;
    const start = cue.end + match.index;
    return { start, end: start + venue.length };
  }
  return null;
}
