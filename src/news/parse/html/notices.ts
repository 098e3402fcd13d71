import { wordsIn } from '../../words-in.ts';
import { isPhotoCredit } from '../credits.ts';
import type { Block } from './blocks.ts';
import { isSignOff } from './sign-offs.ts';

/*
 * Notices: what a newspaper says to its readers between the paragraphs of a story. The words alone are never enough,
 * since a story may begin with them too ("Sign up for the draft, the minister told young men."): they must be too
 * short for a sentence, or be a link, or speak of newsletters to "you".
 */

/** "Read more: …", "RELATED | …", "See also – …". */
const POINTER =
  /^(?:read (?:more|next|also|on)|also read|related(?: (?:stories|articles|coverage|story|article))?|see also|more (?:on this|from|on|stories|news|coverage)|watch|listen|view|recommended|don[’']t miss|further reading|explore|in pictures|in case you missed it|opinion|analysis|live updates|explainer|podcast|video|gallery)\b/i;

/** What such a line says from end to end. */
const LABEL =
  /^(?:advert(?:isement|ising)?|ads?|sponsored(?: content)?|promoted|loading(?: [^.!?]{1,40})?|share|print|email|e-?mail|save|copy link|link copied|comments?|\d[\d,.]* (?:comments?|shares?|views?|reactions?)|view comments|show (?:more|less|comments)|load more|back to top|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:advert(?:isement)?|ad|video|promotion|newsletter))?|continue reading(?: below)?|continues below|scroll (?:down )?to continue(?: reading)?|\d+[ -]min(?:ute)?s?(?: read)?|\d+ (?:minutes?|hours?|days?) ago|image(?: caption| source)?|play(?: video)?|pause|video|gallery|subscribe(?: now| today)?|sign (?:up|in)(?: now| here)?|log ?in|register|follow(?: us)?|tags?|topics?|filed under|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|close|menu|search|home|live|breaking(?: news)?|exclusive|most (?:read|popular)|trending|read more|related)\s*[:.…!]?$/i;

/** What such a line begins with, where it is no sentence. */
const LABEL_BEGINS =
  /^(?:sponsored by|share (?:this|on|via)|skip (?:to|ad|advert|past)|continue reading|scroll (?:down )?to|listen to (?:this )?(?:article|story)|follow us|in this (?:article|story)|report an error|got a tip|end of (?:newsletter|ad|advert|video|promotion))/i;

/** "By Ada Quill", where it is no sentence; "By bus" in a list is another thing. */
const BYLINE = /^(?:by|By|BY):? \p{Lu}/u;

const LABELLED =
  /^(?:tags?|topics?|filed under|categories|keywords|share(?: this)?(?: article| story)?|more from|explore more on these topics)\s*:/i;

const RIGHTS =
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))|\ball rights reserved\b.{0,200}$|may not be published, broadcast, rewritten|^(?:reproduced|republished|licen[cs]ed) (?:with permission|under (?:a )?creative commons)/i;

const COOKIES =
  /^(?:we(?: and our (?:\w+ )?partners)? use (?:cookies|tracking)|(?:this|our) (?:site|website|page) uses cookies|by (?:clicking|continuing|using (?:this|our))\b.{0,120}\b(?:cookies|privacy policy|terms of (?:use|service)))\b/i;

const JOIN =
  /^(?:sign up|subscribe|get|receive|join|follow|download|support|donate|register|become an? (?:member|subscriber|supporter)|stay (?:informed|up to date|ahead)|never miss|keep up|this (?:article|story|piece) (?:first )?(?:appeared|is (?:part|from)))\b/i;

/** What a newspaper offers; "an email from the bank" is none of it. */
const SERVICE =
  /\b(?:newsletters?|inbox|podcasts?|app store|google play|subscribers?|telegram channel|our (?:\w+ ){0,2}(?:e-?mails?|briefing|apps?|alerts?|journalism|reporting|channels?|whatsapp))\b/i;

const OURS = /\bour\b|\b(?:in|into|to) your inbox\b/i;

const TO_READERS = /\b(?:you|your|our|us|here|today|now|free)\b/i;

const ACTION = /^(?:click here|tap here|here|sign up|subscribe|join|register|follow|download|get)\b/i;

const DATED =
  /^(?:(?:first |originally )?(?:published|updated|posted|last (?:updated|modified|edited))\b.*\d|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$|(?:\w{3,9}, )?\w{3,9}\.? \d{1,2}, \d{4}|(?:\w{3,9}, )?\d{1,2} \w{3,9} \d{4})/i;

/** "A version of this article appears in print on 5 March, Section A, Page 3, with the headline …" */
const PRINTED =
  /^(?:a version of )?this (?:article|story|column|piece) (?:also |first )?(?:appears?|appeared|was (?:also |first )?(?:printed|published))\b.{0,200}\b(?:in print|print edition|(?:with|under) the headline)\b/i;

/** "Our Standards: The Courier Trust Principles." */
const STANDARDS = /^our standards\s*:/i;

/** "Follow The Courier on Facebook, X and Instagram." The minister's "Follow the doctor on X, not the mob" goes on. */
const FOLLOW =
  /^follow .{1,60}? on (?:(?:facebook|x|twitter|instagram|bluesky|threads|linkedin|youtube|tiktok|telegram|whatsapp|mastodon|google news)\b(?: \(@?\w+\)|:? @\w+\b)?(?:, and |, | and | & )?)+[.!]?$/i;

