import { type Token, tokens } from '../../search/terms.ts';
import { isParticle, type Name, namesIn } from './names.ts';
import { isOffice, MAN, MANY, type Nature, natureOf, SOMEBODY, THING, WOMAN } from './nature.ts';
import { isAdjective, nounGroupsIn } from './noun-groups.ts';

/** An earlier question and what came of it. */
export interface PastTurn {
  readonly asked: string;
  /** The stand-alone question that was searched. */
  readonly understood: string;
  /** The sentence that answered it; null where nothing did. */
  readonly answer: string | null;
}

/** Where the last answer stood. */
export type Topic = readonly [headline: string, section: string | null];

/** Somebody or something that a pronoun may stand for. */
export interface Referent {
  readonly text: string;
  readonly nature: Nature;
  readonly place: boolean;
  /** A name; else a group of nouns: "rare earths". */
  readonly named: boolean;
  /** Mentioned in an answer and nowhere else. */
  readonly passing: boolean;
  /** How much the conversation is about it just now. */
  readonly weight: number;
}

/** What is being talked about when a question is asked. */
export interface Scene {
  /** Weightiest first. */
  readonly referents: readonly Referent[];
  /** What the headline names as a whole: "Jason Kidd". Null for a headline that tells something. */
  readonly topic: Referent | null;
  readonly last: PastTurn | null;
  /** A word that is part of a name spoken of before, however it is typed now. */
  readonly isName: (token: Token) => boolean;
}

const WEIGHT = {
  subjectOfQuestion: 3,
  topic: 2.6,
  inQuestion: 2,
  onlyNameOfAnswer: 1.7,
  subjectOfAnswer: 1.5,
  inHeadline: 1.4,
  inAnswer: 1.2,
  placeInQuestion: 1,
} as const;
/** What a thing without a name weighs, by how it stands in the question. */
const STANDING = { defined: 3, complement: 2.2, plain: 1.1, circumstance: 0.7 } as const;
/** What was said a turn earlier weighs this much less. */
const FADING = 0.75;

export function sceneOf(
  history: readonly PastTurn[],
  topic: Topic | undefined,
  isNameElsewhere: (term: string) => boolean,
): Scene {
  const headline = topic?.[0] ?? '';
  const title = wholeTitle(headline);
  const full = fullNames(history, headline, title);
  const lastWords = new Set(full.flatMap(lastWordOf));
  const isName = (token: Token): boolean =>
    !token.stop && (lastWords.has(token.word) || (token.capital && isNameElsewhere(token.term)));
  const fullest = (name: string): string => full.find((longer) => isPartOf(name, longer, title)) ?? name;

  const found = new Map<string, Referent>();
  const add = (text: string, weight: number, more: Partial<Referent> = {}): void => {
    if (isOffice(text)) return;
    const key = text.toLowerCase();
    const before = found.get(key);
    found.set(key, {
      text: before?.text ?? text,
      nature: more.nature ?? before?.nature ?? natureOf(text),
      place: before?.place === true || more.place === true,
      named: more.named ?? true,
      passing: (before?.passing ?? true) && more.passing === true,
      weight: Math.max(weight, before?.weight ?? 0),
    });
  };

  let fading = 1;
  for (const { understood, answer } of history.toReversed()) {
    for (const [at, name] of namesIn(understood, isName).entries()) {
      const place = isPlace(understood, name);
      const weight = at === 0 ? WEIGHT.subjectOfQuestion : WEIGHT.inQuestion;
      const thing = thingNamedAfter(understood, name);
      if (thing !== null) add(thing.text, fading * weight, { nature: THING });
      if (thing === null || thing.owned)
        add(fullest(name.text), fading * (place ? WEIGHT.placeInQuestion : weight), {
          place,
          ...isSomebody(understood, fullest(name.text)),
        });
    }
    for (const { text, number, standing } of nounGroupsIn(understood, isName))
      add(text, fading * STANDING[standing], { named: false, nature: { person: null, gender: null, number } });
    const told = namesIn(answer ?? '', isName);
    const first = told.length === 1 ? WEIGHT.onlyNameOfAnswer : WEIGHT.subjectOfAnswer;
    for (const [at, name] of told.entries())
      add(fullest(name.text), fading * (at === 0 ? first : WEIGHT.inAnswer), {
        place: isPlace(answer ?? '', name),
        passing: true,
      });
    fading *= FADING;
  }
  if (title !== null) add(title, WEIGHT.topic, { nature: natureInTalk(title, history) });
  else for (const name of namesIn(headline, isName)) add(fullest(name.text), WEIGHT.inHeadline);

  return {
    referents: [...found.values()].sort((a, b) => b.weight - a.weight),
    topic: title === null ? null : (found.get(title.toLowerCase()) ?? null),
    last: history.at(-1) ?? null,
    isName,
  };
}

