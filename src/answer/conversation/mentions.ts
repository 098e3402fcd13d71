import type { KnownNames } from './known-names.ts';
import { type Name, namesIn } from './names.ts';
import { type Nature, natureOf, SOMEBODY, THING } from './nature.ts';
import { isAdjective, nounGroupsIn } from './noun-groups.ts';

/** Somebody or something spoken of, and how much that makes the conversation be about it. */
export interface Mention {
  readonly text: string;
  /** It is spoken of with "the": "the U.S.", "the proposal". */
  readonly article: boolean;
  readonly nature: Nature;
  /** That it is a person is likely, but nothing in its name tells so. */
  readonly supposed: boolean;
  /** Something happens there: "in Berlin". */
  readonly place: boolean;
  /** A name; else a group of nouns: "rare earths". */
  readonly named: boolean;
  /** Mentioned in passing: in an answer, and not as what was asked for. */
  readonly passing: boolean;
  readonly weight: number;
}

/** Tuned on half of the conversations of training/follow-ups.ts. A later turn's mentions outweigh an earlier one's. */
export const WEIGHT = {
  whoWasAskedFor: 3.1,
  subjectOfQuestion: 3,
  title: 2.6,
  inQuestion: 2,
  onlyNameOfAnswer: 1.7,
  subjectOfAnswer: 1.5,
  inHeadline: 1.4,
  inAnswer: 1.2,
  placeInQuestion: 1,
  openingOfAnswer: 0.5,
} as const;
const NOUNS = {
  defined: 3,
  complement: 2.2,
  subject: 2.4,
  object: 2,
  plain: 1.1,
  circumstance: 0.7,
} as const;

/** Names first, then groups of nouns; each as its fullest form is known. */
export function mentionsInQuestion(question: string, known: KnownNames): readonly Mention[] {
  const isName = known.isNameIn(question);
  const names = namesIn(question, isName).flatMap((name, at): readonly Mention[] => {
    const weight = at === 0 ? WEIGHT.subjectOfQuestion : WEIGHT.inQuestion;
    const thing = thingNamedAfter(question, name);
    const things = thing === null ? [] : [mention(thing.text, weight, { nature: thing.nature })];
    if (thing?.owned === false) return things;
    const full = known.fullest(name.text);
    const place = isPlace(question, name);
    const nature = name.titled || WHO_IS.test(question) ? natureOr(SOMEBODY, full) : natureOf(full);
    return [
      ...things,
      mention(full, place ? WEIGHT.placeInQuestion : weight, {
        nature,
        place,
        article: isAfterThe(question, name),
      }),
    ];
  });
  const nouns = nounGroupsIn(question, isName).map((group) =>
    mention(group.text, NOUNS[group.standing], {
      nature: { person: null, gender: null, number: group.number },
      article: isAfterThe(question, group),
      named: false,
    }),
  );
  return [...names, ...nouns];
}

/** Names, and what the answer begins with: its other nouns are too many to be what “it” means. */
export function mentionsInAnswer(answer: string, question: string, known: KnownNames): readonly Mention[] {
  const names = namesIn(answer, known.isNameIn(answer));
  const first = names.length === 1 ? WEIGHT.onlyNameOfAnswer : WEIGHT.subjectOfAnswer;
  const wanted = ASKS_WHO.test(question) && !WHO_IS_NAMED.test(question);
  const named = names.map((name, at) => {
    const full = known.fullest(name.text);
    if (at === 0 && wanted && natureOf(full).person !== false && !question.includes(name.text))
      return mention(full, WEIGHT.whoWasAskedFor, somebodySupposed(full));
    return mention(full, at === 0 ? first : WEIGHT.inAnswer, {
      ...(name.titled && { nature: natureOr(SOMEBODY, full) }),
      ...(!name.titled && speaks(answer, name) && somebodySupposed(full)),
      place: isPlace(answer, name),
      article: isAfterThe(answer, name),
      passing: true,
    });
  });
  return [...openingOf(answer, known), ...named];
}

/** "The heron has lost the tip of its beak": the heron. */
function openingOf(answer: string, known: KnownNames): readonly Mention[] {
  const [group] = /^The\s+\p{Ll}/u.test(answer) ? nounGroupsIn(answer, known.isNameIn(answer)) : [];
  if (group === undefined) return [];
  const nature: Nature = { person: null, gender: null, number: group.number };
  return [
    mention(group.text, WEIGHT.openingOfAnswer, { nature, article: true, named: false, passing: true }),
  ];
}

