import { conceptsAt, tokens } from '../../search/terms.ts';
import { type Gender, givenNames } from './given-names.ts';

/** What is known of somebody or something, so that pronouns can agree with it. Null: not known. */
export interface Nature {
  readonly person: boolean | null;
  readonly gender: Gender | null;
  /** 'either' is an organisation or a country: "it has said", "they have said". */
  readonly number: 'one' | 'many' | 'either' | null;
}

const UNKNOWN: Nature = { person: null, gender: null, number: null };
export const MAN: Nature = { person: true, gender: 'man', number: 'one' };
export const WOMAN: Nature = { person: true, gender: 'woman', number: 'one' };
export const SOMEBODY: Nature = { person: true, gender: null, number: 'one' };
export const THING: Nature = { person: false, gender: null, number: 'one' };
const ORGANISATION: Nature = { person: false, gender: null, number: 'either' };
export const MANY: Nature = { person: null, gender: null, number: 'many' };

const ORGANISED =
  /^(?:inc|corp|corporation|company|co|ltd|plc|group|party|council|agency|ministry|department|university|college|school|club|band|orchestra|association|committee|union|court|church|army|navy|police|records|bank|league|team|government|administration|parliament|congress|senate|commission|organization|organisation|institute|society|federation|foundation|tribe|family|press|house|states|nations|fc|rovers|wanderers|rangers|united|athletic|albion|city|town|county|hospital|trust|authority|service|services|office|board|fund|network|media|times|post|airlines|airways|motors|industries|holdings)$/;
const PLURAL = /^(?:people|peoples|brothers|sisters|boys|girls)$/;
const INANIMATE =
  /^(?:act|treaty|award|awards|prize|festival|conference|war|battle|film|album|song|book|river|sea|lake|island|islands|mountain|valley|street|road|bridge|tower|memorial|museum|airport|cup|championship|championships|series|tour|agreement|deal|accord|law|bill|report|show|tournament|scandal|project|plan|dam|reservoir|canal|tunnel|harbour|harbor|railway|station|stadium|theatre|theater|cathedral|palace|library|gallery|hotel|peninsula|strait|glacier|volcano)$/;
const STORM = /^(?:storm|hurricane|cyclone|typhoon)$/;
/** "Fiddler on the Roof": no person is called so. */
const IN_NO_PERSONS_NAME = /^(?:in|on|and|with|for|to|from|at|is|my|your|our)$/;
const MANS_TITLE = /^(?:mr|sir|king|prince|pope|father|lord)$/;
const WOMANS_TITLE = /^(?:mrs|ms|miss|lady|queen|princess|dame)$/;
const TITLE =
  /^(?:president|minister|chancellor|senator|secretary|dr|professor|general|captain|colonel|judge|justice|bishop|rabbi|governor|mayor|ambassador|saint)$/;

/** "Senator", "President": an office, held by somebody who is not named. */
export const isOffice = (name: string): boolean => tokens(name).every(({ word }) => TITLE.test(word));

/** What the words of a name tell: "Angela Merkel" is a woman, "Security Council" an organisation. */
export function natureOf(name: string): Nature {
  const found = tokens(name);
  const words = found.map(({ word }) => word.replace(/\.$/, ''));
  const first = words[0] ?? '';
  const some = (class_: RegExp): boolean => words.some((word) => class_.test(word));
  if (some(PLURAL)) return { ...MANY, person: false };
  if (some(ORGANISED)) return ORGANISATION;
  if (STORM.test(first)) return THING;
  if (words.some((word, at) => INANIMATE.test(word) && (at > 0 || words.length === 1))) return THING;
  const isAlias = conceptsAt(found).some(({ first: from, last }) => from === 0 && last === words.length - 1);
  if (isAlias || /^\p{Lu}{2,5}$/u.test(name)) return ORGANISATION;
  if (MANS_TITLE.test(first)) return MAN;
  if (WOMANS_TITLE.test(first)) return WOMAN;
  if (some(IN_NO_PERSONS_NAME)) return THING;
  const gender = givenNames.get(first);
  if (gender !== undefined) return gender === 'man' ? MAN : WOMAN;
  if (some(TITLE)) return SOMEBODY;
  if (first === 'the' && /[^s]s$/.test(words.at(-1) ?? '')) return { ...MANY, person: false };
  return UNKNOWN;
}

/** Whether a pronoun of one nature can stand for a thing of the other. */
export function agree(pronoun: Nature, thing: Nature): boolean {
  if (pronoun.person !== null && thing.person !== null && pronoun.person !== thing.person) return false;
  if (pronoun.gender !== null && thing.gender !== null && pronoun.gender !== thing.gender) return false;
  const either = thing.number === null || thing.number === 'either' || pronoun.number === null;
  return either || pronoun.number === thing.number;
}
