import { ARTICLES } from './german/articles.ts';
import { CHECK } from './german/check.ts';
import { COMMANDS } from './german/commands.ts';
import { CORPUS } from './german/corpus.ts';
import { DISCORD } from './german/discord.ts';
import { QUOTE } from './german/quote.ts';
import { WHY } from './german/why.ts';
import { AROUND, ASK, HELP, LABELS, PAGES, PASSAGE, SETTING } from './german/words.ts';
import type { Words } from './words.ts';

export const GERMAN: Words = {
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
