import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/answer/candidate.ts';
import { candidatesIn } from '../../src/answer/candidates.ts';
import { createClosenessTable } from '../../src/answer/closeness.ts';
import { FEATURE_NAMES, type FeatureName, features } from '../../src/answer/features.ts';
import { type Meaning, noMeaning } from '../../src/answer/meaning.ts';
import { passageProfile } from '../../src/answer/profile.ts';
import { understandQuestion } from '../../src/answer/question.ts';
import { buildArticle } from '../../src/news/article.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { termOf } from '../../src/search/terms.ts';

/** A table that knows one thing: an arena is a venue, more or less. */
const rows = ['venue', 'arena', 'festival'].map(termOf);
const venues: Meaning = {
  rowOf: (term) => rows.indexOf(term),
  nearest: (row, others) =>
    Math.max(0, ...others.map((other) => (row === other ? 0 : row + other === 1 ? 0.8 : 0.1))),
  sum: (among) =>
    among.length === 0
      ? null
      : Float32Array.from([among.includes(0) || among.includes(1) ? 1 : 0, among.includes(2) ? 1 : 0]),
};

interface Layout {
  readonly headline?: string;
  readonly heading?: string;
  /** One string a paragraph. */
  readonly paragraphs: readonly string[];
}

/** The candidate whose sentence begins so, among all the sentences of an article. */
function candidate(
  question: string,
  beginning: string,
  { headline = 'Bridge news', heading, paragraphs }: Layout,
  meaning: Meaning = noMeaning,
): Candidate {
  const article = buildArticle('a', { headline }, [
    { ...(heading !== undefined && { heading }), paragraphs },
  ]);
  const passages = passagesOf(article);
  const lexicon = createLexicon();
  lexicon.add(passages);
  const found = passages.map((passage, place) => ({ passage: passageProfile(passage), score: 10 - place }));
  const closeness = createClosenessTable(meaning, lexicon.rarity);
  const all = candidatesIn(understandQuestion(question, lexicon.isName), found, { lexicon, closeness });
  const chosen = all.find(({ passage, at }) => {
    const { start } = passage.passage.sentences[at]!;
    return article.text.startsWith(beginning, start);
  });
  if (chosen === undefined) throw new Error(`no sentence begins “${beginning}”`);
  return chosen;
}

/** Feature; the question; where it is more; where it is less. A candidate is the beginning of a sentence of the first paragraphs given. */
type Row = readonly [
  feature: FeatureName,
  because: string,
  question: string,
  more: string,
  less: string,
  layout: Layout,
  meaning?: Meaning,
];

const town: readonly string[] = [
  'The harbour bridge was closed in March by Ana Moreau. She gave no reason. It rained.',
  'Engineers found rust because salt water had entered. The repair costs 4 million euros, and the town owns 12 boats.',
];

