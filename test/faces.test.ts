import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { layOut } from '../src/discord/card.ts';
import { openNewsroom } from '../src/open.ts';
import type { Reply } from '../src/reply.ts';
import { renderReply } from '../src/terminal/render.ts';
import { ENGLISH } from '../src/words/english.ts';
import { readMarkdown } from './discord/markdown-reader.ts';

const { newsroom } = await openNewsroom();

async function replyTo(name: string, options: Record<string, string | number>): Promise<Reply> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.run(newsroom, options, {
    conversation: `faces ${name} ${JSON.stringify(options)}`,
    words: ENGLISH,
  });
}

const words = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();

/** Every word that Discord shows, buttons apart. */
function onDiscord(reply: Reply): readonly string[] {
  const shown: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('content' in node && typeof node.content === 'string')
      for (const { text } of readMarkdown(node.content)) shown.push(text);
    for (const value of Object.values(node)) walk(value);
  };
  walk(layOut(reply, { words: ENGLISH }).messages);
  return words(shown.join('\n'));
}

/** Every word that the terminal shows, numbered actions apart. */
const inTerminal = (reply: Reply): readonly string[] =>
  words(renderReply({ ...reply, actions: [] }, { width: 80, colour: false, actions: 'links' }).join('\n'));

it.each([
  ['an answer', 'ask', { question: 'why did Zelensky reject the deal?' }],
  ['an answer that is a quotation', 'ask', { question: 'What did Trump tell Fox News?' }],
  ['a question that the articles do not answer', 'ask', { question: 'Who won the World Cup?' }],
  [
    'an answer of one paper since a day',
    'ask',
    { question: 'why did Zelensky reject the deal?', publisher: 'verbatim', since: '17 Feb 2025' },
  ],
  [
    'articles that there are not',
    'ask',
    { question: 'who opposes the deal', publisher: 'verbatim', since: '1 Mar 2025' },
  ],
  ['the speakers', 'quote', {}],
  ['what somebody said', 'quote', { speaker: 'the foreign minister' }],
  ['what was said on a subject', 'quote', { about: 'security guarantees' }],
  ['an article’s quotations', 'quote', { article: 'ukraine-rare-earths-deal' }],
  ['nobody of that name', 'quote', { speaker: 'Angela Merkel' }],
  ['a mistyped name', 'quote', { speaker: 'Zelesnky' }],
  ['a quotation that is exact', 'check', { quote: 'it is not ready to protect us, our interest' }],
  ['one that was altered', 'check', { quote: 'in my view it is ready to protect us and our interest' }],
  ['one that nobody said', 'check', { quote: 'The bridge will cost forty million crowns' }],
  ['the articles', 'articles', {}],
  ['the outline of one', 'articles', { article: 'ukraine-rare-earths-deal' }],
  ['help', 'help', {}],
])('the terminal shows the very words that Discord shows: %s', async (_what, name, options) => {
  const reply = await replyTo(name, options);
  const shown = inTerminal(reply);
  expect(shown.length).toBeGreaterThan(5);
  // Discord names the article above every quotation of its own; the terminal prints its headline once.
  const headline = new Set(newsroom.articles.flatMap(({ headline }) => words(headline)));
  const without = (all: readonly string[]): readonly string[] => all.filter((word) => !headline.has(word));
  expect(without(shown)).toEqual(without(onDiscord(reply)));
});
