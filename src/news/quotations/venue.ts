import type { Article, Span } from '../article.ts';

/** Capitals and letters of Latin scripts, as ranges: Unicode's classes take longer to compile than all else here. */
const CAPITAL = 'A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŐŘŚŞŠŰŹŻŽ';
const LETTER = 'A-Za-zÀ-ÖØ-öø-ž';
const NAME = `[${CAPITAL}][${LETTER}0-9’'&-]*(?:\\s+(?:of\\s+(?:the\\s+)?)?[${CAPITAL}][${LETTER}0-9’'&-]*)*`;
const OUTLET =
  'newspaper|magazine|broadcaster|radio|website|outlet|news agency|agency|channel|network|programme?|podcast';
const OCCASION =
  'interview|speech|statement|conference|briefing|rally|tweet|post|letter|hearing|debate|meeting|testimony';

/** "told **Politico**", "told **the newspaper Dnevnik**", "told **reporters**". */
const TOLD = new RegExp(
  `^\\s+((?:the\\s+)?(?:[${CAPITAL}][${LETTER}]+\\s+)?(?:${OUTLET})\\s+${NAME}|(?:[tT]he\\s+)?${NAME}|reporters|journalists|lawmakers|supporters)`,
);

/** "at the Munich Security Conference", "in an interview with Fox News". */
const EVENT = new RegExp(
  `\\b((?:at|during|in|on)\\s+(?:(?:the|a|an|his|her|their)\\s+)?(?:${NAME}|(?:[${LETTER}]+\\s+){0,2}(?:${OCCASION})(?:\\s+(?:with|to|on|in)\\s+(?:the\\s+)?${NAME})?))`,
  'g',
);

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
