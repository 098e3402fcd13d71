import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { reportsSpeech } from './reported.ts';

/* Offers: what a newspaper would like its readers to take, "Sign up for our newsletter." */

const LONGEST = 60;

/** How such a sentence begins. */
const JOIN =
  /^(?:please )?(?:sign up|subscribe|get|receive|join|follow|download|support|donate|register|try|listen to|tap here|become an? (?:member|subscriber|supporter)|consider (?:becoming|making|supporting)|stay (?:informed|up to date|ahead)|never miss|keep up|this (?:article|story|piece) (?:first )?(?:appeared|is (?:part|from)))\b/i;

/** What a newspaper offers; "an email from the bank" is none of it. */
const SERVICE =
  /\b(?:newsletters?|inbox|podcasts?|app store|google play|subscribers?|subscriptions?|patreon|telegram channel|push (?:alerts|notifications)|ad-free|free for \d+|stories like this|all the latest news|our (?:\w+ ){0,3}(?:e-?mails?|briefing|apps?|alerts?|journalism|reporting|channels?|whatsapp|stories|members?))\b/i;

/** "Become a member", "Try The Courier free for a month": no story says so of itself. */
const OURS =
  /\bour\b|\b(?:in|into|to) your (?:inbox|phone)\b|\bget your podcasts\b|\bfree for \d+ months?\b|\bstories like this\b|\ball the latest news\b|\bsupport my work\b/i;

const TO_READERS = /\b(?:you|your|our|us|here|today|now|free)\b/i;

const ACTION = /^(?:click here|tap here|here|sign up|subscribe|join|register|follow|download|get)\b/i;

/** "Follow The Courier on Facebook, X and Instagram." The minister's "Follow the doctor on X, not the mob" goes on. */
const ON_PLATFORMS =
  /^(?:follow|join|find|support|like|listen to) .{1,60}? on (?:(?:facebook|x|twitter|instagram|bluesky|threads|linkedin|youtube|tiktok|telegram|whatsapp|mastodon|patreon|google news|apple podcasts|spotify)\b(?: \(@?\w+\)|:? @\w+\b)?(?:, and |, | and | or | & )?)+(?:(?:and stay up to date|wherever you get your podcasts)\b.{0,40})?[.!]?$/i;

const FOLLOW_US = /^follow us(?: (?:on|at)\b|[:!.]?$)/i;

/** "Enjoyed this story? Join …", and what a newspaper says that it is in need of. */
const APPEAL =
  /^(?:(?:did you )?(?:enjoy|like|love)(?:d|ing)? this (?:story|article|piece|post|newsletter)\?|(?:want|prefer) an ad-free\b)|\bour (?:[\w-]+,? ){0,3}(?:journalism|reporting|newsroom) (?:needs you|needs your (?:help|support)|depends on (?:you|readers))\b/i;

/** "The Courier is a nonprofit newsroom. Sign up to receive our biggest stories." */
const OF_THE_HOUSE = /\b(?:newsroom|journalism|this (?:article|story)|our|you)\b/i;

/** "Sign up for our newsletter."; "Liked this? <a>Subscribe</a> to The Tide, a newsletter for you."; "Follow us on …". */
export function isOffer({ text, links }: Block): boolean {
  const words = wordsIn(text);
  if (words > LONGEST || reportsSpeech(text)) return false;
  if ((FOLLOW_US.test(text) && words <= 20) || ON_PLATFORMS.test(text) || APPEAL.test(text)) return true;
  if (!SERVICE.test(text)) return false;
  const [first = '', ...others] = text.split(/(?<=[.!?]) /);
  return (
    invites(first) ||
    (OF_THE_HOUSE.test(first) && others.some(invites)) ||
    (links.some((link) => ACTION.test(link.text)) && TO_READERS.test(text))
  );
}

const invites = (sentence: string): boolean =>
  JOIN.test(sentence) && SERVICE.test(sentence) && OURS.test(sentence);

/** "Our newsletter, every Friday.", below a heading that says what to do about it. */
export const isOfService = ({ text }: Block): boolean =>
  SERVICE.test(text) && TO_READERS.test(text) && wordsIn(text) <= LONGEST && !reportsSpeech(text);
