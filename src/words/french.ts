import { ARTICLES } from './french/articles.ts';
import { CHECK } from './french/check.ts';
import { COMMANDS } from './french/commands.ts';
import { CORPUS } from './french/corpus.ts';
import { DISCORD } from './french/discord.ts';
import { QUOTE } from './french/quote.ts';
import { WHY } from './french/why.ts';
import { AROUND, ASK, HELP, LABELS, PAGES, PASSAGE, SETTING } from './french/words.ts';
import type { Words } from './words.ts';

export const FRENCH: Words = {
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
  commands: COMMANDS,
};
