import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../src/command.ts';
import { layOut } from '../src/discord/card.ts';
import { reportedIn } from '../src/emphasis.ts';
import { type Article, buildArticle, type Span, textAt } from '../src/news/article.ts';
import { createNewsroom, type Newsroom } from '../src/newsroom.ts';
import { openNewsroom } from '../src/open.ts';
import type { ComparisonBlock, PassageBlock, QuotationBlock, Reply } from '../src/reply.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { printable } from '../src/terminal/printable.ts';
import { renderReply } from '../src/terminal/render.ts';
import { answerRow, quotationRow } from '../src/terminal/rows.ts';
import { ENGLISH } from '../src/words/english.ts';
import { comparisonsIn, expectOwnWords, replyTo } from './commands/replies.ts';
import { hostileText, straight, words } from './discord/hostile.ts';
import { lines, texts } from './discord/reading.ts';

/*
 * The first law, from a question to what stands on the screen: on either face, and in rows for programs, what is
 * shown as an article's words is a slice of that article once marks, escapes and line breaks are taken away.
 */

/** Marks, escapes and line ends of every kind among sentences that can be found and quoted. */
const hostile: readonly Article[] = [
  buildArticle(
    'markup',
    { headline: '**Bridge** [closes](https://evil.example)', url: 'https://a.example/b_(c)' },
    [
      {
        heading: '# Why did the *bridge* close?',
        paragraphs: [
          'The bridge **closed** ~~today~~ because @everyone > “tired steel” ||cracked|| in <@1234567890123456789> two places.',
          '> “We __know__ it `hurts`,” said Ada Brook, the harbour master. “But the *steel* is [tired](x).”',
          '- 1. The council\r\nwill vote\u2028on the bridge\u0085in June.\n\n\n> It may not.',
        ],
      },
    ],
  ),
  buildArticle(
    'control',
    { headline: 'Ferry \u001b[31mred\u0007', publisher: '\u202eretro', published: 'yesterday' },
    [
      {
        paragraphs: [
          'The ferry \u001b[2J\u001b]0;title\u0007 sank\u202e off Gull Point \ud800 with 80 tons\u0000 of kelp.',
          '“The ferry │ was \u009b31m mine,” Rosa Lindqvist said. │ “And ** it ** sank.”',
          '渡し船は日本語日本語日本語日本語日本語日本語で沈んだ。 The ferry 👩‍👩‍👧 carried nobody.',
        ],
      },
    ],
  ),
  buildArticle('endless', { headline: 'Library reopens' }, [
    {
      paragraphs: [
        `The library reopens ${'with *many* books, '.repeat(400)}in June.`,
        `“The roof ${'leaks and '.repeat(900)}drips,” librarian Pavel Oduya said.`,
        `The library holds ${'x'.repeat(9_000)} shelves.`,
        'The library closes at six. '.repeat(300),
      ],
    },
  ]),
];

const newsrooms: readonly (readonly [name: string, newsroom: Newsroom])[] = [
  ['the articles that come with Verbatim', (await openNewsroom()).newsroom],
  ['hostile articles', createNewsroom(hostile, createMiniSearchEngine())],
];

type Quoting = PassageBlock | QuotationBlock;

const quotingIn = ({ blocks }: Reply): readonly Quoting[] =>
  blocks.filter((block) => block.kind === 'passage' || block.kind === 'quotation');

/** Reported speech stands in its sentences. */
const spansOf = (block: Quoting): readonly Span[] => {
  if (block.kind === 'passage') return [block.span];
  const { article, quotation } = block;
  return quotation.kind === 'indirect' ? [reportedIn(article, quotation)] : quotation.spans;
};

/** What is to stand out: the answers, but not in what is no answer, nor where all would; and what is reported. */
function boldIn(block: Quoting): readonly Span[] {
  if (block.kind === 'quotation') return block.quotation.kind === 'indirect' ? block.quotation.spans : [];
  const { span, answers, strength } = block;
  const isWhole = answers.some(({ start, end }) => start <= span.start && end >= span.end);
  return strength === 'nearest' || (strength === null && isWhole) ? [] : answers;
}

