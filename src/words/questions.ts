import type { HelpWords } from './words.ts';

/** Examples that every language gives alike: the articles are in English, and only English questions are understood. */
export const QUESTIONS: Pick<HelpWords, 'whatDidSay' | 'whoIs'> = {
  whatDidSay: (name) => `What did ${name} say?`,
  whoIs: (name) => `Who is ${name}?`,
};
