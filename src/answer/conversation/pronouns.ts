import type { Token } from '../../search/terms.ts';
import { MAN, MANY, type Nature, THING, WOMAN } from './nature.ts';

/** A word that stands for something said before, and what it can stand for. */
export interface Pronoun {
  readonly start: number;
  readonly end: number;
  readonly nature: Nature;
  /** "His", "its": of somebody or something. */
  readonly owns: boolean;
  /** What follows the name that is put in its place: "’s", " are". */
  readonly ending: string;
  readonly place: boolean;
}

const PLACE: Nature = { person: false, gender: null, number: null };

const FORMS: Readonly<Record<string, Nature>> = {
  he: MAN,
  him: MAN,
  his: MAN,
  she: WOMAN,
  her: WOMAN,
  hers: WOMAN,
  they: MANY,
  them: MANY,
  their: MANY,
  theirs: MANY,
  it: THING,
  its: THING,
};
const CONTRACTED: Readonly<Record<string, string>> = {
  s: "'s",
  re: ' are',
  ve: ' have',
  ll: ' will',
  d: "'d",
};

/** Every pronoun that needs something said before, in order. */
export function pronounsIn(text: string, words: readonly Token[]): readonly Pronoun[] {
  return words.flatMap((token, at) => {
    const written = text
      .slice(token.start, token.end)
      .toLowerCase()
      .replace(/[’‘ʼ`´]/g, "'");
    const [word = '', contraction] = written.split("'");
    if (word === 'there') return isPlaceThere(words, at) ? [placePronoun(token)] : [];
    const nature = FORMS[word];
    if (nature === undefined || (word === 'it' && isEmptyIt(words, at))) return [];
    if (/^US$|^IT$/.test(text.slice(token.start, token.end))) return [];
    const possessive =
      /^(?:his|its|their|hers|theirs)$/.test(word) || (word === 'her' && isPossessiveHer(words[at + 1]));
    const ending = possessive ? "'s" : contraction === undefined ? '' : (CONTRACTED[contraction] ?? '');
    return [{ start: token.start, end: token.end, nature, owns: possessive, ending, place: false }];
  });
}

const placePronoun = ({ start, end }: Token): Pronoun => ({
  start,
  end,
  nature: PLACE,
  owns: false,
  ending: '',
  place: true,
});

/** "Did he live there?" names a place; "is there a plan?" and "how much lithium is there?" do not. */
function isPlaceThere(words: readonly Token[], at: number): boolean {
  const next = words[at + 1]?.word ?? '';
  const before = words[at - 1]?.word ?? '';
  if (at === 0) return false;
  // "Who was there?" is about a place all the same.
  if (next === '') return !/^(?:how|what|which)$/.test(words[0]?.word ?? '') || !IS.test(before);
  return (
    /^(?:in|at|for|with|before|after|during|when|and|too|as|on|by|from|until)$/.test(next) && !IS.test(before)
  );
}

const IS = /^(?:is|are|was|were|be|been|isn't|aren't|wasn't|weren't)$/;

/** "Is it true that …", "how long did it take to …", "does it say why …": the word stands for nothing. */
const AFTER_EMPTY_IT =
  /^(?:(?:take|took) (?:\S+ )*to|(?:rain|snow)|(?:seem|seems|appear|appears) (?:that|like|as)|(?:say|state|mention|tell) (?:what|why|how|if|whether|who|when|where|which)|(?:true|false|possible|impossible|likely|unlikely|easy|hard|difficult|important|necessary|clear|known|legal|illegal|safe|common|normal|worth|time) (?:that|to|for|if|whether))\b/;

const isEmptyIt = (words: readonly Token[], at: number): boolean =>
  AFTER_EMPTY_IT.test(
    words
      .slice(at + 1)
      .map(({ word }) => word)
      .join(' '),
  );

/**
 * "Who lost her spectacles?", "Which mayor is leaving his office?": it may belong to whoever is asked for. Not in "Who is
 * his wife?", nor in "Who did she leave her house to?".
 */
export function mayBeOwn({ start, owns }: Pronoun, words: readonly Token[]): boolean {
  const at = words.findIndex((token) => token.start === start);
  const asked = words.findIndex(({ word }) => /^(?:who|which)$/.test(word));
  if (!owns || asked < 0 || asked > 1) return false;
  const between = words.slice(asked + 1, at);
  const telling = between.filter(({ stop }) => !stop).length;
  // Somebody does something; "which" has its noun first.
  return telling >= (words[asked]?.word === 'who' ? 1 : 2) && !between.some(({ word }) => DOES.test(word));
}

const DOES = /^(?:do|does|did|don't|doesn't|didn't)$/;

const isPossessiveHer = (next: Token | undefined): boolean =>
  next !== undefined &&
  (!next.stop || /^(?:own|other|first|second|last|next|most|more|new|only|many|latest)$/.test(next.word));
