import type { Profile } from './profile.ts';
import type { Question, QuestionKind } from './question.ts';

/** Signs that a sentence holds an answer of some sort, beyond what the question itself says. */
export const CUES = [
  'year',
  'date',
  'number',
  'money',
  'percent',
  'name',
  'by-name',
  'in-name',
  'because',
  'purpose',
  'quotation',
  'reporting',
  'definition',
  'list',
  'manner',
  'contrast',
] as const;
export type Cue = (typeof CUES)[number];

/** A cue and where it stands, as an index into the sentence's tokens. */
export interface CueAt {
  readonly cue: Cue;
  readonly token: number;
}

const PATTERNS: readonly (readonly [Cue, RegExp])[] = [
  ['year', /\b(?:1\d{3}|20\d{2})\b/g],
  [
    'date',
    /\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:\d{1,2}(?:st|nd|rd|th) |\d{3}0s?|mid-)?centur(?:y|ies)|today|yesterday|tomorrow)\b/g,
  ],
  [
    'number',
    /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|twice|both|several)\b/gi,
  ],
  ['money', /(?:[$€£¥]\s?\d|\b(?:dollars?|euros?|pounds?|cents?|yen|rubles?|hryvnias?)\b)/gi],
  [
    'percent',
    /(?:\d\s?%|\bper ?cent(?:age)?\b|\b(?:half|a third|two-thirds|a quarter|three-quarters|majority)\b)/gi,
  ],
  [
    'because',
    /\b(?:because|due to|owing to|citing|since|as a result|on account of|reasons?|so that|thanks to|in order to|caused by|given (?:the|that)|arguing|fears?|concerns?|lack(?:s|ed|ing)?|failure|failed)\b/gi,
  ],
  [
    'purpose',
    /\b(?:(?:used|use|needed|essential|designed|meant|intended|sought|aim(?:s|ed)?|expected|plans?) (?:for|in|to|as)|in order to|so as to)\b/gi,
  ],
  ['quotation', /[“"”]/g],
  [
    'reporting',
    /\b(?:said|says|told|tells|according to|argued|argues|described|describes|called|calls|claimed|wrote|announced|stated|added|warned|insisted|noted)\b/gi,
  ],
  [
    'definition',
    /\b(?:(?:is|are|was|were) (?:a|an|the|one of)|known as|called|refers? to|defined as|consists? of|a (?:group|type|kind|form|set) of|means)\b/gi,
  ],
  ['list', /,[^,]{1,60},[^,]{0,60}\b(?:and|or)\b|\bsuch as\b|\bincluding\b/gi],
  ['manner', /\b(?:by \w+ing|through|via|using|as (?:a|an) |framed|described|with the help of)\b/gi],
  [
    'contrast',
    /\b(?:not|no|never|despite|but|however|although|though|rather|instead|without|did not|does not)\b/gi,
  ],
];

/** The cues of a sentence that the question does not hold already: "in 1973" is no answer to "what happened in 1973?". */
export function novelCues(sentence: Profile, question: Question): readonly CueAt[] {
  const asked = new Set(question.terms.map(({ term }) => term));
  const found: CueAt[] = [];
  for (const [cue, pattern] of PATTERNS)
    for (const match of sentence.text.matchAll(pattern)) {
      const token = tokenAt(sentence, match.index, match.index + match[0].length);
      if (token < 0 && cue !== 'quotation') continue;
      if (cue === 'quotation' || !asked.has(sentence.tokens[token]?.term ?? ''))
        found.push({ cue, token: Math.max(token, 0) });
    }
  return [...found, ...nameCues(sentence, asked)];
}

function tokenAt(sentence: Profile, start: number, end: number): number {
  return sentence.tokens.findIndex((token) => token.start < end && token.end > start);
}

const BEFORE_AN_AGENT = new Set(['by', 'from', 'with', 'to']);
const BEFORE_A_PLACE = new Set(['in', 'at', 'on', 'near', 'from', 'to', 'into', 'of']);

function nameCues(sentence: Profile, asked: ReadonlySet<string>): readonly CueAt[] {
  const found: CueAt[] = [];
  sentence.tokens.forEach((token, at) => {
    if (!token.capital || token.stop || asked.has(token.term) || /^\d/.test(token.word)) return;
    found.push({ cue: 'name', token: at });
    const before = sentence.tokens[at - 1]?.word ?? '';
    const article = before === 'the' ? (sentence.tokens[at - 2]?.word ?? '') : before;
    if (BEFORE_AN_AGENT.has(article)) found.push({ cue: 'by-name', token: at });
    if (BEFORE_A_PLACE.has(article)) found.push({ cue: 'in-name', token: at });
  });
  return found;
}

/** Which cues answer which kind of question. Kinds that are not here are answered by anything. */
const EXPECTED: Readonly<Partial<Record<QuestionKind, readonly Cue[]>>> = {
  who: ['name', 'by-name'],
  when: ['year', 'date'],
  where: ['in-name', 'name'],
  why: ['because', 'purpose'],
  'how-many': ['number'],
  'how-much': ['percent', 'money', 'number'],
  'how-degree': ['number'],
  how: ['manner', 'quotation'],
  definition: ['definition'],
  quote: ['quotation'],
};

/** Whether a sentence holds the sort of thing that is asked for: 1 or 0; ½ where any sentence might. */
export function typeMatch(question: Question, cues: readonly CueAt[]): number {
  const expected = EXPECTED[question.kind];
  if (expected === undefined) return 0.5;
  return cues.some(({ cue }) => expected.includes(cue)) ? 1 : 0;
}

/** Where the first thing of the expected sort stands, nearest to the matched words; null when there is none. */
export function expectedAt(question: Question, cues: readonly CueAt[]): readonly number[] {
  const expected = EXPECTED[question.kind] ?? [];
  return cues.filter(({ cue }) => expected.includes(cue)).map(({ token }) => token);
}
