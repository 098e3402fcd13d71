import { ARTICLES } from './ukrainian/articles.ts';
import { CHECK } from './ukrainian/check.ts';
import { COMMANDS } from './ukrainian/commands.ts';
import { CORPUS } from './ukrainian/corpus.ts';
import { DISCORD } from './ukrainian/discord.ts';
import { QUOTE } from './ukrainian/quote.ts';
import { WHY } from './ukrainian/why.ts';
import { AROUND, ASK, HELP, LABELS, PAGES, PASSAGE, SETTING } from './ukrainian/words.ts';
import type { Words } from './words.ts';

export const UKRAINIAN: Words = {
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
