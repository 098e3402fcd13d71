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
  const merged: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter.segment(prose)) {
    const piece = trimmed(segment, index);
    if (piece === null) continue;
    const previous = merged.at(-1);
    if (previous !== undefined && belongTogether(prose, previous, piece)) previous.end = piece.end;
    else merged.push(piece);
  }
  return merged.map(({ start, end }) => ({ start: within.start + start, end: within.start + end }));
}

function trimmed(segment: string, index: number): { start: number; end: number } | null {
  const start = segment.length - segment.trimStart().length;
  const end = segment.trimEnd().length;
  return end <= start ? null : { start: index + start, end: index + end };
}

/** Far enough to see the longest title or initials that a sentence could seem to end in. */
const LOOK_BACK = 24;
/** Far enough to see "President Volodymyr Zelensky said". */
const LOOK_AHEAD = 64;

function belongTogether(prose: string, previous: Span, piece: Span): boolean {
  const tail = prose.slice(Math.max(previous.start, previous.end - LOOK_BACK), previous.end);
  const head = prose.slice(piece.start, Math.min(piece.end, piece.start + LOOK_AHEAD));
  if (!/[\p{L}\p{N}]/u.test(prose.slice(piece.start, piece.end))) return true; // a stray "”."
  if (/^[\p{Pi}\p{Ps}"'‘“]*\p{Ll}/u.test(head) && !STARTS_LOWER_CASE_NAME.test(head)) return true;
  if (/[?!…][”"’')\]]$/u.test(tail) && REPORTING_CLAUSE.test(head)) return true;
  if (ALWAYS_CONTINUES.test(tail)) return true;
  if (MONTH_OR_NUMBER_SIGN.test(tail) && /^\p{N}/u.test(head)) return true;
  if (ACRONYM_OR_INITIAL.test(tail) || COMPANY.test(tail)) return !SENTENCE_OPENER.test(head);
  return false;
}

/** iPhone, eBay: a sentence may begin with one. */
const STARTS_LOWER_CASE_NAME = /^["'‘“]?\p{Ll}\p{Lu}/u;
/** “Is it ready?” President Zelensky asked. */
const REPORTING_CLAUSE =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,5}(?:said|says|asked|asks|told|replied|added|wrote|writes|shouted|cried|wondered|answered)\b/u;
const ALWAYS_CONTINUES =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|Supt|Det|Insp|Mt|Ft|St|Ste|vs|v|e\.g|i\.e|cf|approx|ca)\.$/u;
const MONTH_OR_NUMBER_SIGN =
  /(?:^|[\s(“"‘'])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|Nos|pp?|para|art|sec|fig|vol|ch)\.$/iu;
const ACRONYM_OR_INITIAL =
  /(?:^|[\s(“"‘'-])(?:(?:\p{L}\.){2,}|\p{Lu}\.|Ph\.D\.|(?:Jr|Sr|Calif|Conn|Del|Fla|Ga|Ill|Ind|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ariz|Ark|Ala|Colo|Kan|Ky|La)\.)$/u;
const COMPANY = /\b(?:Inc|Corp|Co|Cos|Ltd|Bros|Assn|Dept|Univ|Ave|Blvd|Rd)\.$/u;
/** Words that open a sentence far more often than they follow an acronym inside one. */
const SENTENCE_OPENER =
  /^["'“‘(]*(?:The|A|An|And|But|Or|So|Yet|He|She|It|They|We|You|I|His|Her|Its|Their|Our|My|This|That|These|Those|There|Here|In|On|At|By|For|From|With|Without|To|As|If|When|While|After|Before|Since|Because|Although|Though|However|Meanwhile|Moreover|Still|Then|Now|Also|Some|Many|Most|Few|Several|Both|All|Each|Every|Not|No|One|What|Why|How|Who|Where|Which|According|Despite|During|Under|Over|Last|Earlier|Later|Instead|Asked)(?:[\s,’']|$)/u;
