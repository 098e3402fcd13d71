import { tokens } from '../../search/terms.ts';
import { isParticle } from './names.ts';
import { MAN, MANY, type Nature, natureOf, WOMAN } from './nature.ts';
import type { PastTurn } from './scene.ts';

const LONGEST_TITLE = 7;

/** "Slipknot (band)" is Slipknot; "Zelensky refuses U.S. rare-earths deal" tells something and names no one thing. */
export function wholeTitle(headline: string): string | null {
  const plain = headline.replace(/\s*\([^)]*\)\s*$/, '').trim();
  const words = tokens(plain);
  const isName = words.every(
    ({ stop, capital, word }, at) =>
      capital || (at > 0 && (stop || isParticle(word) || /^peoples?$/.test(word))),
  );
  return isName && words.length <= LONGEST_TITLE && words.some(({ stop }) => !stop) ? plain : null;
}

const SPOKEN_OF: readonly (readonly [RegExp, Nature])[] = [
  [/\b(?:he|him|his)\b/gi, MAN],
  [/\b(?:she|her|hers)\b/gi, WOMAN],
  [/\b(?:they|them|their)\b/gi, { ...MANY, number: 'either' }],
];

/** A conversation about somebody keeps saying "she". */
export function natureInTalk(title: string, history: readonly PastTurn[]): Nature {
  const own = natureOf(title);
  if (own.gender !== null || own.person === false) return own;
  const talk = history.map(({ asked, answer }) => `${asked} ${answer ?? ''}`).join(' ');
  const counts = SPOKEN_OF.map(([form, nature]) => ({ nature, count: talk.match(form)?.length ?? 0 }));
  const [most, next] = counts.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count > (next?.count ?? 0) ? most.nature : own;
}
