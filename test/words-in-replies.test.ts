import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { isForOperators, UserError } from '../src/command.ts';
import { blockTexts } from '../src/discord/blocks.ts';
import { openNewsroom } from '../src/open.ts';
import type { Reply } from '../src/reply.ts';
import { ENGLISH } from '../src/words/english.ts';
import { LANGUAGES } from '../src/words/locales.ts';
import type { Words } from '../src/words/words.ts';
import { expectOwnWords, listsIn, notesIn, replyTo } from './commands/replies.ts';

/*
 * An answer in another language holds the very same words of the articles; only ours differ.
 */

const { newsroom } = await openNewsroom();
const article = newsroom.articles[0]!.id;
const OTHERS = Object.entries(LANGUAGES).filter(([code]) => code !== 'en');

type Options = Readonly<Record<string, string | number>>;

const ASKED: readonly (readonly [name: string, options: Options])[] = [
  ['ask', { question: 'why did Zelensky reject the deal?' }],
  ['ask', { question: 'What did Trump tell Fox News?' }],
  ['ask', { question: 'Who won the World Cup?' }],
  ['ask', { question: 'is it the one?' }],
  ['ask', { question: 'who opposes the deal', publisher: 'verbatim', since: '2025', until: '17 Feb 2025' }],
  ['ask', { question: 'Who won the World Cup?', since: '2025-02' }],
  ['ask', { question: 'who opposes the deal', since: '2999' }],
  ['quote', {}],
  ['quote', { speaker: 'the foreign minister' }],
  ['quote', { about: 'security guarantees' }],
  ['quote', { article }],
  ['quote', { speaker: 'Angela Merkel' }],
  ['quote', { speaker: 'Zelesnky' }],
  ['quote', { speaker: 'kuleba', about: 'football' }],
  ['quote', { speaker: 'Angela Merkel', publisher: 'verbatim', since: '2025' }],
  ['check', { quote: 'it is not ready to protect us, our interest' }],
  ['check', { quote: 'in my view it is ready to protect us and our interest' }],
  ['check', { quote: 'it is not ready to protect us, our interest', speaker: 'Trump' }],
  ['check', { quote: 'The bridge will cost forty million crowns' }],
  ['articles', {}],
  ['articles', { article }],
  ['help', {}],
];

let asked = 0;
const reply = (words: Words, name: string, options: Options): Promise<Reply> =>
  replyTo(newsroom, name, options, `reader ${asked++}`, words);

const quotingIn = ({ blocks }: Reply) => blocks.filter((block) => 'article' in block);
const labelsIn = ({ actions }: Reply) => actions.map(({ label }) => label);
const titlesIn = (one: Reply) => listsIn(one).map(({ title }) => title);

/** The lines of a reply that Discord shows as quoted. */
const quotedOnDiscord = ({ blocks }: Reply, words: Words): readonly string[] =>
  blocks
    .flatMap((block, index) => blockTexts(block, blocks[index - 1], words))
    .flatMap((text) => text.split('\n').filter((line) => line.startsWith('> ')));

/** Names, headlines and what was typed are nobody’s language. */
const isOurs = (text: string): boolean =>
  !newsroom.articles.some(({ headline }) => headline === text) &&
  !newsroom.speakers().some(({ name }) => name === text);

