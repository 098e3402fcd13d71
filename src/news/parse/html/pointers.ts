import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isBrief } from './prose.ts';

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
  const { text, level, linked } = block;
  if (LABELLED.test(text) && wordsIn(text) <= LONGEST_LABELLED) return true;
  if (BEGINNING.test(text)) {
    if (linked > MOSTLY_LINKED) return true;
    if (linked > LINKED && /^[^:|–—-]{1,40}\s?[:|–—»>]/.test(text)) return true;
  }
  return level === 0 && isOneLink(block);
}

const LONGEST_LINK = 30;

/** A line that is one link, and no sentence; or nothing but a link in brackets or after a label: "[Why she sank.]" */
function isOneLink(block: Block): boolean {
  const { text, linked, links } = block;
  if (links.length === 0) return false;
  return (
    linked > 0.95 && (isBrief(block, LONGEST_LINK) || (/\?$/.test(text) && wordsIn(text) <= LONGEST_LINK))
  );
}
