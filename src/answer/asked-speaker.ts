import { tokens } from '../search/terms.ts';
import { AUXILIARIES, type Question, REPORTING } from './question.ts';
import { wantedWords } from './speaker-fit.ts';

/** "What did X say about Y?" taken apart. */
export interface AskedSpeaker {
  /** X, as typed. */
  readonly name: string;
  /** Words of X. */
  readonly speaker: ReturnType<typeof wantedWords>;
  /** Y: places among the question’s terms; none in "what did X say?" */
  readonly about: readonly number[];
}

/**
 * Whose words are asked for: whoever stands between the auxiliary and the verb of saying. Null where
 * nobody’s are.
 *
 *     What did the foreign minister tell Politico about lithium?   X foreign minister, Y Politico, lithium
 */
export function askedSpeaker({ text, kind, terms }: Question): AskedSpeaker | null {
  if (kind !== 'quote' && kind !== 'how') return null;
  const words = tokens(text);
  const auxiliary = words.findIndex(({ word }, at) => at > 0 && AUXILIARIES.has(word));
  const verb = words.findIndex(({ term }, at) => at > auxiliary && REPORTING.has(term));
  if (auxiliary < 0 || verb < 0) return null;
  const [first, last] = [words[auxiliary + 1], words[verb - 1]];
  if (first === undefined || last === undefined || auxiliary + 1 > verb - 1) return null;
  const name = text.slice(first.start, last.end);
  const speaker = wantedWords(name);
  if (speaker.length === 0) return null;
  const inName = new Set(speaker.map(({ term }) => term));
  const after = new Set(words.slice(verb + 1).map(({ term }) => term));
  return {
    name,
    speaker,
    about: terms.flatMap(({ term }, index) => (after.has(term) && !inName.has(term) ? [index] : [])),
  };
}
