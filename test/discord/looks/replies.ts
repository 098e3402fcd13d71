import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../commands/index.ts';
import { UserError } from '../../../src/command.ts';
import { askedFor } from '../../../src/discord/call.ts';
import { layOut, noteMessage, questionLine } from '../../../src/discord/card.ts';
import type { CardStyle } from '../../../src/discord/message-body.ts';
import type { OwnButton } from '../../../src/discord/own-buttons.ts';
import { buildArticle } from '../../../src/news/article.ts';
import type { Newsroom } from '../../../src/newsroom.ts';
import { openNewsroom } from '../../../src/open.ts';
import type { Reply } from '../../../src/reply.ts';
import { wordsFor } from '../../../src/words/locales.ts';
import { corpusScenes } from './corpus-scenes.ts';
import type { Body, Scene } from './page.ts';

/** Replies of every kind, as the real commands give them over the shipped articles. */

type Options = Readonly<Record<string, string | number>>;

interface Showing {
  readonly locale?: string;
  readonly style?: CardStyle;
  readonly seenBy?: 'everyone' | 'asker' | 'chat' | 'thread';
}

const ASKER = '1300000000000000001';
const OWN: Readonly<Record<NonNullable<Showing['seenBy']>, readonly OwnButton[]>> = {
  everyone: [{ kind: 'dismiss', asker: ASKER }],
  asker: [{ kind: 'share' }],
  chat: [{ kind: 'dismiss', asker: ASKER }],
  thread: [
    { kind: 'dismiss', asker: ASKER },
    { kind: 'thread', asker: ASKER },
  ],
};

/** The one place that knows how a card is laid out. */
function bodiesOf(
  reply: Reply,
  { locale = 'en', style = 'components', seenBy = 'everyone' }: Showing,
  above?: string,
) {
  const look = { words: wordsFor(locale), style, above, own: OWN[seenBy] };
  return layOut(reply, look).messages as unknown as readonly Body[];
}

const mistakeBody = (message: string, { locale = 'en', style = 'components' }: Showing): Body =>
  noteMessage(message, { words: wordsFor(locale), style }) as unknown as Body;

let conversations = 0;

async function answer(
  newsroom: Newsroom,
  name: string,
  options: Options,
  showing: Showing,
  conversation = `looks ${conversations++}`,
): Promise<readonly Body[]> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  try {
    const words = wordsFor(showing.locale ?? 'en');
    // In a channel the question stands above the answer anyway.
    const asked =
      showing.seenBy === 'thread' || showing.seenBy === 'chat'
        ? undefined
        : questionLine(askedFor({ command, options }));
    return bodiesOf(await command.run(newsroom, options, { conversation, words }), showing, asked);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [mistakeBody(error.message, showing)];
  }
}

const typed = (name: string, options: Options): string =>
  [`/${name}`, ...Object.entries(options).map(([option, value]) => `${option}: ${value}`)].join(' ');

const ASKED: readonly (readonly [string, string, Options, Showing?])[] = [
  ['answer', 'ask', { question: 'What share of the deposits would American companies have owned?' }],
  ['answer-long', 'ask', { question: 'Why did Zelensky reject the deal?' }],
  ['answer-quotation', 'ask', { question: 'What did Trump tell Fox News?' }],
  ['answer-private', 'ask', { question: 'Who told Politico about the deal?' }, { seenBy: 'asker' }],
  ['not-in-the-articles', 'ask', { question: 'Who won the World Cup?' }],
  ['nearest-only', 'ask', { question: 'How much did the White House pay for the minerals?' }],
  ['speakers', 'quote', {}],
  ['quotations-of-one', 'quote', { speaker: 'Zelensky' }],
  ['quotations-on', 'quote', { about: 'security guarantees' }],
  ['quotations-nobody', 'quote', { speaker: 'Angela Merkel' }],
  ['check-exact', 'check', { quote: 'it is not ready to protect us, our interest' }],
  ['check-altered', 'check', { quote: 'in my view it is ready to protect us and all our interests' }],
  ['check-somebody-else', 'check', { quote: 'it is not ready to protect us', speaker: 'Trump' }],
  ['check-not-found', 'check', { quote: 'The bridge will cost forty million crowns' }],
  ['quotations-second-page', 'quote', { article: 'ukraine-rare-earths-deal', page: 2 }],
  ['articles', 'articles', {}],
  ['article-outline', 'articles', { article: 'ukraine-rare-earths-deal' }],
  [
    'answer-chosen',
    'ask',
    { question: 'Who told Politico about the deal?', publisher: 'verbatim', since: '2025' },
  ],
  ['help', 'help', {}],
  ['mistake', 'ask', { question: '?!' }],
  ['embeds-answer', 'ask', { question: 'Why did Zelensky reject the deal?' }, { style: 'embeds' }],
  ['embeds-speakers', 'quote', {}, { style: 'embeds' }],
  ['german', 'ask', { question: 'Why did Zelensky reject the deal?' }, { locale: 'de' }],
  ['german-help', 'help', {}, { locale: 'de' }],
  [
    'german-check',
    'check',
    { quote: 'in my view it is ready to protect us and our interest' },
    { locale: 'de' },
  ],
  ['ukrainian', 'ask', { question: 'What did Trump tell Fox News?' }, { locale: 'uk', seenBy: 'asker' }],
  ['ukrainian-not-found', 'ask', { question: 'Who won the World Cup?' }, { locale: 'uk' }],
];

