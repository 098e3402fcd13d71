import type { Answer, NoAnswer } from '../../src/answer/answer.ts';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import { type Article, buildArticle, type Span } from '../../src/news/article.ts';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import type { Newsroom, SpeakerEntry } from '../../src/newsroom.ts';
import type { Reply } from '../../src/reply.ts';

/** A small article in our own words, and a newsroom that knows just enough of it. */
export const harbour: Article = buildArticle(
  'harbour-bridge',
  {
    headline: 'Council Delays Harbour Bridge',
    publisher: 'The Port Courier',
    published: '2025-03-04',
    url: 'https://courier.example/harbour-bridge',
  },
  [
    {
      paragraphs: [
        'The council has put off the new harbour bridge by two years. Work was to begin in May.',
        '“We cannot build on sand,” Mayor Ada Quill said. “The bridge will wait.”',
      ],
    },
    {
      heading: 'What Will It Cost?',
      paragraphs: ['The bridge will cost 40 million crowns, according to the harbour office.'],
    },
  ],
);

/** The place of some words in an article; they must be there. */
export function spanOf(words: string, article: Article = harbour): Span {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in ${article.id}`);
  return { start, end: start + words.length };
}

export const mayorQuotation: Quotation = {
  article: harbour.id,
  spans: [spanOf('We cannot build on sand,'), spanOf('The bridge will wait.')],
  kind: 'direct',
  speaker: { name: spanOf('Ada Quill'), mention: spanOf('Ada Quill'), role: spanOf('Mayor') },
  grade: 'named',
  cue: spanOf('said'),
  venue: null,
  confidence: 0.9,
};

/** A passage of one paragraph, and a sentence of it as evidence. */
function evidenceOf(sentence: string, score: number) {
  const span = spanOf(sentence);
  const section = harbour.sections.find(({ paragraphs }) =>
    paragraphs.some((paragraph) => paragraph.start <= span.start && span.end <= paragraph.end),
  );
  const paragraph = section!.paragraphs.find((each) => each.start <= span.start && span.end <= each.end)!;
  return {
    passage: {
      id: `${harbour.id}#${paragraph.start}-${paragraph.end}`,
      article: harbour,
      span: paragraph,
      sentences: [span],
      heading: section!.heading,
    },
    sentence: span,
    score,
  };
}

const COST = 'The bridge will cost 40 million crowns, according to the harbour office.';
const DELAY = 'The council has put off the new harbour bridge by two years.';

/** Knows what the bridge costs, breaks on "break", and has never heard of anything else. */
export function ask(
  question: string,
  { conversation }: { readonly conversation?: string } = {},
): Answer | NoAnswer {
  if (question.includes('break')) throw new TypeError('the index is torn');
  const understood =
    conversation !== undefined && question.startsWith('and') ? `${question} (bridge)` : question;
  const evidence = [evidenceOf(COST, 2), evidenceOf(DELAY, 1)];
  const outcome = { question: { text: understood }, evidence };
  const known = /cost|bridge/.test(understood);
  return (known
    ? { ...outcome, kind: 'answer', confidence: 0.9, best: evidence[0]!, further: [], strength: 'strong' }
    : {
        ...outcome,
        kind: 'no-answer',
        confidence: 0.1,
        reason: { kind: 'no-sentence' },
        unknown: [],
        nearest: evidence[1]!,
      }) as unknown as Answer | NoAnswer;
}

export const newsroom: Newsroom = {
  lastAnswer: () => undefined,
  lastAsked: () => 0,
  readAhead: async () => undefined,
  selected: () => [harbour],
  publishers: () => [],
  today: () => '2025-03-05',
  daysSince: () => 0,
  alsoIn: () => [],
  update: () => undefined,
  passages: 1,
  save: () => ({ copies: [], lexicon: [], engine: [] }),
  articles: [harbour],
  checkQuotation: (words) => ({ kind: 'not-found', nearest: null, words }),
  ask,
  quotations: ({ speaker } = {}) => (speaker === undefined || /quill/i.test(speaker) ? [mayorQuotation] : []),
  statements: ({ speaker } = {}) => (speaker === undefined || /quill/i.test(speaker) ? [mayorQuotation] : []),
  speakers: () => [quill],
  speakersNamed: (typed) => (/quill/i.test(typed) ? [quill] : []),
  article: (reference) =>
    [harbour.id, harbour.headline].some((name) => name.toLowerCase() === reference.toLowerCase())
      ? harbour
      : undefined,
  suggest: (kind, typed) =>
    (kind === 'speaker'
      ? ['Ada Quill', 'Adam Reed', 'Bo Lund'].map((name) => ({ label: name, value: name }))
      : [{ label: harbour.headline, value: harbour.id }]
    ).filter(({ label }) => ` ${label.toLowerCase()}`.includes(` ${typed.toLowerCase()}`)),
};

const quill: SpeakerEntry = {
  name: 'Ada Quill',
  mentions: ['Ada Quill'],
  roles: ['Mayor'],
  articles: [harbour.id],
  quotations: 1,
  reported: 0,
};

const noted = (text: string, actions: Reply['actions'] = []): Reply => ({
  blocks: [{ kind: 'note', tone: 'plain', text }],
  actions,
});

/** Commands that say how they were called. */
export const commands: readonly AnyCommand[] = [
  defineCommand({
    name: 'ask',
    description: 'Ask the articles',
    options: {
      question: { type: 'text', description: 'what you want to know', required: true, maxLength: 300 },
      article: { type: 'text', description: 'in this article only', suggest: 'article' },
    },
    main: 'question',
    run: async (room, { question }, { conversation }) => {
      const { kind } = room.ask(question, { conversation });
      return noted(`${kind}: ${question}`, [
        { kind: 'command', label: 'Why this', command: 'why', options: { question }, inPlace: false },
        { kind: 'command', label: 'Next', command: 'quote', options: { page: 2 }, inPlace: true },
        { kind: 'link', label: 'Read article', url: 'https://courier.example/harbour-bridge' },
      ]);
    },
  }) as AnyCommand,
  defineCommand({
    name: 'quote',
    description: 'Who said what',
    options: {
      speaker: { type: 'text', description: 'who', suggest: 'speaker' },
      about: { type: 'text', description: 'about what' },
      page: { type: 'integer', description: 'page', min: 1, max: 9 },
    },
    main: 'speaker',
    run: async (_room, options) => noted(`quote ${JSON.stringify(options)}`),
  }) as AnyCommand,
  defineCommand({
    name: 'why',
    description: 'Why this answer',
    options: { question: { type: 'text', description: 'which question', required: true } },
    main: 'question',
    hidden: true,
    run: async (_room, { question }) => noted(`because of “${question}”`),
  }) as AnyCommand,
  defineCommand({
    name: 'help',
    description: 'Help',
    options: {},
    run: async () => noted('helped'),
  }) as AnyCommand,
];
