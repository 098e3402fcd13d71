/** Verbs that report speech. *strong* ones introduce whole sentences; *weak* ones characterise ("called it “colonial”"). */
const STRONG =
  'say tell ask add argue announce answer acknowledge admit advise agree allege assert boast caution charge claim comment complain conclude concede confess confirm contend continue counter cry declare deny demand emphasize emphasise exclaim explain express insist joke lament maintain mention mutter note object observe plead pledge point predict promise proclaim quip recall recount reiterate remark remind repeat reply report respond retort reveal shout speculate state stress suggest summarize swear testify think threaten tweet urge vow warn whisper wonder write believe';
const WEAK =
  'accuse attack blast call cast characterize characterise cite compare condemn criticize criticise decry defend define deem denounce depict describe dismiss dub frame hail label liken mock portray praise refer regard reject slam speak support tout view';

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  swore: 'swear',
  spoke: 'speak',
  thought: 'think',
};

const strong = new Set(STRONG.split(' '));
const weak = new Set(WEAK.split(' '));

export interface ReportingVerb {
  readonly lemma: string;
  readonly strength: 'strong' | 'weak';
  /** "saying", "describing": its subject is the main clause's, or stands just before it. */
  readonly participle: boolean;
}

/** Reads one word as a reporting verb; null when it is none. */
export function reportingVerb(word: string): ReportingVerb | null {
  const lower = word.toLowerCase();
  for (const lemma of lemmasOf(lower)) {
    const strength = strong.has(lemma) ? 'strong' : weak.has(lemma) ? 'weak' : null;
    if (strength !== null) return { lemma, strength, participle: lower.endsWith('ing') };
  }
  return null;
}

function lemmasOf(word: string): readonly string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [irregular];
  const stem = /^(.*?)(?:s|es|ed|d|ing|ied|ies)$/.exec(word) === null ? word : null;
  if (stem !== null) return [word];
  const cut = (ending: string, instead = ''): string[] =>
    word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : [];
  const bare = [...cut('ing'), ...cut('ed'), ...cut('s'), ...cut('es')];
  return [
    word,
    ...bare,
    ...cut('ing', 'e'),
    ...cut('d'),
    ...cut('ied', 'y'),
    ...cut('ies', 'y'),
    ...bare.filter((base) => /([^aeiou])\1$/.test(base)).map((base) => base.slice(0, -1)), // quipped
  ];
}
