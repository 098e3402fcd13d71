/** A caption may name a picture and who took it; a credit alone is shorter than this, in UTF-16 units. */
const LONGEST_CREDIT = 90;

/** "Alex Babenko/AP Photo", "Photo: Reuters", "(Getty Images)": who took the picture, not what happened. */
export function isPhotoCredit(block: string): boolean {
  if (block.length > LONGEST_CREDIT || /[.!?]$/.test(block)) return false;
  return (
    /^\(?(?:photo(?:graph)?|image|picture|credit|illustration)s?(?: by| credit)?\s*:/i.test(block) ||
    /^\(?photo(?:graph)? by\s/i.test(block) ||
    (/(?:\/|\bvia )\s*(?:AP|AFP|EPA|PA|Reuters|Getty|Bloomberg|Shutterstock|Alamy|Zuma|Sipa|[\p{Lu}][\p{L}]+)\b[\p{L}\s/-]*(?:Photos?|Images?|Pool)?\)?$/u.test(
      block,
    ) &&
      /(?:Photos?|Images?|AP|AFP|EPA|Reuters|Getty|Pool)\b/.test(block)) ||
    /^\(?(?:AP Photo|Getty Images|Reuters|AFP|EPA)(?:\s*\/.*)?\)?$/.test(block)
  );
}
