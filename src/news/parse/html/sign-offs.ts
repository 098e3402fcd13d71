import { wordsIn } from '../../words-in.ts';

/*
 * Sign-offs: what stands below a story about how it came to be. Each is told by all of its words: "Norway contributed
 * to this report on the seals" goes on where a sign-off ends.
 */

const LONGEST = 60;

/** "Reporting by Ada Quill in Amberley; editing by Bo Lund": names from end to end. */
const SIGNED =
  /^[([—–-]{0,2}\s?(?:(?:additional|with|more) )?(?:(?:reporting|writing|editing|research|graphics?|edited|compiled|produced|written|reported|translated|files|assistance) (?:by|from)|this (?:story|article|piece|report) was (?:edited|produced|reported|adapted)(?: for \w+)? by|contributing|edited by|source):? (?=\S)/i;

/** "Ada Quill reported from Amberley, and Bo Lund from Holloway. Cy Marsh contributed reporting." */
const REPORTED = /\breported from \p{Lu}/u;
const CONTRIBUTED =
  /\bcontributed(?:\.?$| (?:(?:additional |to the )?(?:reporting|research)|to (?:this|the) (?:report|story|article|piece|dispatch))\b)/i;

const NAME_OR_TASK =
  /^(?:\p{Lu}\S*|and|in|for|at|of|the|by|from|to|with|also|this|report|story|article|piece|dispatch|additional|reported|reporting|contributed|writing|editing|research|graphics|staff|writers?|reporters?|correspondents?|editors?|producers?|journalists?|photographers?|agencies|digital|radio|audio|was|produced|edited|–|—)[.,;)\]]*$/u;

const isOfNames = (text: string): boolean => text.split(' ').every((word) => NAME_OR_TASK.test(word));

/** "This story has been updated with comments of the owner." One that corrects something says what was wrong, and stays. */
const UPDATED =
  /^[[(]?(?:(?:editor’?s note|note): )?(?:this|the) (?:is an? (?:breaking|developing) (?:news )?(?:story|report)|(?:breaking )?(?:news )?(?:story|article|report|page|post|piece|copy) (?:has been|was|is being|will be|is) (?:last )?(?:updated|developing|breaking))\b/i;
/** "(Updates with price in last paragraph)" */
const UPDATES = /^[[(]updat(?:es|ed) (?:with|to|throughout)\b.{0,120}[\])]$/i;
const CORRECTS = /\b(?:correct|error|wrong|mistake|earlier|previous|original)/i;
const LONGEST_UPDATE = 25;

/** "… receives support from several foundations. The Courier is solely responsible for all content." */
const FUNDED =
  /\b(?:receives?|supported|funded|funding|partnership)\b.*\bis solely responsible for (?:all|its|the) content\b/i;

/** Whether a paragraph only tells who worked on a story, when it was last touched, or who paid for it. */
export function isSignOff(text: string): boolean {
  const words = wordsIn(text);
  if (words > LONGEST) return false;
  if (SIGNED.test(text) && isOfNames(text.replace(SIGNED, ''))) return true;
  if ((REPORTED.test(text) || CONTRIBUTED.test(text)) && isOfNames(text)) return true;
  if (UPDATES.test(text) || FUNDED.test(text)) return true;
  return words <= LONGEST_UPDATE && UPDATED.test(text) && !CORRECTS.test(text);
}