/** "A ferry at dawn. Photograph: Bo Lund/The Courier", "The harbour on Monday [Bo Lund/Reuters]". */
const CAPTION =
  /(?:\b(?:photo(?:graph)?|picture|image|illustration|credit)s?(?: by)?: [\p{Lu}][^.!?]{1,60}|[([](?:photo|file photo|[^()[\]]{2,50}\/)[^()[\]]{0,40}[)\]])$/iu;
const LONGEST_CAPTION_WORDS = 60;

/** Short enough to be a label, and not closed as a sentence is. */
export const isBrief = ({ text }: { readonly text: string }, words: number): boolean =>
  wordsIn(text) <= words && (!/[.!?…]["”’')\]]*$/.test(text) || / [ap]\.m\.$/.test(text));

/** Whether a block is no word of the story, by what it says and how it is set. */
export function isNotice(block: Block): boolean {
  const { text, level, links, linked, timed } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const words = wordsIn(text);
  if (LABEL.test(text) || (LABEL_BEGINS.test(text) && isBrief(block, 14))) return true;
  if (LABELLED.test(text) && (linked > 0.3 || isBrief(block, 25))) return true;
  if (isPhotoCredit(text) || (words <= LONGEST_CAPTION_WORDS && CAPTION.test(text))) return true;
  if (RIGHTS.test(text) && words <= 60) return true;
  if (COOKIES.test(text) || PRINTED.test(text) || FOLLOW.test(text)) return true;
  if (STANDARDS.test(text) && words <= 12) return true;
  if (timed > 0.99 || (level === 0 && DATED.test(text) && isBrief(block, 10))) return true;
  if (level === 0 && BYLINE.test(text) && block.place.element.name !== 'li' && isBrief(block, 14))
    return true;
  if (isSignOff(text)) return true;
  if (POINTER.test(text) && isPointing(block)) return true;
  if (isInvitation(block)) return true;
  // A line that is one link leads to another story.
  return level === 0 && linked > 0.95 && links.length > 0 && isBrief(block, 30);
}

/** "Read more: Ferry owner fined", with or without its link; "Opinion" and "Watch" need one. */
function isPointing({ text, linked }: Block): boolean {
  if (linked > 0.6) return true;
  const told = /^[^:|–—-]{1,40}\s?[:|–—»>]/.test(text);
  const strict =
    /^(?:read|also read|related|see also|more (?:on|from|stories|news)|recommended|don|further|in case)/i.test(
      text,
    );
  return told && (linked > 0.2 || (strict && wordsIn(text) <= 25));
}

/** "Sign up for our newsletter."; "Liked this? <a>Subscribe</a> to The Tide, a newsletter for you."; "Follow us on …". */
function isInvitation({ text, links }: Block): boolean {
  const words = wordsIn(text);
  if (/^follow us\b/i.test(text) && words <= 20) return true;
  if (words > 60 || !SERVICE.test(text)) return false;
  return (
    (JOIN.test(text) && OURS.test(text)) ||
    (links.some((link) => ACTION.test(link.text)) && TO_READERS.test(text))
  );
}

/** The heading of a box that is no part of a story. */
const BOX_HEADING =
  /^(?:related(?: (?:stories|articles|topics|coverage|content|news|links))?|read (?:more|next)\b.*|more (?:from|on|stories|news|coverage|in)\b.*|recommended\b.*|(?:most|also) (?:read|popular|viewed)\b.*|newsletters?|sign up\b.*|(?:get|subscribe)\b.*\b(?:newsletter|inbox|briefing|alerts?)\b.*|comments?|join the (?:conversation|discussion)|share(?: this)?\b.*|topics?|tags|about the (?:author|writer|reporter)s?|advertisement|subscribe\b.*|you (?:may|might) (?:also )?(?:like|be interested)\b.*|what to read next|latest(?: news| stories)?|trending(?: now)?|up next|popular(?: now)?|editor[’']?s[’']? picks?|follow us\b.*|support (?:our|independent)\b.*|our (?:apps?|newsletters?)|around the web|from the web|sponsored(?: content)?|promoted(?: stories| content)?|in this section|don[’']t miss|explore more\b.*|top stories|have your say|contact us)\s*:?$/i;

export const isBoxHeading = (text: string): boolean => wordsIn(text) <= 10 && BOX_HEADING.test(text);

/** "Bo Lund covers the coast. More about Bo Lund", of somebody whom the page calls its author nowhere else. */
const MORE_ABOUT = /[.!?] more about \p{Lu}[^.!?]*$/iu;

/** "Ada Quill is the harbour correspondent of The Courier." At the end of a story, of one who wrote it. */
export function isAboutItsAuthor({ text, links }: Block, byline: string | undefined): boolean {
  if (MORE_ABOUT.test(text) && links.length > 0 && wordsIn(text) <= 80) return true;
  const authors = (byline ?? '')
    .split(/,| and /)
    .map((name) => name.trim())
    .filter((name) => name.includes(' '));
  const named = authors.find((name) => text.startsWith(name));
  if (named !== undefined && wordsIn(text) <= 80)
    return /^,? (?:is|was|has been|covers|writes|reports|joined|works|can be reached|contributed)\b/.test(
      text.slice(named.length),
    );
  return (
    /^(?:follow|contact|e-?mail|reach)\b.*(?:@|\bon (?:x|twitter|bluesky|linkedin)\b)/i.test(text) &&
    wordsIn(text) <= 20
  );
}

/** How a quotation is compared with the text that it was pulled from. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
