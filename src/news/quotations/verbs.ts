import { createRequire } from 'node:module';

/**
 * How often a lemma stands in news outside quotation marks, how often as part of a cue, and how often of one
 * that introduces words between marks.
 */
export type VerbCounts = readonly [stands: number, cues: number, quotes: number];

export type VerbTable = Readonly<Record<string, VerbCounts>>;

let shipped: VerbTable | undefined;

/** The reporting verbs of US news, counted by `npm run train -- quotations`. */
export function reportingVerbs(): VerbTable {
  shipped ??= createRequire(import.meta.url)('#reporting-verbs') as VerbTable;
  return shipped;
}

const countsOf = (word: string, table: VerbTable): VerbCounts | undefined => {
  for (const lemma of lemmasOf(word)) {
    const counts = Object.hasOwn(table, lemma) ? table[lemma] : undefined;
    if (counts !== undefined) return counts;
  }
  return undefined;
};

/** Shares of a word's occurrences that are cues, from which on it counts as the next higher rate. */
const RATES = [0.02, 0.05, 0.12, 0.25, 0.4, 0.6, 0.8];

/** How much a word is a reporting verb: 0, hardly ever, to 7, nearly always. The hash is the word's own. */
export type VerbRate = (word: string, hash: number) => number;

export function verbRate(table: VerbTable): VerbRate {
  const known = new Map<number, number>();
  return (word, hash) => {
    const before = known.get(hash);
    if (before !== undefined) return before;
    const [stands, cues] = countsOf(word, table) ?? [1, 0];
    const rate = RATES.filter((least) => cues / stands > least).length;
    // Bounded, since names and numbers are words too.
    if (known.size > 50_000) known.clear();
    known.set(hash, rate);
    return rate;
  };
}

/** Of the cues with this verb, so many introduce words between marks where it reports speech. */
const SPEECH = 0.12;
/** Report speech too, though rarely word for word. */
const SELDOM_QUOTED = new Set(
  'announce deny confirm reveal suggest propose criticize criticise praise urge believe think predict agree reiterate'.split(
    ' ',
  ),
);

/** Whether a cue reports what somebody said, rather than what they want or support. */
export function reportsSpeech(cue: string, table: VerbTable = reportingVerbs()): boolean {
  if (/\baccording to\b/i.test(cue)) return true;
  return cue
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => {
      if (lemmasOf(word).some((lemma) => SELDOM_QUOTED.has(lemma))) return true;
      const [, cues, quotes] = countsOf(word, table) ?? [0, 0, 0];
      return cues >= 5 && quotes / cues >= SPEECH;
    });
}

/** Verbs whose forms no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  `say said says|tell told|write wrote written|swear swore sworn|speak spoke spoken|think thought|know knew known
  see saw seen|find found|feel felt|hold held|make made making|give gave given giving|go went gone|hear heard
  send sent|seek sought|show shown|mean meant|understand understood|teach taught|begin began begun|take took taken
  choose chose chosen|lay laid|lead led|be is are was were been|have has had|come came|get got|leave left|put put`
    .split(/\||\n/)
    .flatMap((row) => {
      const [lemma = '', ...forms] = row.trim().split(' ');
      return [lemma, ...forms].map((form) => [form, lemma]);
    }),
);

/** The lemmas that a word may be a form of; no dictionary tells which are words: "noted" → note, not, noted. Lower case. */
export function lemmasOf(word: string): readonly string[] {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return [irregular];
  if (word.length <= 4 || !/(?:ing|ed|s)$/.test(word)) return [word];
  if (/(?:ies|ied)$/.test(word)) return [`${word.slice(0, -3)}y`, word];
  if (word.endsWith('s'))
    return [...(/(?:s|x|z|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []), word.slice(0, -1), word];
  const bare = word.replace(/(?:ing|ed)$/, '');
  const single = /([bdgklmnprtvz])\1$/.test(bare) && !bare.endsWith('ll') ? [bare.slice(0, -1)] : [];
  return [`${bare}e`, ...single, bare, word];
}
