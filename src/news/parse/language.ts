/** Words that every English text is full of, without those that neighbouring languages write the same ("in", "a", "die", "was", "on", "of", "is"). */
const FUNCTION_WORDS = new Set(
  `the and to that for with it from at by be been are were has have had its his her their they he she you we this these
  those there which who what when where would will could should can not but or as if than into about after before over
  because while said says more out up no one our your them him other between during against`.split(/\s+/),
);

/** In running English every third word or so is one of them; in its neighbours one of twenty. */
const LEAST_SHARE = 0.15;

/** Fewer words tell nothing. */
const FEWEST_WORDS = 25;
const FEWEST_LETTERS = 20;

/**
 * Whether a text is English, by its script and its function words. A text of fewer than some 25 words is taken for
 * English unless it is in another script.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= FEWEST_LETTERS && latin < letters / 2) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return true;
  return words.filter((word) => FUNCTION_WORDS.has(word)).length >= words.length * LEAST_SHARE;
}
