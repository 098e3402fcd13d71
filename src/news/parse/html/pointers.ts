import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isItem } from './place.ts';
import { comparable, isBrief } from './prose.ts';

/* Pointers: lines that lead to other stories. A link alone is none, since whole sentences may be links. */

/** "Read more: …", "RELATED | …", with or without a link. */
const LABELLED =
  /^(?:read (?:more|next|also)|also read|related(?: (?:stories|articles|coverage|story|article))?|see also|more on this(?: story| topic)?|recommended|further reading|in case you missed it|don[’']t miss(?: it)?)\s?[:|»>]/i;
const LONGEST_LABELLED = 25;

/** What such a line begins with, where most of it is a link. */
const BEGINNING =
  /^(?:read (?:more|next|also|on)|also read|related|see also|more (?:on this|from|on|stories|news|coverage)|watch|listen|view|recommended|don[’']t miss|further reading|explore|in pictures|in case you missed it|opinion|analysis|live updates|explainer|podcast|video|gallery)\b/i;

/** "Watch: The Elmo goes down", of which at least so much is a link, and in a line that is one. */
const LINKED = 0.2;
const MOSTLY_LINKED = 0.6;

export function isPointer(block: Block): boolean {
  const { text, linked } = block;
  if (LABELLED.test(text) && wordsIn(text) <= LONGEST_LABELLED) return true;
  if (BEGINNING.test(text)) {
    if (linked > MOSTLY_LINKED) return true;
    if (linked > LINKED && /^[^:|–—-]{1,40}\s?[:|–—»>]/.test(text)) return true;
  }
  return isOneLink(block);
}

const LONGEST_LINK = 30;

/** What stands before the headline of another story: "More", "Go deeper", "Recalls". */
const LABEL = /^(?:\p{L}[\p{L}’'-]*\s){0,3}\p{L}[\p{L}’'-]*\s?[:|»>]\s*/u;
const FEWEST_WORDS_OF_A_HEADLINE = 4;

/** A line that is one link, and no sentence; or a headline and nothing else in brackets or after a label. */
function isOneLink(block: Block): boolean {
  const { text, linked, links, level } = block;
  const [link, ...others] = links;
  if (link === undefined) return false;
  if (level === 0 && linked > 0.95 && isHeadline(block)) return true;
  const bare = text.replace(/^[[(]|[\])]$/g, '').replace(LABEL, '');
  return (
    others.length === 0 &&
    !isItem(block) &&
    bare !== text &&
    wordsIn(bare) >= FEWEST_WORDS_OF_A_HEADLINE &&
    comparable(bare) === comparable(link.text)
  );
}

/** Closed by nothing, or as headlines and buttons are. */
const isHeadline = (block: Block): boolean =>
  isBrief(block, LONGEST_LINK) || (/[?!»]$/.test(block.text) && wordsIn(block.text) <= LONGEST_LINK);
