import type { Span } from './article.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a stretch of text, in order. They tile it: between two of them, and around them, there is
 * nothing but white space.
 *
 * Unicode's segmenter finds the boundaries; the rules below take back those that news prose proves wrong
 * ("the U.S. | Treasury", "“Why?” | he asked"). Boundaries are only ever removed, never added.
 */
export function sentences(text: string, within: Span): readonly Span[] {
  // A line break inside a paragraph is a space: it must not end a sentence. Same length, same offsets.
  const prose = text.slice(within.start, within.end).replace(/[\n\r\u0085\u2028\u2029]/g, ' ');
  const numbered = STARTS_NUMBERED.test(prose.slice(0, LOOK_AHEAD));
  const merged: Piece[] = [];
  for (const piece of pieces(prose)) {
    const previous = merged.at(-1);
    if (previous === undefined) merged.push(piece);
    else if (belongTogether(prose, previous, piece, numbered)) previous.end = piece.end;
    else merged.push(withItsOpeningMark(prose, previous, piece));
  }
  return merged.map(({ start, end }) => ({ start: within.start + start, end: within.start + end }));
}

interface Piece {
  start: number;
  end: number;
}

/** The segmenter's cost grows with the square of what it is given: it gets a window at a time. UTF-16 units. */
const WINDOW = 4_096;

/** What the segmenter makes of the prose, without the blanks at the ends. */
function* pieces(prose: string): Iterable<Piece> {
  let from = 0;
  let size = WINDOW;
  while (from < prose.length) {
    const window = prose.slice(from, from + size);
    const found = [...segmenter.segment(window)];
    const isEnd = from + size >= prose.length;
    // The window may cut the last piece short; and the boundary before it is sure only once a letter or a stop
    // has been seen beyond it, since a lower-case letter would take it back. So the last two are looked at again.
    const next = isEnd ? undefined : found.at(-2);
    if (!isEnd && (next === undefined || next.index === 0)) {
      size *= 2;
      continue;
    }
    for (const { segment, index } of isEnd ? found : found.slice(0, -2)) {
      const piece = trimmed(segment, from + index);
      if (piece !== null) yield piece;
    }
    from += next?.index ?? size;
    size = WINDOW;
  }
}

function trimmed(segment: string, index: number): Piece | null {
  const start = segment.length - segment.trimStart().length;
  const end = segment.trimEnd().length;
  return end <= start ? null : { start: index + start, end: index + end };
}