/** A headline names people and countries more often than things: what is not known to be one is a person. */
export const mentionsInHeadline = (headline: string, known: KnownNames): readonly Mention[] =>
  namesIn(headline, known.isNameIn(headline)).map((name) => {
    const full = known.fullest(name.text);
    if (isPlace(headline, name)) return mention(full, WEIGHT.inHeadline, { place: true });
    if (known.namesSomething(full)) return mention(full, WEIGHT.inHeadline, { nature: THING });
    return mention(full, WEIGHT.inHeadline, somebodySupposed(full));
  });

const mention = (text: string, weight: number, more: Partial<Mention>): Mention => ({
  text,
  article: more.article ?? false,
  nature: more.nature ?? natureOf(text),
  supposed: more.supposed ?? false,
  place: more.place ?? false,
  named: more.named ?? true,
  passing: more.passing ?? false,
  weight,
});

const natureOr = (otherwise: Nature, name: string): Nature => {
  const known = natureOf(name);
  return known.person === null ? otherwise : known;
};

/** A person, unless the name tells something else. */
const somebodySupposed = (name: string): Pick<Mention, 'nature' | 'supposed'> => ({
  nature: natureOr(SOMEBODY, name),
  supposed: natureOf(name).person === null,
});

/** "Tull said", "said Tull", but not "the company Nordfare said". */
function speaks(text: string, { start, end, text: name }: Name): boolean {
  const before = text.slice(0, start);
  const noun = /\p{Ll}+\s+$/u.exec(before)?.[0] ?? '';
  return (
    (/^,?\s+(?:said|says|told|tells|added|adds)\b/.test(text.slice(end)) ||
      /\b(?:said|says|added|adds)\s+$/.test(before)) &&
    natureOf(noun + name).person !== false
  );
}

/** "Who presented it?": the answer names somebody new. "Who is Dmytro Kuleba?": the question does. */
const ASKS_WHO = /^\W*who(?:['’]s\b|\s)/i;
const WHO_IS = /^\W*who(?:['’]s|\s+(?:is|was))\s/i;
const WHO_IS_NAMED = /^\W*who(?:['’]s|\s+(?:is|was|are|were))\s+\p{Lu}/u;

const isPlace = (text: string, { start, text: name }: Name): boolean =>
  /\b(?:in|on|at|to|from|near|into|through|across)\s+(?:the\s+)?$/i.test(text.slice(0, start)) &&
  natureOf(name).person !== true;

const isAfterThe = (text: string, { start }: { readonly start: number }): boolean =>
  /\bthe\s+$/i.test(text.slice(0, start));

interface NamedThing {
  readonly text: string;
  readonly nature: Nature;
  /** "Darwin’s theory" speaks of Darwin too; "the Stanford experiment" not of Stanford. */
  readonly owned: boolean;
}

const PEOPLE_OF_A_PLACE = /^\p{Lu}\p{L}+(?:an|ese|ish|ch|li|qi)$/u;

/** A thing with a name before it: "the Stanford experiment", "Darwin’s theory", "American companies". */
function thingNamedAfter(text: string, { start, end, text: name }: Name): NamedThing | null {
  const [, possessive, noun] = /^(['’]s)? (\p{Ll}{3,})\b/u.exec(text.slice(end)) ?? [];
  if (noun === undefined || /(?:ed|ing)$/.test(noun) || isAdjective(noun)) return null;
  if (PEOPLE_OF_A_PLACE.test(name) && /[^s]s$|people$/.test(noun))
    return { text: `${name} ${noun}`, nature: { person: null, gender: null, number: 'many' }, owned: false };
  // "How does the Senate work?": a verb.
  if (
    /\b(?:do|does|did|can|could|will|would|should|may|might|must)\s+(?:the\s+)?$/i.test(text.slice(0, start))
  )
    return null;
  const closes = /^[^\p{L}]*$/u.test(text.slice(end).replace(/^(?:['’]s)? \p{L}+/u, ''));
  if (!closes) return null;
  if (possessive !== undefined) return { text: `${name}${possessive} ${noun}`, nature: THING, owned: true };
  return isAfterThe(text, { start }) ? { text: `${name} ${noun}`, nature: THING, owned: false } : null;
}
