import { ARTICLES } from './spanish/articles.ts';
import { CHECK } from './spanish/check.ts';
import { COMMANDS } from './spanish/commands.ts';
import { CORPUS } from './spanish/corpus.ts';
import { DISCORD } from './spanish/discord.ts';
import { QUOTE } from './spanish/quote.ts';
import { WHY } from './spanish/why.ts';
import { AROUND, ASK, HELP, LABELS, PAGES, PASSAGE, SETTING } from './spanish/words.ts';
import type { Words } from './words.ts';

export const SPANISH: Words = {
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
