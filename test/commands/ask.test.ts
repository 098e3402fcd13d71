import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { sentences } from '../../src/news/sentences.ts';
import { articles, ferry, openFixture } from '../fixtures/newsroom.ts';
import {
  boldIn,
  expectCallable,
  expectOwnWords,
  kindsOf,
  listsIn,
  notesIn,
  passagesIn,
  replyTo,
  shownIn,
} from './replies.ts';

const newsroom = openFixture();
const ask = (question: string, options: Readonly<Record<string, string>> = {}) =>
  replyTo(newsroom, 'ask', { question, ...options });

describe('asking', () => {
  it.each([
    // The heading repeats the question: editors put the answer below it.
    ['Why are the crews striking?', /^The crews are striking because/],
    ['When do talks resume?', /^Talks resume on Thursday at 9 a\.m\./],
    ['How much will repairs cost?', /\$2\.3 million/],
    ['How many books were soaked?', /^Some 9,000 books/],
    ['how many tons of kelp were harvested', /80 tons/],
  ])('%s is answered with the sentence that says it', async (question, answer) => {
    const reply = await ask(question);
    const [best] = passagesIn(reply);
    expect(boldIn(reply)[0]).toMatch(answer);
    expect(best!.strength).toMatch(/^(?:strong|fair|weak)$/);
  });

  it('shows the whole paragraph of the answer below its heading, and links to the article', async () => {
    const reply = await ask('Why are the crews striking?');
    const { heading, article, span } = passagesIn(reply)[0]!;
    expect(article).toBe(ferry);
    expect(heading).toBe(ferry.sections[1]!.heading);
    expect(ferry.sections[1]!.paragraphs).toContainEqual(span);
    expect(reply.actions).toContainEqual({ kind: 'link', label: 'Read article', url: ferry.url });
  });

  it('looks in one article only when one is named, by its id or a part of its headline', async () => {
    for (const article of ['library-roof', 'library CLOSES']) {
      const reply = await ask('What did Mayor Ilse Brandt say?', { article });
      expect(passagesIn(reply).map((block) => block.article)).not.toContain(ferry);
      expect(passagesIn(reply).length).toBeGreaterThan(0);
    }
  });

  it('tells a person who names no article of ours which there are', async () => {
    const asked = ask('Why?', { article: 'the moon landing' });
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(
      /^No single article is called “the moon landing”[\s\S]*• Library closes/,
    );
  });

  it('says what no article holds instead of answering', async () => {
    const reply = await ask('Who won the chess tournament in Reykjavik?');
    expect(reply.blocks[0]).toMatchObject({ kind: 'note', tone: 'absent' });
    expect(notesIn(reply)[0]).toMatch(/“reykjavik”/i);
    for (const { strength } of passagesIn(reply)) expect(strength).toBe('nearest');
  });

  it.each(['who is it that was the one of them', 'and then?', 'qué dijo el alcalde anoche'])(
    'says that %j names nothing that it could look for',
    async (question) => {
      const reply = await ask(question);
      expect(reply.blocks[0]).toMatchObject({ kind: 'note', tone: 'absent' });
      expect(boldIn(reply)).toEqual([]);
    },
  );

  it.each(['🎉🎉', '???', ' ', '“”', '\u0000\u0007'])('asks for words when %j has none', async (question) => {
    await expect(ask(question)).rejects.toThrow(UserError);
    await expect(ask(question)).rejects.toThrow(/no words in it\. Type what you would like to know/);
  });

  it('answers a question of ten thousand characters by its beginning', async () => {
    const reply = await ask(`Why are the crews striking? ${'please tell me '.repeat(700)}`);
    expectOwnWords(newsroom, reply);
    expect(boldIn(reply)[0]).toMatch(/^The crews are striking because/);
  });

  it('says that there is nothing to answer from when there are no articles', async () => {
    const empty = openFixture([]);
    const reply = await replyTo(empty, 'ask', { question: 'Why are the crews striking?' });
    expect(kindsOf(reply)).toEqual(['note']);
    expect(notesIn(reply)[0]).toMatch(/no articles yet/);
    expect(reply.actions).toEqual([]);
  });

  it('answers the same whatever order the articles were read in', async () => {
    const turned = openFixture([...articles].reverse());
    for (const question of ['What did the mayor say?', 'Why are the crews striking?', 'ferry island books']) {
      expect(shownIn(await replyTo(turned, 'ask', { question }, 'a'))).toEqual(
        shownIn(await replyTo(openFixture(), 'ask', { question }, 'a')),
      );
    }
  });

  const word = fc.oneof(
    fc.constantFrom(...articles.flatMap(({ text }) => text.split(/\s+/))),
    fc.constantFrom(
      'who',
      'why',
      'how much',
      'the us',
      'U.S.',
      '__proto__',
      'constructor',
      'valueOf',
      '@us.',
      '#0-9',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const question = fc
    .array(word, { minLength: 1, maxLength: 10 })
    .map((words) => words.join(' '))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));

  it('whatever is asked, shows only slices of articles, whole sentences in bold, and buttons that work', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const reply = await replyTo(newsroom, 'ask', { question: text }, text);
        expectOwnWords(newsroom, reply);
        for (const { article, answers } of passagesIn(reply)) {
          const all = article.sections.flatMap(({ paragraphs }) =>
            paragraphs.flatMap((paragraph) => sentences(article.text, paragraph)),
          );
          expect(all).toEqual(expect.arrayContaining([...answers]));
        }
        reply.actions.forEach(expectCallable);
      }),
      { numRuns: 150 },
    );
  });
});

describe('asking why', () => {
  it('says which words matched and what decided', async () => {
    await replyTo(newsroom, 'ask', { question: 'Why did the crews strike in Reykjavik?' }, 'curious');
    const reply = await replyTo(newsroom, 'why', {}, 'curious');
    const [words, decided] = listsIn(reply);
    expect(words!.items).toContainEqual({ text: 'crews', detail: 'in the sentence' });
    expect(words!.items.find(({ text }) => /reykjavik/i.test(text))?.detail).not.toBe('in the sentence');
    expect(decided!.items.length).toBeGreaterThan(0);
    expect(notesIn(reply).at(-1)).toMatch(/^\d+% sure/);
  });

  it('tells a word that no article holds from one that only this passage lacks', async () => {
    await replyTo(
      newsroom,
      'ask',
      { question: 'Which Reykjavik zebras tango with kelp in the library?' },
      'odd',
    );
    const [words] = listsIn(await replyTo(newsroom, 'why', {}, 'odd'));
    const details = new Map(words!.items.map(({ text, detail }) => [text, detail]));
    expect(details.get('zebras')).toBe('in no article');
    expect([details.get('kelp'), details.get('library')]).toContain('not in the passage');
  });

  it('explains the answer of one’s own conversation only', async () => {
    await replyTo(newsroom, 'ask', { question: 'Why are the crews striking?' }, 'one');
    const asked = replyTo(newsroom, 'why', {}, 'another');
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(/Ask something first/);
  });

  it('has something to say when nothing was found', async () => {
    await replyTo(newsroom, 'ask', { question: 'zebra quagga' }, 'lost');
    expect(notesIn(await replyTo(newsroom, 'why', {}, 'lost'))[0]).toMatch(/No sentence .* holds a word/);
  });
});