const table: readonly Row[] = [
  [
    'coverage',
    'it repeats more of the question',
    'Why was the harbour bridge closed?',
    'The harbour',
    'Engineers',
    { paragraphs: town },
  ],
  [
    'coverageWithin',
    'its neighbours do not hold the word',
    'Who closed the bridge?',
    'The harbour',
    'She gave',
    { paragraphs: town },
  ],
  [
    'exactForms',
    'it holds the very form',
    'bridge closed',
    'The bridge closed',
    'The bridges',
    { paragraphs: ['The bridge closed at noon. The bridges are closing.'] },
  ],
  [
    'alike',
    '“investors” begins like “investment”',
    'What investment is there?',
    'The investors',
    'The mayor',
    { paragraphs: ['The investors came. The mayor left.'] },
  ],
  [
    'addedBefore',
    'the sentence before it holds the name',
    'What reason did Moreau give?',
    'She gave',
    'The harbour',
    { paragraphs: town },
  ],
  [
    'addedAfter',
    'the sentence after it holds the word',
    'What reason was given for the bridge?',
    'The harbour',
    'It rained',
    { paragraphs: town },
  ],
  [
    'addedAbove',
    'the heading holds the word',
    'Why is the ferry late?',
    'Engineers',
    'The ferry',
    { heading: 'The ferry', paragraphs: ['Engineers are late.', 'The ferry is late.'] },
  ],
  [
    'addedByPassage',
    'its passage holds the word',
    'Who closed the bridge?',
    'It rained',
    'Engineers',
    { paragraphs: town },
  ],
  [
    'missing',
    'nothing near it holds the words',
    'Why was the harbour bridge closed?',
    'Engineers',
    'It rained',
    { paragraphs: town },
  ],
  [
    'coverageOfOthers',
    'it holds what is asked, not only the name',
    'Which boats does Moreau own?',
    'The boats',
    'Ana Moreau',
    { paragraphs: ['The boats belong to her. Ana Moreau came in.', 'They saw Moreau there.'] },
  ],
  [
    'sentenceShare',
    'it holds the rare word',
    'Where is the rust on the bridge?',
    'Engineers',
    'The repair',
    { paragraphs: town },
  ],
  [
    'passageShare',
    'its passage was found with a higher score',
    'bridge rust',
    'The harbour',
    'Engineers',
    { paragraphs: town },
  ],
  [
    'passageRank',
    'its passage was found first',
    'bridge rust',
    'The harbour',
    'Engineers',
    { paragraphs: town },
  ],
  [
    'rarest',
    'it holds the rarest word',
    'Is there rust in town?',
    'Engineers',
    'The repair',
    { paragraphs: [...town, 'The town slept. The town woke.'] },
  ],
  ['names', 'it holds the name', 'What did Moreau close?', 'The harbour', 'Engineers', { paragraphs: town }],
  [
    'namesNearby',
    'its passage holds the name',
    'What did Moreau close?',
    'It rained',
    'Engineers',
    { paragraphs: town },
  ],
  ['numbers', 'it holds the number', 'Who owns 12 boats?', 'The repair', 'Engineers', { paragraphs: town }],
  [
    'focus',
    'it says what sort of thing it speaks of',
    'Which boats are old?',
    'The repair',
    'Engineers',
    { paragraphs: town },
  ],
  [
    'typeMatch',
    'it gives a reason',
    'Why is the bridge closed?',
    'Engineers',
    'It rained',
    { paragraphs: town },
  ],
  [
    'answerNearness',
    'the number stands beside the words asked about',
    'How many boats are there?',
    'The town has 12 boats',
    'Boats',
    {
      paragraphs: [
        'The town has 12 boats.',
        'Boats are what the people of this old town like to have, all of the 12 that came by sea.',
      ],
    },
  ],
  [
    'answerNearLast',
    'the year stands beside the verb',
    'When was the bridge closed?',
    'The bridge was closed in',
    'The closed',
    {
      paragraphs: [
        'The bridge was closed in 1999.',
        'The closed bridge, a landmark of the town and its people since 1950, is old.',
      ],
    },
  ],
  [
    'counted',
    'the number counts the thing',
    'How many boats are there?',
    'The town has 12 boats',
    'Boats',
    { paragraphs: ['The town has 12 boats.', 'Boats left at 12.'] },
  ],
  [
    'compactness',
    'the words stand together',
    'harbour bridge rust',
    'Harbour',
    'The rust',
    {
      paragraphs: [
        'Harbour bridge rust is red.',
        'The rust that was seen on many a day is not near the bridge.',
      ],
    },
  ],
  [
    'pairs',
    'two words follow each other',
    'harbour bridge',
    'The harbour bridge',
    'The bridge',
    { paragraphs: ['The harbour bridge fell.', 'The bridge near the harbour fell.'] },
  ],
  [
    'passagePairs',
    'two words follow each other in its passage',
    'harbour bridge',
    'It fell',
    'It stood',
    { paragraphs: ['The harbour bridge is old. It fell.', 'The bridge near the harbour is old. It stood.'] },
  ],
  [
    'passageForms',
    'its passage holds the very form',
    'bridge',
    'It fell',
    'It stood',
    { paragraphs: ['The bridge is old. It fell.', 'The bridges are old. It stood.'] },
  ],
  [
    'sequence',
    'the words stand in the order of the question',
    'harbour bridge rust',
    'The harbour and',
    'Rust',
    { paragraphs: ['The harbour and the bridge have rust.', 'Rust is on the bridge of the harbour.'] },
  ],
  [
    'phrases',
    'it holds a phrase with a small word',
    'What is part of the bridge?',
    'Rust is part of',
    'The bridge',
    { paragraphs: ['Rust is part of the bridge.', 'The bridge has a part.'] },
  ],
  [
    'lastWord',
    'it holds the last word of the question',
    'When did the bridge fall?',
    'It fell',
    'The bridge',
    { paragraphs: ['It fell. The bridge stood.'] },
  ],
  [
    'firstWord',
    'it holds the first word of the question',
    'Bridge that fell',
    'The bridge',
    'It fell',
    { paragraphs: ['It fell. The bridge stood.'] },
  ],
  [
    'subject',
    'it begins with what was asked about',
    'What is the bridge made of?',
    'The bridge',
    'Of all',
    { paragraphs: ['The bridge is steel.', 'Of all that the people built, nothing is like the bridge.'] },
  ],
  [
    'matchedWords',
    'more of its words were asked about',
    'harbour bridge rust',
    'Harbour',
    'The rust',
    { paragraphs: ['Harbour bridge rust is red.', 'The rust is red.'] },
  ],
  [
    'density',
    'it speaks of little else',
    'bridge rust',
    'The bridge has rust',
    'The bridge and',
    { paragraphs: ['The bridge has rust.', 'The bridge and the tower and the wall and the gate have rust.'] },
  ],
  [
    'says',
    'it says more beyond the question',
    'bridge',
    'The bridge and',
    'The bridge fell',
    { paragraphs: ['The bridge and the tower and the wall were built in 1950.', 'The bridge fell.'] },
  ],
  ['length', 'it is longer', 'bridge', 'The harbour', 'It rained', { paragraphs: town }],
  ['short', 'it is very short', 'bridge', 'It rained', 'The harbour', { paragraphs: town }],
  ['early', 'its passage stands first', 'bridge', 'The harbour', 'Engineers', { paragraphs: town }],
  ['opens', 'it opens its passage', 'bridge', 'The harbour', 'It rained', { paragraphs: town }],
  ['leans', 'it begins with “she”', 'bridge', 'She gave', 'The harbour', { paragraphs: town }],
  [
    'leansOnMatch',
    'it goes on from a sentence that was asked about',
    'Why did Moreau close the bridge?',
    'She gave',
    'It rained',
    { paragraphs: town },
  ],
  [
    'ownWords',
    'these are the words of the person asked about',
    'What did Moreau say about the bridge?',
    '“The bridge',
    'Moreau closed',
    { paragraphs: ['“We are sorry,” Ana Moreau said. “The bridge is closed.” Moreau closed the bridge.'] },
  ],
  [
    'asks',
    'it is a question itself',
    'bridge',
    'Why is',
    'The bridge',
    { paragraphs: ['Why is the bridge closed? The bridge is old.'] },
  ],
  [
    'standIns',
    '“arena” is near “venue”',
    'What is the venue?',
    'The arena',
    'The mayor',
    { paragraphs: ['The arena is full. The mayor is late.'] },
    venues,
  ],
  [
    'standInsNearby',
    'a near word is in its passage',
    'What is the venue?',
    'It rained',
    'The mayor',
    { paragraphs: ['The arena is full. It rained.', 'The mayor is late.'] },
    venues,
  ],
  [
    'standInsAround',
    'a near word is in the next sentence',
    'What is the venue?',
    'It rained',
    'The mayor',
    { paragraphs: ['It rained. The arena is full.', 'The mayor is late.'] },
    venues,
  ],
  [
    'aboutTheSame',
    'it is about the same thing',
    'What is the venue?',
    'The arena',
    'The festival',
    { paragraphs: ['The arena is full. The festival is late.'] },
    venues,
  ],
  [
    'focusNear',
    'it holds a word of the sort that is asked for',
    'Which venue is full?',
    'The arena',
    'The mayor',
    { paragraphs: ['The arena is here. The mayor is late.'] },
    venues,
  ],
  [
    'headingMatch',
    'its section asks the same',
    'Why was the bridge closed?',
    'Engineers',
    'Engineers',
    { heading: 'Why was the bridge closed?', paragraphs: ['Engineers found rust.'] },
  ],
  [
    'headingOpens',
    'it opens the section that asks the same',
    'Why was the bridge closed?',
    'Engineers',
    'Salt',
    { heading: 'Why was the bridge closed?', paragraphs: ['Engineers found rust. Salt did it.'] },
  ],
];

