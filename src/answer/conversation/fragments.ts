import { tokens } from '../../search/terms.ts';
import { type Name, namesIn } from './names.ts';
import { nounGroupsIn } from './noun-groups.ts';
import type { Scene } from './scene.ts';

/**
 * A question that leaves out what the one before it said, filled in from there; null when it is none:
 *
 *   does Russia have rare earths?  + what about Australia?   → does Australia have rare earths?
 *   What share of refining is it?  + and of known reserves?  → What share of known reserves is it?
 *   Did Zelensky reject the deal?  + why?                    → Why did Zelensky reject the deal?
 *   What did Kuleba say?           + anything else?          → What else did Kuleba say?
 */
export function fillIn(fragment: string, scene: Scene): string | null {
  const before = coreOf(scene.last?.understood.trim() ?? '');
  if (before === '' || before.length > LONGEST_QUESTION) return null;
  const asked = fragment.trim();
  return questionWordAlone(asked, before) ?? moreAlone(asked, before) ?? contrasted(asked, before, scene);
}

/** Of a longer one nobody leaves out a part. UTF-16 units. */
const LONGEST_QUESTION = 300;

/** "anything else (who called it colonial)?" → "who called it colonial", so that asking on and on nests nothing. */
function coreOf(before: string): string {
  const [, fragment = '', inner] = /^([^()]*)\s\((.*)\)\?$/s.exec(before) ?? [];
  return inner !== undefined && (MORE.test(fragment) || QUESTION_WORD.test(fragment)) ? inner : before;
}

type Place = Pick<Name, 'start' | 'end'>;

const QUESTION_WORD =
  /^(?:and |but |so )?(why|when|where|how|who)( not)?(?: exactly| then| so| come)?\s*[?!.]*$/i;
const LEADING_QUESTION_WORD =
  /^(?:why|when|where|how|what|which)\s+(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s)/i;
const LEADING_AUXILIARY = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s/i;

/** "Why?" */
function questionWordAlone(asked: string, before: string): string | null {
  const [, word, not] = QUESTION_WORD.exec(asked) ?? [];
  if (word === undefined) return null;
  const rest = before.replace(LEADING_QUESTION_WORD, '');
  if (!LEADING_AUXILIARY.test(rest)) return `${bare(asked)} (${withSmallStart(bare(before))})?`;
  return `${word} ${withSmallStart(not === undefined ? rest : denied(rest))}`;
}

/** "Did the U.S. …" → "Didn't the U.S. …" */
const denied = (question: string): string =>
  question.replace(/^\w+/, (auxiliary) =>
    /^will$/i.test(auxiliary) ? "won't" : /^can$/i.test(auxiliary) ? "can't" : `${auxiliary}n't`,
  );

const MORE =
  /^(?:and |but |so )?(?:(?:is there |was there )?any(?:thing|one|body) (?:else|more)|what else|who else|(?:tell me )?more|go on)\s*[?!.]*$/i;

/** "Anything else?" */
function moreAlone(asked: string, before: string): string | null {
  if (!MORE.test(asked)) return null;
  const opened = /^((?:what|who|where|how|why|when)) (?:else )?(?=\w)/i.exec(before);
  if (opened?.[1] !== undefined && LEADING_AUXILIARY.test(before.slice(opened[0].length)))
    return `${opened[1]} else ${before.slice(opened[0].length)}`;
  return `${bare(asked)} (${withSmallStart(bare(before))})?`;
}

const CONTRAST = /^(?:(?:and|but|so|or|then)\s+)?(?:(?:what|how)\s+about|and|or)\s+(.+?)\s*[?!.]*$/i;
const PREPOSITION = /^(of|in|on|for|with|by|from|to|at|against|during|under|over|after|before|about)\s+/i;

/** "What about Australia?", "and of known reserves?" */
function contrasted(asked: string, before: string, scene: Scene): string | null {
  const subject = CONTRAST.exec(asked)?.[1];
  if (subject === undefined || isWholeQuestion(subject)) return null;
  const preposition = PREPOSITION.exec(subject)?.[1];
  return preposition === undefined
    ? replaced(subject, before, scene)
    : phraseReplaced(subject, preposition, before, scene);
}

/** It asks something by itself: "and who wrote it", "and did he go". */
const isWholeQuestion = (subject: string): boolean =>
  /^(?:what|who|whom|whose|when|where|why|how|which|tell|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i.test(
    subject,
  ) ||
  /\b(?:he|she|it|they|him|her|his|hers|its|them|their|this|that|these|those)\b/i.test(subject) ||
  tokens(subject).length > 6;

/** A name takes the place of a name, a thing the place of a thing; null where there is none. */
function replaced(subject: string, before: string, scene: Scene): string | null {
  const names = namesIn(before, scene.isNameIn(before));
  const opened = `: ${subject}`; // A first word's capital would say nothing.
  const isNamed = namesIn(opened, scene.isNameIn(opened)).length > 0 || looksLikeName(subject, names);
  const place: Place | undefined = isNamed
    ? names[0]
    : nounGroupsIn(before, scene.isNameIn(before)).findLast(({ end }) => !before.slice(end).includes(')'));
  return place === undefined ? null : cut(before, place, subject);
}

/** The conversation's only contrast is a name, and nothing says that this is none. */
const looksLikeName = (subject: string, names: readonly Name[]): boolean =>
  names.length > 0 &&
  tokens(subject).every(({ stop }) => !stop) &&
  tokens(subject).length === 1 &&
  !/(?:s|ing)$/.test(subject);

/** "of refining" gives way to "of known reserves". */
function phraseReplaced(phrase: string, preposition: string, before: string, scene: Scene): string {
  const same = new RegExp(`\\b${preposition}\\s+(?:the\\s+)?`, 'i').exec(before);
  if (same !== null) {
    const from = same.index + same[0].length;
    const object: Place | undefined = [
      ...namesIn(before, scene.isNameIn(before)),
      ...nounGroupsIn(before, scene.isNameIn(before)),
    ].find(({ start }) => start === from);
    if (object !== undefined) return cut(before, { ...object, start: same.index }, phrase);
  }
  return `${bare(before)} ${phrase}?`;
}

function cut(text: string, { start, end }: Place, by: string): string {
  const before = text.slice(0, start);
  const once = ARTICLE_LAST.test(before) ? by.replace(ARTICLE_FIRST, '') : by;
  return before + bare(once) + text.slice(end);
}

const ARTICLE_LAST = /\b(?:the|an?)\s+$/i;
const ARTICLE_FIRST = /^(?:the|an?)\s+/i;

const bare = (question: string): string => question.replace(/[\s?!.]+$/, '');

/** A question begins small in the middle of another; a name does not. */
const withSmallStart = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})\S*/u, (word) => (isStopWord(word) ? word.toLowerCase() : word));

const isStopWord = (word: string): boolean => tokens(word)[0]?.stop !== false;