/** What must stand on the screen: the slices; between marks of ours where somebody said them. */
function saidBy(block: Quoting): string {
  const slices = spansOf(block).map((span) => block.article.text.slice(span.start, span.end));
  const marked =
    block.kind === 'passage' || block.quotation.kind === 'indirect'
      ? slices
      : slices.map((one) => `“${one}”`);
  return marked.join(' … ');
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Ours, where a quotation goes on in another message. */
const withoutMarks = (text: string): string => words(text).replace(/[“”]/g, '');

function holdsOnDiscord(block: Quoting): void {
  const card = layOut({ blocks: [block], actions: [] }, { words: ENGLISH });
  const quoted = lines(card).filter(({ kind }) => kind === 'quote');
  const shown = quoted.map(({ text }) => text).join('\n');
  expect(quoted.flatMap(({ alive }) => alive)).toEqual([]);
  if (texts(card).length === 1) expect(shown).toBe(straight(saidBy(block)).replace(LINE_END, '\n'));
  else expect(withoutMarks(shown)).toBe(withoutMarks(saidBy(block).replaceAll(' … ', '')));
  const bold = quoted.flatMap((line) => line.bold).join('');
  expect(words(bold)).toBe(
    words(
      boldIn(block)
        .map((answer) => textAt(block.article, answer))
        .join(''),
    ),
  );
}

/** The stretches that a terminal shows behind its bar, each as one text. */
function quotedInTerminal(reply: Reply, width: number): readonly string[] {
  const page = renderReply(reply, { width, colour: true, actions: 'numbered' });
  const runs: string[][] = [];
  let open: string[] | undefined;
  for (const line of page.map((inked) => inked.replaceAll(/\u001b\[\d+m/g, ''))) {
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    if (!line.startsWith('│')) {
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = [];
      runs.push(open);
    }
    open.push(line.slice(2));
  }
  return runs.map((run) => run.join(' '));
}

const WIDE = 100;

function holdsInTerminal(reply: Reply): void {
  const expected = quotingIn(reply).map((block) => printable(saidBy(block)));
  const wide = quotedInTerminal(reply, WIDE);
  expect(wide.map(words)).toEqual(expected.map(words));
  wide.forEach((shown, index) => {
    const text = expected[index] ?? '';
    // A word wider than the window is broken, so that its pieces cannot be told from words.
    if (!/[^\s]{48,}/.test(text)) expect(folded(shown)).toBe(folded(text));
  });
  expect(quotedInTerminal(reply, 24).map(words)).toEqual(expected.map(words));
}

function holds(newsroom: Newsroom, reply: Reply): void {
  expectOwnWords(newsroom, reply);
  const blocks = quotingIn(reply);
  blocks.forEach(holdsOnDiscord);
  holdsInTerminal(reply);
  // And nothing beside the blocks is shown as a quote.
  const all = lines(layOut(reply, { words: ENGLISH })).filter(({ kind }) => kind === 'quote');
  const shown = withoutMarks(all.map(({ text }) => text).join(''));
  expect(shown.replaceAll('…', '')).toBe(withoutMarks(blocks.map(saidBy).join('')).replaceAll('…', ''));
}

/** The true words, whole, with the words given between them: those are struck through, or between `[-` and `-]`. */
function holdsCompared(block: ComparisonBlock): void {
  const slices = block.shown.map((span) => textAt(block.article, span)).join('');
  const added = block.runs.flatMap((run) => (run.kind === 'added' ? [words(run.text)] : []));
  const alone = { blocks: [block], actions: [] };
  const quoted = lines(layOut(alone, { words: ENGLISH })).filter(({ kind }) => kind === 'quote');
  const struck = quoted.flatMap((line) => line.struck);
  expect(quoted.flatMap(({ alive }) => alive)).toEqual(struck.map((text) => `struck: ${text}`));
  expect(words(struck.join(''))).toBe(added.join(''));
  const shown = quoted.map(({ unstruck }) => unstruck).join('\n');
  const bare = (text: string): string => withoutMarks(text).replaceAll('…', '');
  expect(bare(shown)).toBe(bare(slices));

  const page = renderReply(alone, { width: WIDE, colour: false, actions: 'numbered' });
  const behindBar = page.flatMap((line) => (line.startsWith('│') ? [line.slice(2)] : [])).join(' ');
  const [open, close] = ['{+', '+}'];
  if (!/[{[]|-\]|\+\}/.test(slices + added.join('')))
    expect(
      bare(
        behindBar
          .replace(/\[-.*?-\]/g, '')
          .replaceAll(open, '')
          .replaceAll(close, ''),
      ),
    ).toBe(bare(printable(slices)));
  for (const line of page) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
}

/** The reply to a command and to every button under it, and to as many buttons more under those. */
async function repliesTo(
  newsroom: Newsroom,
  command: string,
  options: Readonly<Record<string, string | number>>,
  deep = 2,
): Promise<readonly Reply[]> {
  const reply = await replyTo(newsroom, command, options);
  const calls = deep > 0 ? reply.actions.filter((action) => action.kind === 'command') : [];
  const below = await Promise.all(
    calls.map((call) => repliesTo(newsroom, call.command, call.options, deep - 1)),
  );
  return [reply, ...below.flat()];
}

const QUESTIONS = [
  'why did Zelensky reject the deal?',
  'What did Kuleba tell Politico?',
  'what happens next',
  'Why did the bridge close?',
  'What did Ada Brook say?',
  'will the council vote on the bridge',
  'What sank off Gull Point?',
  'Whose was the ferry?',
  'When does the library reopen?',
  'What did the librarian say about the roof?',
  'how many shelves does the library hold',
  'library closes six',
  '**bridge** > @everyone [ferry](https://evil.example)\n> “fake”',
  '\u001b[31mferry\u202e library\u0000',
  '│ Zelensky said “anything”',
];

describe.each(newsrooms)('of %s', (_name, newsroom) => {
  const word = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...newsroom.articles.flatMap(({ text }) => text.split(/\s+/).filter((one) => one.length < 40)),
      ),
    },
    { weight: 1, arbitrary: hostileText({ minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom('who', 'why', 'how many', 'what did', 'say', 'the us', '?') },
  );

  it.each(QUESTIONS)('every reply that %j leads to shows slices only', async (question) => {
    for (const reply of await repliesTo(newsroom, 'ask', { question })) holds(newsroom, reply);
  });

  it('every reply to any question shows slices only', async () => {
    const question = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        try {
          for (const reply of await repliesTo(newsroom, 'ask', { question: text }, 0)) holds(newsroom, reply);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('everything that anybody said is a slice, on every page', async () => {
    const said = newsroom.quotations();
    expect(said.length).toBeGreaterThan(0);
    for (const { name } of newsroom.speakers())
      for (const reply of await repliesTo(newsroom, 'quote', { speaker: name.slice(0, 100) }))
        holds(newsroom, reply);
    for (const quotation of said) {
      const article = newsroom.article(quotation.article)!;
      holds(newsroom, { blocks: [{ kind: 'quotation', article, quotation, also: [] }], actions: [] });
    }
  });

  it('every verdict on what somebody said, said or altered, shows slices only', async () => {
    const said = newsroom.quotations().map(({ article: id, spans }) => {
      const article = newsroom.article(id)!;
      return spans.map((span) => textAt(article, span)).join(' ');
    });
    const altered = fc
      .tuple(fc.constantFrom(...said), fc.nat(), fc.nat(3), fc.array(word, { maxLength: 3 }))
      .map(([text, at, out, more]) => {
        const all = text.split(' ');
        all.splice(at % all.length, out, ...more);
        return all.join(' ').slice(0, 1_500);
      });
    await fc.assert(
      fc.asyncProperty(altered, fc.constantFrom(undefined, 'Brook', 'nobody'), async (quote, speaker) => {
        if (!/[\p{L}\p{N}]/u.test(quote)) return;
        const reply = await replyTo(newsroom, 'check', { quote, ...(speaker !== undefined && { speaker }) });
        const blocks = reply.blocks.filter(({ kind }) => kind !== 'comparison');
        expectOwnWords(newsroom, reply);
        holds(newsroom, { ...reply, blocks });
        comparisonsIn(reply).forEach(holdsCompared);
      }),
      { numRuns: 80 },
    );
  });

  it('every row for programs holds the slice that its offsets name', () => {
    const sliceOf = (id: string, start: number, end: number) => newsroom.article(id)?.text.slice(start, end);
    for (const question of QUESTIONS) {
      const row = answerRow(question, newsroom.ask(question), 0);
      expect(row.evidence.length).toBeLessThanOrEqual(10);
      for (const { text, article, start, end } of [
        ...row.evidence,
        ...(row.answer === null ? [] : [row.answer]),
      ])
        expect(text).toBe(sliceOf(article, start, end));
    }
    for (const quotation of newsroom.quotations()) {
      const { text, spans, article } = quotationRow(newsroom.article(quotation.article)!, quotation);
      expect(text).toBe(spans.map(([start, end]) => sliceOf(article, start, end)).join(' '));
    }
  });
});

it('the hostile articles are hard enough: passages and quotations among them need several messages', () => {
  const [, newsroom] = newsrooms[1]!;
  const needing = (block: Quoting): number =>
    layOut({ blocks: [block], actions: [] }, { words: ENGLISH }).messages.length;
  const quotations = newsroom.quotations().map((quotation): Quoting => {
    return { kind: 'quotation', article: newsroom.article(quotation.article)!, quotation, also: [] };
  });
  expect(Math.max(...quotations.map(needing))).toBeGreaterThan(1);
  const { evidence } = newsroom.ask('how many shelves does the library hold');
  const passages = evidence.map(({ passage: { article, span, heading }, sentence }): Quoting => {
    return { kind: 'passage', article, span, heading, answers: [sentence], strength: null, also: [] };
  });
  expect(Math.max(...passages.map(needing))).toBeGreaterThan(1);
});
