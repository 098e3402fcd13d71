import { type Token, tokens } from '../search/terms.ts';

/** Signs that a sentence holds an answer of some sort. */
export const CUES = [
  'year',
  'date',
  'number',
  'money',
  'percent',
  'measure',
  'name',
  'person',
  'by-name',
  'in-name',
  'because',
  'purpose',
  'quotation',
  'reporting',
  'definition',
  'apposition',
  'list',
  'manner',
  'contrast',
  'naming',
  'first',
  'superlative',
] as const;
export type Cue = (typeof CUES)[number];

/** A cue and the token at which it stands. */
export interface CueAt {
  readonly cue: Cue;
  readonly token: number;
}

const PATTERNS: readonly (readonly [Cue, RegExp])[] = [
  ['year', /\b(?:1\d{3}|20\d{2})s?\b/g],
  [
    'date',
    /\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May \d|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:\d{1,2}(?:st|nd|rd|th)|early|late|mid)[ -]centur(?:y|ies)|centur(?:y|ies)|today|yesterday|tomorrow|(?:last|next|this) (?:week|month|year)|decades?)\b/g,
  ],
  [
    'number',
    /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|twice|both|several)\b/gi,
  ],
  ['money', /[$€£¥]\s?\d|\b(?:dollars?|euros?|pounds?|cents?|yen|rubles?|hryvnias?)\b/gi],
  [
    'percent',
    /\d\s?%|\bper ?cent(?:age)?\b|\b(?:half|one third|a third|two-thirds|a quarter|three-quarters|majority)\b/gi,
  ],
  [
    'measure',
    /\d\s?(?:km|m|mi|kg|lb|ft|°)\b|\b(?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|inch(?:es)?|acres?|hectares?|tons?|tonnes?|pounds?|degrees?|hours?|minutes?|seconds?|days?|weeks?|months?|years?)\b/gi,
  ],
  [
    'because',
    /\b(?:because|due to|owing to|citing|since|as a result|on account of|reasons?|so that|thanks to|in order to|caused by|given (?:the|that)|arguing|fears?|concerns?|lack(?:s|ed|ing)?|failure|failed|therefore|thus|led to)\b/gi,
  ],
  [
    'purpose',
    /\b(?:(?:used|use|needed|essential|designed|meant|intended|sought|aim(?:s|ed)?|expected|plans?) (?:for|in|to|as)|in order to|so as to)\b/gi,
  ],
  ['quotation', /[“"”]/g],
  [
    'reporting',
    /\b(?:said|says|told|tells|according to|argued|argues|described|describes|claimed|wrote|announced|stated|added|warned|insisted|noted)\b/gi,
  ],
  [
    'definition',
    /\b(?:(?:is|are|was|were) (?:a|an|the|one of)|refers? to|defined as|consists? of|a (?:group|type|kind|form|set|family) of|means)\b/gi,
  ],
  ['apposition', /, (?:an?|the) [^,.]{3,60},|\([^)]{3,60}\)/gi],
  ['list', /,[^,]{1,60},[^,]{0,60}\b(?:and|or)\b|\bsuch as\b|\bincluding\b|\bamong (?:them|others)\b/gi],
  ['manner', /\b(?:by \w+ing|through|via|using|as an?|with the help of)\b/gi],
  ['contrast', /\b(?:not|no|never|despite|but|however|although|though|rather|instead|without)\b/gi],
  ['naming', /\b(?:called|known as|named|nicknamed|dubbed|termed|referred to as|titled|entitled)\b/gi],
  ['first', /\b(?:first|last|earliest|latest|original|final|second|initial)\b/gi],
  [
    'superlative',
    /\b(?:most|largest|biggest|highest|oldest|smallest|best|main|primary|major|greatest|chief|leading)\b/gi,
  ],
];

const BEFORE_AN_AGENT = new Set(['by', 'from', 'with', 'to']);
const BEFORE_A_PLACE = new Set(['in', 'at', 'on', 'near', 'from', 'to', 'into', 'of']);
const SPEAKS = /^(?:said|says|told|added|asked|argued|wrote|announced|replied|became|born|died|led|won|who)$/;

/** Every cue of a sentence, by token. Does not depend on the question, so that it is read once. */
export function cuesIn(text: string, words: readonly Token[] = tokens(text)): readonly CueAt[] {
  const found: CueAt[] = [];
  for (const [cue, pattern] of PATTERNS) {
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      while (from < words.length && (words[from]?.end ?? 0) <= match.index) from++;
      const token = words[from];
      if (token !== undefined && token.start < end) found.push({ cue, token: from });
      else if (cue === 'quotation') found.push({ cue, token: Math.max(0, from - 1) });
    }
  }
  words.forEach((token, at) => {
    if (!token.capital || token.stop) return;
    found.push({ cue: 'name', token: at });
    const before = words[at - 1]?.word ?? '';
    const preposition = before === 'the' ? (words[at - 2]?.word ?? '') : before;
    if (BEFORE_AN_AGENT.has(preposition)) found.push({ cue: 'by-name', token: at });
    if (BEFORE_A_PLACE.has(preposition)) found.push({ cue: 'in-name', token: at });
    const next = words[at + 1];
    const isSurname = words[at - 1]?.capital === true && at > 1;
    if ((isSurname && next?.capital !== true) || SPEAKS.test(next?.word ?? ''))
      found.push({ cue: 'person', token: at });
  });
  return found;
}
