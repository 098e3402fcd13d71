import { type Article, type Span, textAt } from '../article.ts';
import { type Sex, sexOf } from './first-names.ts';
import { type Named, type Names, titleBefore } from './names.ts';

/** Whoever is named, as somebody that "he" or "she" may stand for. */
export interface Person {
  /** The name itself: it may stand in several places. */
  readonly key: string;
  readonly name: Span;
  readonly role: Span | null;
  /** Null where neither a title nor the first name tells it. */
  readonly sex: Sex | null;
}

/** The person that a name means where it stands; null for what is never a he or a she. */
export type Persons = (named: Named) => Person | null;

/** Bodies, places and days. */
const BODY =
  /\b(?:University|Party|House|Senate|Congress|Parliament|Assembly|Court|Department|Ministry|Council|Committee|Commission|Agency|Authority|Bureau|Bank|Fund|Inc|Corp|Company|Group|Institute|Institution|School|Foundation|Association|Organi[sz]ation|Union|Watch|Society|League|Coalition|Partnership|Network|Service|Forces|Times|Post|Today|Journal|News|Press|Report|Courier|Gazette|Street|Avenue|River|Valley|Bay|Beach|City|County|State|States|America|Act|Day|Center|Centre|Museum|Hospital|College|Airport|Station|Convention|Conference|Forum|Summit|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Republicans?|Democrats?)\b/u;

/** "NRA", "F.A.A." */
const ACRONYM = /^[\p{Lu}\s.]+$/u;

/** More capitalised words than a name has: a headline. */
const HEADLINE = /^(?:\S+\s+){5}/;

/** After such a word stands a place: "in Lower Orla". Not in "in Voss’s office". */
const IN = /\b(?:in|near|outside|across|throughout)\s+(?:the\s+)?$/;
/** What is never named but after such a word is no person either: "the council of Nether Reach", "at Mill Lane". */
const BESIDE = /\b(?:of|at|into|through|around|along)\s+(?:the\s+)?$/;

/** @param speaking where the names end that stand as subjects of reporting verbs */
export function personsIn(article: Article, names: Names, speaking: ReadonlySet<number>): Persons {
  const { bearers, titled, speakers, places, actors } = partsPlayed(article, names, speaking);
  let lower: ReadonlySet<string> | null = null;
  const isCommonNoun = (name: Span): boolean => {
    if (!opensSentence(article, name)) return false;
    const word = textAt(article, name);
    lower ??= new Set(article.text.match(/(?<!\p{L})\p{Ll}{3,}/gu));
    return /(?:s|men|women|people)$/.test(word) || lower.has(word.toLowerCase());
  };
  const personOf = ({ key, name, role }: Bearer): Person | null => {
    if (BODY.test(key) || ACRONYM.test(key) || HEADLINE.test(key)) return null;
    const sex = firstNameSex(key) ?? titled.get(key) ?? roleSex(article, role);
    const speaks = speakers.has(key);
    if (sex === null && !speaks && (places.has(key) || !actors.has(key))) return null;
    if (!/\s/.test(key) && (!speaks || isCommonNoun(name))) return null;
    return { key, name, role, sex };
  };
  const known = new Map<string, Person | null>();
  return (named) => {
    const bearer = bearers.get(named.name.start) ?? bearerOf(article, names, named);
    const before = known.get(bearer.key);
    if (before !== undefined) return before;
    const person = personOf(bearer);
    known.set(bearer.key, person);
    return person;
  };
}

/** Whatever bears a name. */
type Bearer = Omit<Person, 'sex'> & { readonly ambiguous: boolean };

function bearerOf(article: Article, { resolve }: Names, named: Named): Bearer {
  const { name, role, ambiguous } = resolve(named.name);
  return { key: textAt(article, name), name, role: role ?? named.role, ambiguous };
}

interface Parts {
  /** By where a name begins. */
  readonly bearers: ReadonlyMap<number, Bearer>;
  /** By names: "Mr", "Ms" before one of their mentions. */
  readonly titled: ReadonlyMap<string, Sex>;
  readonly speakers: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Whoever is named at least once without a word of place before. */
  readonly actors: ReadonlySet<string>;
}

function partsPlayed(article: Article, names: Names, speaking: ReadonlySet<number>): Parts {
  const { text } = article;
  const bearers = new Map<number, Bearer>();
  const titled = new Map<string, Sex>();
  const [speakers, places, actors] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const named of names.all) {
    const { start, end } = named.name;
    const bearer = bearerOf(article, names, named);
    bearers.set(start, bearer);
    const sex = titleBefore(article, named.name);
    if (sex !== null && !bearer.ambiguous) titled.set(bearer.key, sex);
    if (speaking.has(end)) speakers.add(bearer.key);
    const before = text.slice(Math.max(0, start - 16), start);
    const isAfterIn = IN.test(before);
    if (isAfterIn && !/[’']/.test(text[end] ?? '')) places.add(bearer.key);
    if (!isAfterIn && !BESIDE.test(before)) actors.add(bearer.key);
  }
  return { bearers, titled, speakers, places, actors };
}

/** "Divers found …" may be capitalised only because a sentence begins with it. */
const opensSentence = ({ text }: Article, { start }: Span): boolean =>
  /(?:^|[.!?][”"’']?\s+|\n\n)$/.test(text.slice(Math.max(0, start - 4), start));

const firstNameSex = (name: string): Sex | null => sexOf(name.split(/\s/, 1)[0] ?? '');

const WOMAN =
  /\b(?:\p{L}*woman|Mrs|Ms|Miss|Lady|Dame|Queen|Princess|mother|daughter|sister|wife|actress|first lady)\b/iu;
const MAN =
  /\b(?:\p{L}*(?<!wo)(?<!\b(?:ger|hu|nor|otto|ro))man|Mr|Lord|Sir|King|Prince|father|son|brother|husband)\b/iu;

/** "He" is no spokeswoman. */
function roleSex(article: Article, role: Span | null): Sex | null {
  if (role === null) return null;
  const text = textAt(article, role);
  return WOMAN.test(text) ? 'hers' : MAN.test(text) ? 'his' : null;
}
