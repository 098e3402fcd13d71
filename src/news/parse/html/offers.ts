import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { reportsSpeech } from './reported.ts';

/* Offers: what a newspaper would like its readers to take, "Sign up for our newsletter." */

const JOIN =
  /^(?:sign up|subscribe|get|receive|join|follow|download|support|donate|register|become an? (?:member|subscriber|supporter)|stay (?:informed|up to date|ahead)|never miss|keep up|this (?:article|story|piece) (?:first )?(?:appeared|is (?:part|from)))\b/i;

/** What a newspaper offers; "an email from the bank" is none of it. */
const SERVICE =
  /\b(?:newsletters?|inbox|podcasts?|app store|google play|subscribers?|telegram channel|our (?:\w+ ){0,2}(?:e-?mails?|briefing|apps?|alerts?|journalism|reporting|channels?|whatsapp))\b/i;

const OURS = /\bour\b|\b(?:in|into|to) your inbox\b/i;

const TO_READERS = /\b(?:you|your|our|us|here|today|now|free)\b/i;

const ACTION = /^(?:click here|tap here|here|sign up|subscribe|join|register|follow|download|get)\b/i;

const LONGEST = 60;

/** "Sign up for our newsletter."; "Liked this? <a>Subscribe</a> to The Tide, a newsletter for you."; "Follow us on …". */
export function isOffer({ text, links }: Block): boolean {
  const words = wordsIn(text);
  if (words > LONGEST || reportsSpeech(text)) return false;
  if (/^follow us(?: (?:on|at)\b|[:!.]?$)/i.test(text) && words <= 20) return true;
  if (!SERVICE.test(text)) return false;
  return (
    (JOIN.test(text) && OURS.test(text)) ||
    (links.some((link) => ACTION.test(link.text)) && TO_READERS.test(text))
  );
}

/** "Our newsletter, every Friday.", below a heading that says what to do about it. */
export const isOfService = ({ text }: Block): boolean =>
  SERVICE.test(text) && TO_READERS.test(text) && wordsIn(text) <= LONGEST && !reportsSpeech(text);