/** @param folder for the articles that are made here; it is emptied. */
export async function scenes(folder: string): Promise<readonly Scene[]> {
  const { newsroom } = await openNewsroom();
  const drawn: Scene[] = [];
  for (const [name, command, options, showing = {}] of ASKED) {
    drawn.push({
      name,
      asked: { by: 'command', words: typed(command, options) },
      isPrivate: showing.seenBy === 'asker',
      messages: await answer(newsroom, command, options, showing),
    });
  }
  const corpus = await corpusScenes(
    newsroom,
    (reply, locale) => layOut(reply, { words: wordsFor(locale) }).messages as unknown as readonly Body[],
  );
  return [
    ...drawn,
    ...(await followUp(newsroom)),
    ...(await linked(newsroom, folder)),
    ...corpus,
    ...ownMaking(),
  ];
}

async function followUp(newsroom: Newsroom): Promise<readonly Scene[]> {
  const asked = [
    'Why did Zelensky reject the deal?',
    'What did Kuleba say about the deal?',
    'And what did he tell Politico?',
  ];
  const drawn: Scene[] = [];
  for (const [index, question] of asked.entries()) {
    drawn.push({
      name: `chat-${index + 1}`,
      asked: { by: 'message', words: question },
      isPrivate: false,
      // A conversation that goes on may want a thread.
      messages: await answer(
        newsroom,
        'ask',
        { question },
        { seenBy: index === 0 ? 'chat' : 'thread' },
        'looks, in a chat',
      ),
    });
  }
  return drawn;
}

/** The shipped article as if it were published somewhere: with links to its sentences. */
async function linked({ articles: [first] }: Newsroom, folder: string): Promise<readonly Scene[]> {
  const id = first?.id ?? '';
  const shipped = readFileSync(join(import.meta.dirname, '../../../corpus', `${id}.md`), 'utf8');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const published = `publisher: The Quayside Courier\nurl: https://courier.example/${id}\n`;
  writeFileSync(join(folder, `${id}.md`), shipped.replace(/^publisher: .*\n/m, published));
  const { newsroom } = await openNewsroom({ corpusDir: folder });
  const asked: readonly (readonly [string, string, Options])[] = [
    ['linked-answer', 'ask', { question: 'Why did Zelensky reject the deal?' }],
    ['linked-quotations', 'quote', { speaker: 'Zelensky' }],
    ['linked-check', 'check', { quote: 'in my view it is ready to protect us and our interest' }],
    ['linked-articles', 'articles', {}],
  ];
  return Promise.all(
    asked.map(async ([name, command, options]) => ({
      name,
      asked: { by: 'command' as const, words: typed(command, options) },
      isPrivate: false,
      messages: await answer(newsroom, command, options, {}),
    })),
  );
}

const HOSTILE =
  '**Not bold** and __not underlined__, says @everyone: [free coins](https://evil.example) at https://evil.example/a_b_c ||hidden|| `code` <@1300000000000000001> :smile: discord.gg/abc.\n# No heading\n-# No small print\n> No quote of ours\n- No list\n1. No number';

/** What no shipped article is. */
function ownMaking(): readonly Scene[] {
  const hostile = buildArticle(
    'hostile',
    {
      headline:
        '# A *headline* with [marks](https://evil.example) and aVeryLongWordThatNobodyEverBreaks'.repeat(2),
      publisher: 'The ~~Quayside~~ Courier',
      url: 'https://courier.example/a_(b)',
    },
    [{ paragraphs: [HOSTILE] }],
  );
  const speech =
    'We shall mend the bridge, and we shall mend the road that leads to it, whatever the winter brings.';
  const endless = buildArticle(
    'endless',
    { headline: 'The mayor speaks for an hour', publisher: 'Courier' },
    [{ paragraphs: [Array.from({ length: 60 }, (_, index) => `${speech} ${index + 1} times.`).join(' ')] }],
  );
  const whole = (article: typeof hostile) => ({ start: 0, end: article.text.length });
  const scene = (name: string, reply: Reply): Scene => ({
    name,
    asked: { by: 'message', words: 'What does it say?' },
    isPrivate: false,
    messages: bodiesOf(reply, {}),
  });
  return [
    scene('hostile', {
      blocks: [
        {
          kind: 'passage',
          article: hostile,
          span: whole(hostile),
          answers: [{ start: 0, end: 60 }],
          heading: null,
          strength: 'fair',
          also: [],
        },
      ],
      actions: [{ kind: 'link', label: 'Read article', url: 'https://courier.example/a_(b)' }],
    }),
    scene('endless', {
      blocks: [
        {
          kind: 'quotation',
          article: endless,
          quotation: {
            article: 'endless',
            spans: [whole(endless)],
            kind: 'direct',
            speaker: null,
            grade: 'unknown',
            cue: null,
            venue: null,
            confidence: 0.5,
          },
          also: [],
        },
      ],
      actions: [],
    }),
  ];
}