describe('a feature', () => {
  const rowsByName = table.map(([name, because, question, more, less, layout, meaning]) => ({
    name,
    because,
    question,
    more,
    less,
    layout,
    meaning,
  }));

  it.each(rowsByName)('$name is higher where $because', ({ name, question, more, less, layout, meaning }) => {
    const higher = features[name](candidate(question, more, layout, meaning));
    // The same sentence under no heading, where the heading is what is looked at.
    const other = more === less ? { paragraphs: layout.paragraphs } : layout;
    expect(higher).toBeGreaterThan(features[name](candidate(question, less, other, meaning)));
  });

  it('articleShare is higher in the article that more was found in', () => {
    expect(features.articleShare(candidate('bridge', 'The harbour', { paragraphs: town }))).toBeCloseTo(1);
  });

  it('questionLength grows with what is asked', () => {
    const of = (question: string): number =>
      features.questionLength(candidate(question, 'The harbour', { paragraphs: town }));
    expect(of('harbour bridge rust engineers')).toBeGreaterThan(of('bridge'));
  });

  it('is tested above, whatever its name', () => {
    const tested = new Set<string>([...table.map(([name]) => name), 'articleShare', 'questionLength']);
    expect(FEATURE_NAMES.filter((name) => !tested.has(name))).toEqual([]);
  });

  it('is a number from 0 to 1 for any candidate', () => {
    for (const question of ['', 'bridge', 'Why did Ana Moreau close 12 harbour bridges in March?', 'is it?'])
      for (const name of FEATURE_NAMES) {
        const value = features[name](candidate(question, 'The harbour', { paragraphs: town }, venues));
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1);
      }
  });
});