/** `He left.“Then …`: without a blank the segmenter leaves the opening mark behind. */
function withItsOpeningMark(prose: string, previous: Piece, piece: Piece): Piece {
  const left = prose[previous.end - 1] ?? '';
  if (previous.end !== piece.start || !/[“‘(]/.test(left) || previous.end - previous.start < 2) return piece;
  previous.end = piece.start - 1;
  return { start: previous.end, end: piece.end };
}

/** Far enough to see the longest title or initials that a sentence could seem to end in. */
const LOOK_BACK = 24;
/** Far enough to see "President Volodymyr Zelensky, who had been waiting, asked". */
const LOOK_AHEAD = 96;

function belongTogether(prose: string, previous: Span, piece: Span, numbered: boolean): boolean {
  const tail = prose.slice(Math.max(previous.start, previous.end - LOOK_BACK), previous.end);
  const head = prose.slice(piece.start, Math.min(piece.end, piece.start + LOOK_AHEAD));
  if (!/[\p{L}\p{N}]/u.test(prose.slice(piece.start, piece.end))) return true; // a stray "”."
  if (/^[\p{Pi}\p{Ps}"'‘“]*\p{Ll}/u.test(head) && !STARTS_LOWER_CASE_NAME.test(head)) return true;
  if (numbered && LIST_NUMBER.test(prose.slice(previous.start, previous.end))) return true;
  if (/[?!…][”"’')\]]$/u.test(tail) && isReportingClause(head)) return true;
  if (ALWAYS_CONTINUES.test(tail)) return true;
  if (NUMBER_SIGN.test(tail) && /^\p{N}/u.test(head)) return true;
  if (CLOCK.test(tail)) return TIME_CONTINUES.test(head);
  if (DESIGNATION.test(tail)) return false;
  if (ACRONYM_OR_INITIAL.test(tail) || OFTEN_CONTINUES.test(tail)) return !opensSentence(head);
  return false;
}

/** "1. Close the bridge. 2. Open it." */
const STARTS_NUMBERED = /^\s*\d{1,2}\.\s/;
const LIST_NUMBER = /^\d{1,2}\.$/;

/** iPhone, eBay: a sentence may begin with one. */
const STARTS_LOWER_CASE_NAME = /^["'‘“]?\p{Ll}\p{Lu}/u;

const SAID =
  '(?:said|says|asked|asks|told|replied|added|wrote|writes|shouted|cried|wondered|answered|exclaimed|recalled|joked|tweeted|posted)';
/** “Is it ready?” President Zelensky asked; “Is it?” Mara Lind, the engineer, wondered. */
const REPORTING_CLAUSE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.’'-]*\\s+){0,4}\\p{Lu}[\\p{L}.’'-]*(?:,\\s[^,.;!?“”"]{1,40},)?\\s+${SAID}(?!\\p{L})`,
  'u',
);
const I_SAID = new RegExp(`^I\\s+${SAID}(?!\\p{L})`, 'u');
/** “Stop!” He said nothing more: only "I" keeps its capital after a quotation that it reports. */
const isReportingClause = (head: string): boolean =>
  I_SAID.test(head) || (REPORTING_CLAUSE.test(head) && !SENTENCE_OPENER.test(head));

const BEFORE = '(?:^|[\\s(“"‘\'])';
/** Titles and the like, which never end a sentence. */
const ALWAYS_CONTINUES = new RegExp(
  `${BEFORE}(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|Profs|Gen|Brig|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Maj|Sgt|Cpl|Pvt|Pfc|Capt|Cmdr|Adm|Amb|Sec|Atty|Rev|Msgr|Fr|Hon|Pres|Supt|Det|Insp|vs|v|e\\.g|i\\.e|a\\.k\\.a|cf|approx|ca)\\.$`,
  'u',
);
/** Continue before a number only: Sept. 11, No. 5, p. 12. */
const NUMBER_SIGN = new RegExp(
  `${BEFORE}(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|Nos|pp?|para|art|sec|fig|vol|ch|ft|lbs?|oz)\\.$`,
  'iu',
);
const CLOCK = /(?:^|[\s\d(])[ap]\.m\.$/i;
const TIME_CONTINUES =
  /^\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May \d|June|July|Aug|Sept|Oct|Nov|Dec|Eastern|Pacific|Central|Mountain|Local|[A-Z]{2,4}T\b|GMT|UTC|BST|ET|PT|\p{Lu}\p{L}+ time\b)/u;
/** "World War I", "Hepatitis B", "than I": a single letter that is no initial. */
const DESIGNATION = new RegExp(
  `\\b(?:${'War Phase Part Act Type Class Group Grade Plan Vitamin Hepatitis Tier Title Schedule Category Chapter Section Appendix Exhibit Block Wing Gate'
    .split(' ')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toLowerCase()}]${word.slice(1)}`)
    .join('|')}) \\p{Lu}\\.$|\\b(?:and|than|am|do|did|as|but|or) I\\.$`,
  'u',
);
const ACRONYM_OR_INITIAL =
  /(?:^|[\s(“"‘'-])(?:(?:\p{L}\.){2,}|\p{Lu}\.|Ph\.D\.|(?:Jr|Sr|Calif|Conn|Del|Fla|Ga|Ill|Ind|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ariz|Ark|Ala|Colo|Kan|Ky|La)\.)$/u;
const OFTEN_CONTINUES = /\b(?:Inc|Corp|Co|Cos|Ltd|Bros|Assn|Dept|Univ|Ave|Blvd|Rd|St|Ste|Mt|Ft)\.$/u;

/** Words that open a sentence far more often than they follow an acronym inside one. */
const OPENING_WORDS = `
  The A An And But Or So Yet Nor He She It They We You I His Her Its Their Our My This That These Those There Here
  In On At By For From With Without To As If When While After Before Since Because Although Though However
  Meanwhile Moreover Still Then Now Also Some Many Most Few Several Both All Each Every Everyone Everybody Someone
  Anyone Nobody Nothing Others Another Not No One Two Three What Why How Who Where Which Whether According Despite
  During Under Over Until Unless Once Even Only Just Last Earlier Later Instead Asked Among Between Through Across
  Against About Perhaps Maybe Today Yesterday Tomorrow Tonight Nearly Almost Is Are Was Were Did Does Do Will Would
  Can Could Should Officials Police Residents Experts Critics Supporters Authorities Scientists Researchers
  Investigators Prosecutors Lawmakers Voters Workers Shares People`;
const SENTENCE_OPENER = new RegExp(
  `^["'“‘(]*(?:${OPENING_WORDS.trim().split(/\s+/).join('|')})(?:[\\s,’']|$)`,
  'u',
);

/** After an acronym: “We want … opens a sentence, “Green New Deal” plans goes on with one. */
function opensSentence(head: string): boolean {
  if (SENTENCE_OPENER.test(head)) return true;
  const closing = /^[“"]\p{Lu}/u.test(head) ? head.slice(1).search(/[”"]/) : -2;
  return closing === -1 || /[.,?!]/.test(closing > 0 ? (head[closing] ?? '') : '');
}
