import { type AnyCommand, defineCommand, UserError } from '../../src/command.ts';
import { type Environment, readEnvironment } from '../../src/environment.ts';
import { type Article, buildArticle, type Span } from '../../src/news/article.ts';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import { createNewsDesk, type NewsDesk } from '../../src/news-desk.ts';
import type { Newsroom, Suggestion } from '../../src/newsroom.ts';
import type { Action, Block, Reply } from '../../src/reply.ts';

/** A newsroom with one article of our own making, and commands that show what a face can be asked to show. */

export const HARBOUR: Article = buildArticle(
  'harbour',
  {
    headline: 'Harbour bridge to close for repairs',
    publisher: 'The Quayside Courier',
    published: '2025-02-16T09:30:00Z',
    url: 'https://courier.example/harbour-bridge',
  },
  [
    { paragraphs: ['The bridge closes on Monday. It will stay shut for nine weeks, the council said.'] },
    {
      heading: 'Detours',
      paragraphs: [
        'Buses will run along Mill Lane.',
        '“We know it hurts,” said Ada Brook, the harbour master. “But the steel is tired.”',
      ],
    },
  ],
);

/** What an operator has who set nothing. */
export const ENVIRONMENT: Environment = readEnvironment({});

/** The place of these words in the article; they must be there. */
export function spanOf(article: Article, words: string): Span {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`not in ${article.id}: ${words}`);
  return { start, end: start + words.length };
}

export const passage = (answer: string, shown: string = answer): Block => ({
  kind: 'passage',
  article: HARBOUR,
  span: spanOf(HARBOUR, shown),
  answers: [spanOf(HARBOUR, answer)],
  heading: null,
  strength: 'strong',
  also: [],
});

/** The “said” at the quotation, not the council's. */
const CUE: Span = { start: HARBOUR.text.indexOf('said Ada'), end: HARBOUR.text.indexOf('said Ada') + 4 };

export const BROOK: Quotation = {
  article: HARBOUR.id,
  spans: [spanOf(HARBOUR, 'We know it hurts,'), spanOf(HARBOUR, 'But the steel is tired.')],
  kind: 'direct',
  speaker: {
    name: spanOf(HARBOUR, 'Ada Brook'),
    mention: spanOf(HARBOUR, 'Ada Brook'),
    role: spanOf(HARBOUR, 'the harbour master'),
  },
  grade: 'named',
  cue: CUE,
  venue: null,
  confidence: 0.98,
};

export const note = (text: string): Block => ({ kind: 'note', text, tone: 'plain' });
export const reply = (blocks: readonly Block[], actions: readonly Action[] = []): Reply => ({
  blocks,
  actions,
});

const WHEN = 'It will stay shut for nine weeks, the council said.';

const ask = defineCommand({
  name: 'ask',
  description: 'Answer a question',
  main: 'question',
  menu: 'Ask here',
  private: true,
  options: {
    article: { type: 'text', description: 'Only in this article', suggest: 'article', maxLength: 100 },
    question: { type: 'text', description: 'What you want to know', required: true },
    limit: { type: 'integer', description: 'How many', min: 1, max: 5 },
  },
  run: async (_newsroom, { question }) =>
    reply(
      [passage(WHEN, HARBOUR.text.slice(0, HARBOUR.text.indexOf('\n\n')))],
      [
        { kind: 'command', label: 'More context', command: 'context', options: { lines: 2 }, inPlace: true },
        { kind: 'command', label: 'Again', command: 'ask', options: { question }, inPlace: false },
        { kind: 'link', label: 'Read article', url: 'https://courier.example/harbour-bridge' },
      ],
    ),
});

const context = defineCommand({
  name: 'context',
  description: 'Sentences around an answer',
  hidden: true,
  options: { lines: { type: 'integer', description: 'How many', required: true } },
  run: async (_newsroom, { lines }) => {
    if (lines > 2) throw new UserError('There are only two more lines.');
    return reply(
      [passage('Buses will run along Mill Lane.')],
      [{ kind: 'command', label: 'More', command: 'context', options: { lines: lines + 1 }, inPlace: true }],
    );
  },
});

const long = defineCommand({
  name: 'long',
  description: 'More than one message holds',
  private: true,
  options: { notes: { type: 'integer', description: 'How many', required: true } },
  run: async (_newsroom, { notes }) =>
    reply(Array.from({ length: notes }, (_, index) => note(`${index + 1}. ${'word '.repeat(700)}`))),
});

const fail = defineCommand({
  name: 'fail',
  description: 'Goes wrong',
  private: true,
  options: { how: { type: 'text', description: 'user or fault', required: true } },
  run: async (_newsroom, { how }) => {
    if (how === 'user') throw new UserError('speaker: expected a name, got “*”. Try another.');
    throw new TypeError(`cannot read "${how}"`);
  },
});

const where = defineCommand({
  name: 'where',
  description: 'Says which conversation this is',
  options: {},
  run: async (_newsroom, _options, { conversation }) => reply([note(conversation)]),
});

/** Answers when it is told to. */
export interface Gate {
  readonly command: AnyCommand;
  open(): void;
  readonly started: () => number;
}

export function gate(): Gate {
  let open = (): void => {};
  let started = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const command = defineCommand({
    name: 'wait',
    description: 'Answers when it is told to',
    options: {},
    run: async () => {
      started += 1;
      await opened;
      return reply([note('at last')]);
    },
  });
  return { command: command as AnyCommand, open: () => open(), started: () => started };
}

export const COMMANDS = [ask, context, long, fail, where] as unknown as readonly AnyCommand[];

export function newsroom(
  suggest: (typed: string) => readonly Suggestion[] = (typed) => [
    { label: `${HARBOUR.headline} (${typed})`, value: HARBOUR.id },
  ],
): Newsroom {
  return {
    articles: [HARBOUR],
    lastAnswer: () => undefined,
    lastAsked: () => 0,
    checkQuotation: (words) => ({ kind: 'not-found', nearest: null, words }),
    ask: () => {
      throw new Error('not asked here');
    },
    quotations: () => [BROOK],
    statements: () => [BROOK],
    speakers: () => [],
    speakersNamed: () => [],
    article: () => HARBOUR,
    suggest: (_kind, typed) => suggest(typed),
    readAhead: async () => undefined,
    selected: () => [HARBOUR],
    publishers: () => [],
    today: () => '2025-02-17',
    daysSince: () => 0,
    alsoIn: () => [],
    update: () => undefined,
    passages: 1,
    save: () => ({ copies: [], lexicon: [], engine: [] }),
  };
}

/** The same, as the faces ask it. */
export const desk = (commands = COMMANDS): NewsDesk => createNewsDesk(newsroom(), commands);
