import { type Token, tokens } from '../../search/terms.ts';
import { fillIn } from './fragments.ts';
import type { Mention } from './mentions.ts';
import { namesIn } from './names.ts';
import { agree } from './nature.ts';
import { isRelational } from './noun-groups.ts';
import { type PastTurn, type Scene, sceneOf, type Topic } from './scene.ts';
import { substitute } from './substitution.ts';

export type { PastTurn, Topic };

/** Longer questions bring all that they need; what is longer still is not worth reading. UTF-16 units. */
const LONGEST_FOLLOW_UP = 300;

/** Turns that a follow-up may refer to. */
export const REACH = 6;

/** What a question means after the ones before it. */
export interface Understood {
  /** As a person could have typed it. A question that stands alone comes back to the letter. */
  readonly text: string;
  /**
   * Whether it points back. Where nothing in it does, it may as well be meant as it was typed, and only the articles can
   * tell: "How much is the ferry?".
   */
  readonly certain: boolean;
}

/** `isNameElsewhere` knows terms that are names in the articles. */
export function understand(
  question: string,
  history: readonly PastTurn[],
  topic?: Topic,
  isNameElsewhere: (term: string) => boolean = () => false,
): Understood {
  const asTyped = { text: question, certain: true };
  if (question.length > LONGEST_FOLLOW_UP || (history.length === 0 && topic === undefined)) return asTyped;
  const words = tokens(question);
  if (words.length === 0) return asTyped;
  const scene = sceneOf(history.slice(-REACH), topic, isNameElsewhere);
  const filledIn = fillIn(question, scene);
  if (filledIn !== null) return { text: filledIn, certain: true };
  const { text, open, filled, certain } = substitute(question, scene);
  if (filled.length > 0) return { text, certain };
  const subject = subjectOf(scene);
  if (subject === null || (open.length === 0 && standsAlone(question, words, scene))) return asTyped;
  return {
    text: bracketed(question, subject.text),
    certain:
      open.some(({ nature }) => agree(nature, subject.nature)) ||
      DEMONSTRATIVE.test(question) ||
      tellingWords(words).length === 0,
  };
}

/** The text alone: what is left when there are no articles to be asked. */
export const standAlone = (...asked: Parameters<typeof understand>): string => understand(...asked).text;

/** "During this time", "after that", "was that album …": something said before is pointed at. */
const DEMONSTRATIVE =
  /\b(?:this|these|those)\b|\b(?:is|are|was|were|did|do|does|about|of|after|before|to|for|like|in|on|at|from|with|since|by) that\b/i;

/** "What is taurine?" needs nothing; "what was the name?" does. */
const DEFINITION =
  /^\W*(?:(?:what|who)(?:['’]s|\s+(?:is|are))\s+(?!the\b|some\b|other\b|another\b|one\b|.*\b(?:of|for)\b)|(?:tell|describe|explain)\b(?!.*\b(?:more|the)\b))/i;

/** "How do I bake bread?" is about nothing that was said. */
const GENERAL = /^\W*how\s+(?:(?:do|can|could|should|would)\s+(?:i|you|we|one|people)|to)\b/i;

/** "How much lithium is there?" names what it counts. */
const EXISTS = /^\W*how\s+(?:much|many)\s+\p{L}{4,}.*\b(?:is|are|was|were)\s+there\b/iu;

/** "Any comments", "another one" leave open of what. */
const OPEN_NOUN = /\b(?:any|some|other|another|more|most|first|last|next)\b/i;
/** Words that ask, and say nothing of what is asked about. */
const ASKS_ONLY =
  /^(?:happen|happened|say|said|think|comment|comments|react|respond|explain|mean|next|later|today|now|new|news|latest|update|updates)$/;

/**
 * With nothing but a story to go by, a question of two words of its own is taken for a new one ("is lithium
 * rare?"). Where everything is about one person or thing, most questions without a name are about that.
 */
const enoughWords = (question: string, { topic }: Scene): number =>
  topic !== null ? 4 : OPEN_NOUN.test(question) ? 3 : 2;

function standsAlone(question: string, words: readonly Token[], scene: Scene): boolean {
  if (namesIn(question, scene.isNameIn(question)).length > 0) return true;
  if (DEMONSTRATIVE.test(question)) return false;
  if (GENERAL.test(question) || EXISTS.test(question)) return true;
  const content = words.filter(({ stop }) => !stop);
  if (content.length > 0 && DEFINITION.test(question)) return true;
  return (scene.topic !== null ? content : tellingWords(words)).length >= enoughWords(question, scene);
}

/** Those that say something of what is asked about. */
const tellingWords = (words: readonly Token[]): readonly Token[] =>
  words.filter(({ stop, word }) => !stop && !ASKS_ONLY.test(word) && !isRelational(word));

/** What the conversation is about. */
const subjectOf = ({ topic, referents }: Scene): Mention | null =>
  topic ?? referents.find(({ passing }) => !passing) ?? referents[0] ?? null;

function bracketed(question: string, subject: string): string {
  const end = /[\s?!.]*$/.exec(question)?.[0] ?? '';
  return `${question.slice(0, question.length - end.length)} (${subject})${end.trim()}`;
}

/** Question, answer, question, answer …: each as it was understood after the ones before it. */
export function pastTurns(texts: readonly string[], topic?: Topic): readonly PastTurn[] {
  const turns: PastTurn[] = [];
  for (let at = 0; at < texts.length; at += 2) {
    const [asked = '', answer = ''] = texts.slice(at, at + 2);
    turns.push({
      asked,
      understood: standAlone(asked, turns, topic),
      answer: SAYS_NOTHING.test(answer) ? null : answer,
    });
  }
  return turns;
}

const SAYS_NOTHING = /^\W*(?:i (?:do not|don['’]?t) know|no answer|unknown)?\W*$/i;