describe.each(OTHERS)('to a reader of %s', (_code, words) => {
  it.each(ASKED)(
    '/%s %j shows the same words of the articles, and says everything else otherwise',
    async (...call) => {
      const [english, theirs] = [await reply(ENGLISH, ...call), await reply(words, ...call)];
      expectOwnWords(newsroom, theirs);
      expect(quotingIn(theirs)).toEqual(quotingIn(english));
      expect(quotedOnDiscord(theirs, words)).toEqual(quotedOnDiscord(english, ENGLISH));
      expect(theirs.blocks.map(({ kind }) => kind)).toEqual(english.blocks.map(({ kind }) => kind));
      expect(theirs.actions.map((action) => ({ ...action, label: '' }))).toEqual(
        english.actions.map((action) => ({ ...action, label: '' })),
      );
      const ours = [...notesIn(theirs), ...titlesIn(theirs), ...labelsIn(theirs)].filter(isOurs);
      const inEnglish = new Set([...notesIn(english), ...titlesIn(english), ...labelsIn(english)]);
      // French has “1 article” in common with English.
      expect(ours.filter((text) => inEnglish.has(text) && !/^\d+ articles?$|^Sections$/.test(text))).toEqual(
        [],
      );
      for (const label of labelsIn(theirs)) expect(label.length).toBeLessThanOrEqual(38);
    },
  );

  it('Discord’s small print is in their language', async () => {
    const answer = await reply(words, 'ask', { question: 'why did Zelensky reject the deal?' });
    const [passage] = answer.blocks.filter(({ kind }) => kind === 'passage');
    if (passage?.kind !== 'passage' || passage.strength === null) throw new Error('not answered');
    const shown = blockTexts(passage, undefined, words).join('\n');
    expect(shown).toContain(words.around.strength[passage.strength]);
    expect(shown).not.toContain(ENGLISH.around.strength[passage.strength]);
    const [quotation] = (await reply(words, 'quote', { about: 'security guarantees' })).blocks;
    if (quotation?.kind !== 'quotation') throw new Error('nothing quoted');
    expect(blockTexts(quotation, undefined, words).join('\n')).toContain(
      words.around.grade(quotation.quotation.grade, 'he').split(' ')[0],
    );
  });

  it('/why explains the same words and the same reasons', async () => {
    const explained = async (language: Words): Promise<Reply> => {
      const conversation = `reader ${asked++}`;
      await replyTo(
        newsroom,
        'ask',
        { question: 'why did Zelensky reject the deal?' },
        conversation,
        language,
      );
      return replyTo(newsroom, 'why', {}, conversation, language);
    };
    const [english, theirs] = [await explained(ENGLISH), await explained(words)];
    expect(listsIn(theirs).map(({ items }) => items.length)).toEqual(
      listsIn(english).map(({ items }) => items.length),
    );
    const [[ownWords], [englishWords]] = [listsIn(theirs), listsIn(english)];
    expect(ownWords!.items.map(({ text }) => text)).toEqual(englishWords!.items.map(({ text }) => text));
    const ours = [...notesIn(theirs), ...titlesIn(theirs)];
    const inEnglish = [...notesIn(english), ...titlesIn(english)];
    for (const list of listsIn(theirs).slice(1)) ours.push(...list.items.map(({ text }) => text));
    for (const list of listsIn(english).slice(1)) inEnglish.push(...list.items.map(({ text }) => text));
    expect(ours.filter((text) => inEnglish.includes(text))).toEqual([]);
  });

  it('/help names the commands as Discord shows them there', async () => {
    const texts = listsIn(await reply(words, 'help', {})).flatMap(({ items }) =>
      items.map(({ text }) => text),
    );
    for (const command of commands)
      if (command.hidden !== true && !isForOperators(command))
        expect(texts).toContain(`/${words.commands[command.name]!.name}`);
    expect(texts.some((text) => text.includes(`${words.commands.quote!.options.speaker!.name}:`))).toBe(true);
  });

  it.each<readonly [name: string, options: Options]>([
    ['ask', { question: '?!' }],
    ['ask', { question: 'why?', article: 'no such article' }],
    ['ask', { question: 'why?', publisher: 'no such paper' }],
    ['ask', { question: 'why?', since: 'spring' }],
    ['quote', { since: '2026', until: '2025' }],
    ['quote', { page: 99 }],
    ['quote', { speaker: 'kuleba', page: 99 }],
    ['check', { quote: '…' }],
    ['passage', { at: 'nowhere' }],
    ['passage', { at: 'gone#1-2' }],
    ['why', {}],
  ])('a mistake is told of in their language: /%s %j', async (...call) => {
    const told = async (language: Words): Promise<string> => {
      const error = await reply(language, ...call).catch((thrown: unknown) => thrown);
      if (!(error instanceof UserError)) throw new Error('no mistake');
      return error.message.split('\n')[0] ?? '';
    };
    expect(await told(words)).not.toBe(await told(ENGLISH));
  });
});
