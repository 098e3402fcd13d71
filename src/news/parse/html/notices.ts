import { wordsIn } from '../../words-in.ts';
import { isCreditedCaption, isPhotoCredit } from '../credits.ts';
import type { Block } from './blocks.ts';
import { isHouseLine } from './house-lines.ts';
import { isOffer } from './offers.ts';
import { isItem } from './place.ts';
import { isPointer } from './pointers.ts';
import { isBrief } from './prose.ts';
import { reportsSpeech } from './reported.ts';
import { isSignOff } from './sign-offs.ts';

/*
 * Notices: what a newspaper says to its readers between the paragraphs of a story. The words alone are never enough,
 * since a story may begin with them too ("Sign up for the draft, the minister told young men."): they must be too
 * short for a sentence, or be a link, or speak of newsletters to "you", and report nobody's words.
 */

/** Of a notice, in UTF-16 units. */
const LONGEST = 1000;

/** What such a line says from end to end. */
const LABEL =
  /^(?:advert(?:isement|ising)?|ads?|sponsored(?: content)?|promoted|loading(?: [^.!?]{1,40})?|share|print|email|e-?mail|save|copy link|link copied|comments?|\d[\d,.]* (?:comments?|shares?|views?|reactions?)|view comments|show (?:more|less|comments)|load more|back to top|(?:story|article) continues(?: (?:below|after)(?: (?:this |the )?(?:advert(?:isement)?|ad|video|promotion|newsletter))?)?|continue reading(?: below)?|continues below|scroll (?:down )?to continue(?: reading)?|\d+[ -]min(?:ute)?s?(?: read)?|\d+ (?:minutes?|hours?|days?) ago|image(?: caption| source)?|play(?: video)?|pause|video|gallery|subscribe(?: now| today)?|sign (?:up|in)(?: now| here)?|log ?in|register|follow(?: us)?|tags?|topics?|filed under|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|close|menu|search|home|live|breaking(?: news)?|exclusive|most (?:read|popular)|trending|read more|related)(?:\s*[:…!]|\.\.\.)?$/i;

/** What such a line begins with, where it is no sentence. */
const LABEL_BEGINS =
  /^(?:sponsored by|share (?:this|on|via)|skip (?:to|ad|advert|past)|continue reading|scroll (?:down )?to|listen to (?:this )?(?:article|story)|in this (?:article|story)|report an error|got a tip|end of (?:newsletter|ad|advert|video|promotion))/i;

const LABELLED =
  /^(?:tags?|topics?|filed under|categories|keywords|share(?: this)?(?: article| story)?|more from|explore more on these topics)\s*:/i;

const RIGHTS =
  /^(?:©|\([Cc]\)|(?:Copyright|COPYRIGHT) (?:©|\([Cc]\)|(?:19|20)\d\d(?:[-–]\d{4})?,? (?:by |the )?\p{Lu}))|^.{0,80}\b[Aa]ll [Rr]ights [Rr]eserved[.!]?$|may not be published, broadcast, rewritten|^(?:Reproduced|Republished|Licen[cs]ed) (?:with permission|under (?:a )?[Cc]reative [Cc]ommons)/u;
const LONGEST_RIGHTS = 60;

const COOKIES =
  /^(?:we(?: and our (?:\w+ )?partners)? use (?:cookies|tracking)\b.{0,200}\b(?:you|your|our|this (?:site|website|page))\b|(?:this|our) (?:site|website|page) uses cookies|by (?:clicking|continuing|using (?:this|our))\b.{0,120}\b(?:cookies|privacy policy|terms of (?:use|service)))/i;

/** "A version of this article appears in print on 5 March, Section A, Page 3, with the headline …" */
const PRINTED =
  /^(?:a version of )?this (?:article|story|column|piece) (?:also |first )?(?:appears?|appeared|was (?:also |first )?(?:printed|published))\b.{0,200}(?:\bin print\b|\bprint edition\b|\bheadline ?[:“"‘])/i;

/** "Our Standards: The Courier Trust Principles." */
const STANDARDS = /^our standards\s*:/i;

/** Whether a block is no word of the story, by what it says and how it is set. */
export function isNotice(block: Block): boolean {
  const { text, linked } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (text.length > LONGEST) return false;
  const words = wordsIn(text);
  if (LABEL.test(text) || (LABEL_BEGINS.test(text) && isBrief(block, 14))) return true;
  if (isPointer(block) || isOffer(block) || isSignOff(text)) return true;
  if (LABELLED.test(text) && (linked > 0.3 || (isBrief(block, 25) && !isItem(block)))) return true;
  if (!isItem(block) && (isPhotoCredit(text) || isCreditedCaption(text))) return true;
  if (reportsSpeech(text)) return false;
  if (RIGHTS.test(text) && words <= LONGEST_RIGHTS) return true;
  return (
    COOKIES.test(text) || PRINTED.test(text) || isHouseLine(text) || (STANDARDS.test(text) && words <= 12)
  );
}
