import { tokens } from '../../search/terms.ts';
import type { Mention } from './mentions.ts';
import { type Name, namesIn } from './names.ts';
import { agree, type Nature, natureOf } from './nature.ts';
import { nounGroupsIn } from './noun-groups.ts';
import { mayBeOwn, type Pronoun, pronounsIn } from './pronouns.ts';
import type { Scene } from './scene.ts';

export interface Substituted {
  readonly text: string;
  /** Pronouns for which nothing was found. */
  readonly open: readonly Pronoun[];
  readonly filled: readonly Mention[];
  /** Whether one of those that were filled stands for something said before, whatever else it might mean. */
  readonly certain: boolean;
}

/** "What did he tell Politico?" → "What did Dmytro Kuleba tell Politico?" */
export function substitute(question: string, scene: Scene): Substituted {
  const words = tokens(question);
  const own = namesIn(question, scene.isNameIn(question));
  const filled: Mention[] = [];
  let text = '';
  let done = 0;
  let certain = false;
  const open: Pronoun[] = [];
  for (const pronoun of pronounsIn(question, words)) {
    if (!pronoun.place && isBound(pronoun, question, own, scene)) continue;
    const free = mayBeOwn(pronoun, words);
    const referent = referentOf(pronoun, scene, free);
    if (referent === null) {
      if (!free) open.push(pronoun);
      continue;
    }
    certain ||= !free;
    if (filled.some((before) => before === referent)) continue;
    filled.push(referent);
    const before = question.slice(done, pronoun.start);
    const said = referent.article ? `the ${referent.text}` : referent.text;
    const name = pronoun.place ? `${movesTo(before) ? 'to' : 'in'} ${said}` : said;
    text += before + name + pronoun.ending;
    done = pronoun.end;
  }
  return { text: text + question.slice(done), open, filled, certain };
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

/** The weightiest thing that agrees; null where only a passing mention would, or, for one that is `free`, what merely might. */
function referentOf(pronoun: Pronoun, scene: Scene, free: boolean): Mention | null {
  const { gender, person } = pronoun.nature;
  const weight = (each: Mention): number =>
    each.weight + (gender !== null && each.nature.gender === gender ? SURE : 0);
  const best = scene.referents
    .filter((each) => agree(pronoun.nature, each.nature) && mayBeMeant(each, pronoun, scene))
    .filter((each) => !free || each === scene.topic || isSureOf(each, pronoun))
    .toSorted((a, b) => weight(b) - weight(a))[0];
  // Given names deceive: somebody that a whole article is about is meant by "he" and by "she".
  return best ?? (person === true && scene.topic?.nature.person === true ? scene.topic : null);
}

/** Nobody is taken for whom a pronoun means that has a meaning without them, unless they are known to agree. */
const isSureOf = (each: Mention, { nature: { person, number } }: Pronoun): boolean =>
  number === 'many' ? isMany(each) : each.nature.person === person && !each.supposed;

/** What it counts to be known to agree, and not only to have nothing against it. */
const SURE = 0.8;
/** Where one thing is the topic, others are meant only when they were asked about, or were the whole answer. */
const ASKED_ABOUT = 2;
const WHOLE_ANSWER = 1.6;

function mayBeMeant(each: Mention, { nature, place }: Pronoun, { topic }: Scene): boolean {
  if (place) return each.place;
  if (each === topic) return true;
  if (!each.named) return nature.person !== true && (topic === null || each.weight >= ASKED_ABOUT);
  if (nature.person === true) return each.nature.person === true || !(each.passing || each.place);
  if (nature.number === 'many')
    return topic === null ? isMany(each) || !each.passing : isMany(each) && !each.passing;
  return !each.passing || (!each.place && each.weight >= WHOLE_ANSWER);
}

const isMany = ({ nature: { number } }: Mention): boolean => number === 'many' || number === 'either';
