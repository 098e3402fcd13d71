import { ARTICLES } from './english/articles.ts';
import { CHECK } from './english/check.ts';
import { CORPUS } from './english/corpus.ts';
import { DISCORD } from './english/discord.ts';
import { QUOTE } from './english/quote.ts';
import { WHY } from './english/why.ts';
import { AROUND, ASK, HELP, LABELS, PAGES, PASSAGE, SETTING } from './english/words.ts';
import type { Words } from './words.ts';

/** The commands themselves are defined in English. */
export const ENGLISH: Words = {
  set: SETTING,
  labels: LABELS,
  around: AROUND,
  articles: ARTICLES,
  ask: ASK,
  quote: QUOTE,
  check: CHECK,
  passage: PASSAGE,
  pages: PAGES,
  why: WHY,
  help: HELP,
  corpus: CORPUS,
  discord: DISCORD,
  commands: {},
};
