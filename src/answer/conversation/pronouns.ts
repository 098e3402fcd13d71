import { type Token, tokens } from '../../search/terms.ts';
import type { Mention } from './mentions.ts';
import { type Name, namesIn } from './names.ts';
import { agree, MAN, MANY, type Nature, natureOf, THING, WOMAN } from './nature.ts';
import { nounGroupsIn } from './noun-groups.ts';
import type { Scene } from './scene.ts';

/** A word that stands for something said before, and what it can stand for. */
interface Pronoun {
  readonly start: number;
  readonly end: number;
  readonly nature: Nature;
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
    return [{ start: token.start, end: token.end, nature, ending, place: false }];
  });
}

const placePronoun = ({ start, end }: Token): Pronoun => ({
  start,
  end,
  nature: PLACE,
  ending: '',
  place: true,
});

/** "Did he live there?" names a place; "is there a plan?" does not. */
function isPlaceThere(words: readonly Token[], at: number): boolean {
  const next = words[at + 1]?.word ?? '';
  const before = words[at - 1]?.word ?? '';
  if (at === 0) return false;
  if (next === '') return true;
  return (
    /^(?:in|at|for|with|before|after|during|when|and|too|as|on|by|from|until)$/.test(next) &&
    !/^(?:is|are|was|were|be|been|isn't|aren't|wasn't|weren't)$/.test(before)
  );
}

/** "Is it true that …", "how long did it take to …": the word stands for nothing. */
function isEmptyIt(words: readonly Token[], at: number): boolean {
  if (
    /^(?:does|did)$/.test(words[at - 1]?.word ?? '') &&
    /^(?:say|state|mention|tell)$/.test(words[at + 1]?.word ?? '')
  )
    return true;
  const rest = words.slice(at + 1).map(({ word }) => word);
  const [next = ''] = rest;
  if (/^(?:take|took|rain|snow|seem|seems|seemed|appear|appears|mean|matter)$/.test(next) && rest.length > 1)
    return /^(?:to|for|that|like|as)$/.test(
      rest.find((word) => /^(?:to|for|that|like|as)$/.test(word)) ?? '',
    );
  return (
    /^(?:true|possible|impossible|likely|unlikely|easy|hard|difficult|important|necessary|clear|known|legal|illegal|safe|common|normal|worth|time)$/.test(
      next,
    ) && /^(?:that|to|for|if|whether)$/.test(rest[1] ?? '')
  );
}

const isPossessiveHer = (next: Token | undefined): boolean =>
  next !== undefined &&
  (!next.stop || /^(?:own|other|first|second|last|next|most|more|new|only|many|latest)$/.test(next.word));

/** The weightiest referent that agrees; null where only a passing mention would. */
export function referentOf(pronoun: Pronoun, { referents, topic }: Scene): Mention | null {
  const { nature, place } = pronoun;
  const fits = (each: Mention): boolean => {
    if (!agree(nature, each.nature)) return false;
    if (place) return each.place;
    if (each === topic) return true;
    if (!each.named) return nature.person !== true && (topic === null || each.weight >= WEIGHTY);
    if (nature.person === true) return each.nature.person === true || !(each.passing || each.place);
    if (nature.number === 'many')
      return isMany(each) ? topic === null || !each.passing : topic === null && !each.passing;
    return !each.passing || (!each.place && each.weight >= WEIGHTY_IN_ANSWER);
  };
  const weight = (each: Mention): number =>
    each.weight + (nature.gender !== null && each.nature.gender === nature.gender ? SURE : 0);
  const best = referents.filter(fits).toSorted((a, b) => weight(b) - weight(a))[0];
  // Given names deceive: somebody that a whole article is about is meant by "he" and by "she".
  return best ?? (nature.person === true && topic?.nature.person === true ? topic : null);
}

const WEIGHTY = 2;
const WEIGHTY_IN_ANSWER = 1.6;
/** What it counts to be known to agree, and not only to have nothing against it. */
const SURE = 0.8;

const isMany = ({ nature: { number } }: Mention): boolean => number === 'many' || number === 'either';

export interface Substituted {
  readonly text: string;
  /** Pronouns for which nothing was found. */
  readonly open: number;
  readonly filled: readonly Mention[];
}

/** "What did he tell Politico?" → "What did Dmytro Kuleba tell Politico?" */
export function substitute(question: string, scene: Scene): Substituted {
  const words = tokens(question);
  const own = namesIn(question, scene.isNameIn(question));
  const filled: Mention[] = [];
  let text = '';
  let done = 0;
  let open = 0;
  for (const pronoun of pronounsIn(question, words)) {
    if (!pronoun.place && isBound(pronoun, question, own, scene)) continue;
    const referent = referentOf(pronoun, scene);
    if (referent === null) {
      open += 1;
      continue;
    }
    if (filled.some((before) => before === referent)) continue;
    filled.push(referent);
    const before = question.slice(done, pronoun.start);
    const said = referent.article ? `the ${referent.text}` : referent.text;
    const name = pronoun.place ? `${movesTo(before) ? 'to' : 'in'} ${said}` : said;
    text += before + name + pronoun.ending;
    done = pronoun.end;
  }
  return { text: text + question.slice(done), open, filled };
}

/** "What did Zelensky say of his deal?", "What is lithium and where is it found?": the question itself says whose. */
function isBound({ nature, start }: Pronoun, question: string, own: readonly Name[], scene: Scene): boolean {
  if (own.some((name) => name.start < start && agree(nature, knownNature(name.text, scene)))) return true;
  const ownClause = /^(.*)(?:,|\band\b|\bbut\b|\bor\b)/is.exec(question.slice(0, start))?.[1] ?? '';
  return nature.person !== true && nounGroupsIn(ownClause, scene.isNameIn(ownClause)).length > 0;
}

const movesTo = (before: string): boolean =>
  /\b(?:go|goes|went|gone|going|move|moved|moving|travel|travelled|traveled|flee|fled|come|came|return|returned|get|got|fly|flew)\s+$/i.test(
    before,
  );

function knownNature(name: string, { referents }: Scene): Nature {
  const [plain, end] = [name.toLowerCase(), ` ${name.toLowerCase()}`];
  const known = referents.find(
    ({ text }) => text.toLowerCase() === plain || text.toLowerCase().endsWith(end),
  );
  return known?.nature ?? natureOf(name);
}
