import type { KnownNames } from './known-names.ts';
import { knownNames } from './known-names.ts';
import {
  type Mention,
  mentionsInAnswer,
  mentionsInHeadline,
  mentionsInQuestion,
  WEIGHT,
} from './mentions.ts';
import { isOffice } from './nature.ts';
import { natureInTalk, wholeTitle } from './title.ts';

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

/** What is being talked about when a question is asked. */
export interface Scene extends KnownNames {
  /** Whom and what a pronoun may stand for, each once, weightiest first. */
  readonly referents: readonly Mention[];
  /** The one thing that the headline names: "Jason Kidd". Null for a headline that tells something. */
  readonly topic: Mention | null;
  readonly last: PastTurn | null;
}

/** What was said a turn earlier weighs this much less. */
const FADING = 0.75;

/** Of what was said, this much is read. UTF-16 units. */
const LONGEST_READ = 1_000;

/** Turns come oldest first. `isNameElsewhere` knows terms that are names in the articles. */
export function sceneOf(
  turns: readonly PastTurn[],
  topic: Topic | undefined,
  isNameElsewhere: (term: string) => boolean,
): Scene {
  const headline = (topic?.[0] ?? '').slice(0, LONGEST_READ);
  const history = turns.map(({ asked, understood, answer }) => ({
    asked: asked.slice(0, LONGEST_READ),
    understood: understood.slice(0, LONGEST_READ),
    answer: answer?.slice(0, LONGEST_READ) ?? null,
  }));
  const title = wholeTitle(headline);
  const texts = history.flatMap(({ asked, understood, answer }) => [asked, understood, answer ?? '']);
  const known = knownNames([headline, ...texts], title, isNameElsewhere);
  const found = new Map<string, Mention>();
  const add = (mention: Mention, fading = 1): void => {
    if (isOffice(mention.text)) return;
    const key = mention.text.toLowerCase();
    found.set(key, merged(found.get(key), { ...mention, weight: fading * mention.weight }));
  };
  for (const [age, { understood, answer }] of history.toReversed().entries()) {
    for (const mention of mentionsInQuestion(understood, known)) add(mention, FADING ** age);
    for (const mention of mentionsInAnswer(answer ?? '', understood, known)) add(mention, FADING ** age);
  }
  if (title === null) for (const mention of mentionsInHeadline(headline, known)) add(mention);
  else
    add({
      text: title,
      article: false,
      nature: natureInTalk(title, history),
      supposed: false,
      place: false,
      named: true,
      passing: false,
      weight: WEIGHT.title,
    });
  return {
    ...known,
    referents: [...found.values()].sort((a, b) => b.weight - a.weight),
    topic: (title !== null && found.get(title.toLowerCase())) || null,
    last: history.at(-1) ?? null,
  };
}

/** The same thing, mentioned once more; turns come latest first, so what is known of it may only grow. */
function merged(before: Mention | undefined, now: Mention): Mention {
  if (before === undefined) return now;
  // What something is spoken of with, "in" or "the", tells more than that most names are those of people.
  const isTold = before.place || before.article || before.nature.person !== null;
  const { nature, supposed } = now.nature.person === null || (now.supposed && isTold) ? before : now;
  return {
    text: before.text,
    article: before.article || now.article,
    nature,
    supposed,
    place: before.place || now.place,
    named: before.named || now.named,
    passing: before.passing && now.passing,
    weight: Math.max(before.weight, now.weight),
  };
}
