import type { Article, Span } from '../article.ts';

/** "told **Politico**", "told **the newspaper Dnevnik**", "told **reporters**". */
const TOLD =
  /^\s+((?:the\s+)?(?:\p{Lu}\p{Ll}+\s+)?(?:newspaper|magazine|broadcaster|radio|website|outlet|news agency|agency|channel|network|programme?|podcast)\s+\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+\p{Lu}[\p{L}\p{N}’'&-]*)*|(?:the\s+|The\s+)?\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}’'&-]*)*|reporters|journalists|lawmakers|supporters)/u;

/** "at the Munich Security Conference", "in an interview with Fox News". */
const EVENT =
  /\b((?:at|during|in|on)\s+(?:(?:the|a|an|his|her|their)\s+)?(?:[\p{Lu}][\p{L}’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}’'.-]*)*|(?:\p{L}+\s+){0,2}(?:interview|speech|statement|conference|briefing|rally|tweet|post|letter|hearing|debate|meeting|testimony)(?:\s+(?:with|to|on|in)\s+(?:the\s+)?\p{Lu}[\p{L}’'.-]*(?:\s+\p{Lu}[\p{L}’'.-]*)*)?))/gu;

const NOT_A_VENUE =
  /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Far enough to see "in an interview with …" after a cue. UTF-16 units. */
const REACH = 240;

/** Where, or to whom, something was said: looked for from the cue to where its clause ends. */
export function venueAfter(article: Article, cue: Span, clauseEnd: number): Span | null {
  const after = article.text.slice(cue.end, Math.min(clauseEnd, cue.end + REACH));
  if (/\b(?:told|tells|telling)$/.test(article.text.slice(cue.start, cue.end))) {
    const told = TOLD.exec(after);
    if (told?.[1] !== undefined) {
      const start = cue.end + told[0].length - told[1].length;
      return { start, end: start + told[1].length };
    }
  }
  // The pattern is a large one: most reports hold nothing that it could find.
  if (!/\b(?:at|during|in|on) /.test(after)) return null;
  for (const match of after.matchAll(EVENT)) {
    const venue = (match[1] ?? '').replace(/[.'’-]+$/, '');
    if (NOT_A_VENUE.test(venue)) continue;
    const start = cue.end + match.index;
    return { start, end: start + venue.length };
  }
  return null;
}