/** "Who is Dmytro Kuleba?" asks for a person. */
const isSomebody = (question: string, name: string): { readonly nature?: Nature } =>
  /^\W*who(?:['’]s|\s+(?:is|was))\s/i.test(question) && natureOf(name).person === null ? { nature: SOMEBODY } : {};

/** "Slipknot (band)" is Slipknot; "Zelensky refuses U.S. rare-earths deal" tells something and names no one thing. */
function wholeTitle(headline: string): string | null {
  const plain = headline.replace(/\s*\([^)]*\)\s*$/, '').trim();
  const words = tokens(plain);
  const inName = words.every(
    ({ stop, capital, word }, at) => capital || (at > 0 && (stop || isParticle(word) || /^peoples?$/.test(word))),
  );
  return inName && words.length <= 7 && words.some(({ stop }) => !stop) ? plain : null;
}

/** Every name that was said, fullest first. */
function fullNames(history: readonly PastTurn[], headline: string, title: string | null): readonly string[] {
  const texts = [headline, ...history.flatMap(({ asked, understood, answer }) => [asked, understood, answer ?? ''])];
  const names = new Set(texts.flatMap((text) => namesIn(text).map((name) => name.text)));
  return [...(title === null ? [] : [title]), ...[...names].sort((a, b) => b.length - a.length)];
}

function lastWordOf(name: string): readonly string[] {
  const last = tokens(name).findLast(({ stop, capital }) => !stop && capital);
  return last === undefined ? [] : [last.word];
}

/** "Kidd" is part of "Jason Kidd", "Winnie" of "Winnie Mandela", but "New" not of "New York". */
function isPartOf(name: string, longer: string, title: string | null): boolean {
  const [part, whole] = [name.toLowerCase(), longer.toLowerCase()];
  if (part === whole || whole.endsWith(` ${part}`)) return true;
  return whole.startsWith(`${part} `) && (longer === title || natureOf(longer).person === true);
}

const isPlace = (text: string, { start, text: name }: Name): boolean =>
  /\b(?:in|on|at|to|from|near|into|through|across)\s+(?:the\s+)?$/i.test(text.slice(0, start)) &&
  natureOf(name).person !== true;

/** "the Stanford experiment", "Darwin’s theory": a thing with a name before it. */
function thingNamedAfter(
  text: string,
  { start, end, text: name }: Name,
): { readonly text: string; readonly owned: boolean } | null {
  const after = /^(['’]s)? (\p{Ll}{3,})(?=[^\p{L}]*$)/u.exec(text.slice(end));
  const [, possessive, noun] = after ?? [];
  if (noun === undefined || /(?:ed|ing)$/.test(noun) || isAdjective(noun)) return null;
  if (possessive !== undefined) return { text: `${name}${possessive} ${noun}`, owned: true };
  return /\bthe\s+$/i.test(text.slice(0, start)) ? { text: `${name} ${noun}`, owned: false } : null;
}

const SPOKEN_OF: readonly (readonly [RegExp, Nature])[] = [
  [/\b(?:he|him|his)\b/gi, MAN],
  [/\b(?:she|her|hers)\b/gi, WOMAN],
  [/\b(?:they|them|their)\b/gi, { ...MANY, number: 'either' }],
];

/** A conversation about somebody keeps saying "she". */
function natureInTalk(title: string, history: readonly PastTurn[]): Nature {
  const own = natureOf(title);
  if (own.gender !== null || own.person === false) return own;
  const talk = history.map(({ asked, answer }) => `${asked} ${answer ?? ''}`).join(' ');
  const counts = SPOKEN_OF.map(([form, nature]) => ({ nature, count: talk.match(form)?.length ?? 0 }));
  const [most, next] = counts.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count > (next?.count ?? 0) ? most.nature : own;
}
