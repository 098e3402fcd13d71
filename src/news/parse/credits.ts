import { wordsIn } from '../words-in.ts';

/** A caption may name a picture and who took it; a credit alone is shorter than this, in UTF-16 units. */
const LONGEST_CREDIT = 90;
const LONGEST_CAPTION_WORDS = 60;

const LABEL = String.raw`(?:PHOTO|IMAGE|CREDIT|(?:[Ff]ile |[Hh]andout )?[Pp]hoto(?:graph)?|Image|Picture|Credit|Illustration)s?(?: by| BY| credits?)?\s?:\s?\p{Lu}`;

/** "Photo: Reuters": what follows is a name. */
const LABELLED = new RegExp(String.raw`^\(?${LABEL}`, 'u');

const AGENCY = `(?:AP|AFP|EPA|PA|ANP|DPA|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|Alamy|Zuma|Sipa|[Pp]hotos?|[Ii]mages?|Pool|Handout|Courtesy)`;

/** "Bo Lund/The Courier", "AP Photo/Bo Lund": of two names one has two words, or is an agency's. */
const NAMES = String.raw`(?=[^()[\]]*(?:\p{Lu}[\p{L}.’'-]+ \p{Lu}|\b${AGENCY}\b))\p{Lu}[^()[\]\d/]{1,50}\/\s?\p{Lu}[^()[\]\d]{0,40}`;

/** "A ferry at dawn. Photograph: Bo Lund/The Courier", "The harbour on Monday [Bo Lund/Reuters]". */
const CAPTION = new RegExp(
  String.raw`(?:(?:^|[.!?”"’)] |\| ?)${LABEL}[^.!?]{1,60}|[([](?:(?:[Ff]ile |[Hh]andout )?[Pp]hoto\b[^()[\]]{0,40}|${NAMES})[)\]])$`,
  'u',
);

/** "Alex Babenko/AP Photo", "Photo: Reuters", "(Getty Images)": who took the picture, not what happened. */
export function isPhotoCredit(block: string): boolean {
  if (block.length > LONGEST_CREDIT || /[.!?]$/.test(block)) return false;
  return (
    LABELLED.test(block) ||
    /^\(?(?:photo(?:graph)? by|courtesy of)\s/i.test(block) ||
    /^\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}.’'-]+ ?\/ ?\p{Lu}[\p{L} .]{1,40}$/u.test(block) ||
    (/(?:\/|\bvia )\s*(?:AP|AFP|EPA|PA|Reuters|Getty|Bloomberg|Shutterstock|Alamy|Zuma|Sipa|[\p{Lu}][\p{L}]+)\b[\p{L}\s/-]*(?:Photos?|Images?|Pool)?\)?$/u.test(
      block,
    ) &&
      /(?:Photos?|Images?|AP|AFP|EPA|Reuters|Getty|Pool)\b/.test(block)) ||
    /^\(?(?:AP Photo|Getty Images|Reuters|AFP|EPA)(?:\s*\/.*)?\)?$/.test(block)
  );
}

/** A caption that ends with who took the picture. What is counted in brackets, "(17oz/4 cups)", is another thing. */
export const isCreditedCaption = (block: string): boolean =>
  wordsIn(block) <= LONGEST_CAPTION_WORDS && CAPTION.test(block);
