import { describe, expect, it } from 'vitest';
import { layOut } from '../src/discord/card.ts';
import { type Article, buildArticle } from '../src/news/article.ts';
import { createNewsroom } from '../src/newsroom.ts';
import type { Reply } from '../src/reply.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { renderReply } from '../src/terminal/render.ts';
import { otherPapers } from '../src/wording.ts';
import { ENGLISH } from '../src/words/english.ts';
import { LANGUAGES } from '../src/words/locales.ts';
import { passagesIn, press, quotationsIn, replyTo } from './commands/replies.ts';
import { readMarkdown } from './discord/markdown-reader.ts';
import { texts, violations } from './discord/reading.ts';

/* A report of an agency that several papers print. */

const OPENING = [
  'The sea wall of Harrow Bay will be raised by two metres before the winter, the harbour office announced on Monday.',
  'Engineers measured the old wall in spring and found forty cracks, eleven of them deep enough for a hand.',
  '“The sea does not wait for our budget,” Mayor Ilse Brandt said in the town hall, where two hundred people had come.',
  'The work is to cost nine million crowns, half of which the province pays, and is to end before the November storms.',
];
const ENDING = 'Boats will moor at the fish quay as long as the work goes on.';

const printed = (
  id: string,
  masthead: Partial<Article>,
  paragraphs: readonly string[] = [...OPENING, ENDING],
): Article =>
  buildArticle(id, { headline: `Sea wall: ${id}`, published: '2031-05-06', ...masthead }, [{ paragraphs }]);

const courier = printed('courier', { publisher: 'The Courier', published: '2031-05-05' });
const copies = [
  printed('dispatch', { publisher: 'Bay Dispatch', url: 'https://dispatch.example/wall_(1)' }),
  printed('post', { publisher: 'The Northern *Post*' }, OPENING),
  printed('evening', { publisher: 'the courier', published: '2031-05-07' }),
  printed('second', { publisher: 'BAY dispatch', published: '2031-05-08' }),
];
const nameless = printed('nameless', { url: 'https://nameless.example/' });
const last = printed('last', { publisher: 'Zenith', url: 'javascript:alert(1)' });

const open = (...articles: readonly Article[]) => createNewsroom(articles, createMiniSearchEngine());
const newsroom = open(courier, ...copies);

const ask = (question: string, room = newsroom) => replyTo(room, 'ask', { question });
const onPage = (reply: Reply): string =>
  renderReply(reply, { width: 100, colour: false, actions: 'links' }).join('\n').replaceAll(/\s+/g, ' ');
const onDiscord = (reply: Reply): string => texts(layOut(reply, { words: ENGLISH })).join('\n');

describe('a story that several papers have', () => {
  it('is answered once, with the papers that have the very sentence too, on either face', async () => {
    const reply = await ask('How many cracks did engineers find?');
    // Of the paper that was there first, what it says now.
    expect(passagesIn(reply).filter(({ article }) => article.id !== 'evening')).toEqual([]);
    expect(onPage(reply)).toContain('· also in: Bay Dispatch, The Northern *Post*');
    expect(onDiscord(reply)).toMatch(
      /\n-# also in: \[Bay Dispatch\]\(<https:\/\/dispatch\.example\/wall_%281%29>\), The Northern \\\*Post\\\*(?:\n|$)/,
    );
    expect(violations(layOut(reply, { words: ENGLISH }))).toEqual([]);
  });

  it('is said only of those that hold the sentence in bold', async () => {
    const shown = onPage(await ask('Where will boats moor during the work?'));
    expect(shown).toContain('also in: Bay Dispatch');
    expect(shown).not.toContain('Northern');
  });

  it('keeps being said while more is shown around the sentence', async () => {
    const more = await press(newsroom, await ask('How many cracks did engineers find?'), 'More context')!;
    expect(onPage(more)).toContain('also in: Bay Dispatch, The Northern *Post*');
  });

  it('is said of what somebody said there, too', async () => {
    const reply = await replyTo(newsroom, 'quote', { speaker: 'brandt' });
    expect(quotationsIn(reply)).toHaveLength(1);
    expect(onPage(reply)).toContain('also in: Bay Dispatch, The Northern *Post*');
    expect(onDiscord(reply)).toContain('-# also in: [Bay Dispatch]');
  });

  it('is said in every language', async () => {
    for (const words of Object.values(LANGUAGES)) {
      const reply = await replyTo(
        newsroom,
        'ask',
        { question: 'How many cracks did engineers find?' },
        'x',
        words,
      );
      expect(texts(layOut(reply, { words })).join('\n')).toContain(
        `-# ${words.around.alsoIn} [Bay Dispatch]`,
      );
    }
  });

  it('is not said of a story that one paper has', async () => {
    const reply = await ask('How many cracks did engineers find?', open(courier));
    expect(passagesIn(reply)[0]!.also).toEqual([]);
    expect(onPage(reply) + onDiscord(reply)).not.toContain('also in');
  });
});

describe('the other papers', () => {
  it('are at most three, each once, without the article’s own; the rest is counted', () => {
    const more = ['Argus', 'Beacon', 'Comet'].map((publisher) => printed(publisher, { publisher }));
    expect(otherPapers(courier, [...copies, ...more])).toEqual({
      named: [
        { name: 'Argus', url: undefined },
        { name: 'Bay Dispatch', url: 'https://dispatch.example/wall_(1)' },
        { name: 'Beacon', url: undefined },
      ],
      others: 2,
    });
    const block = { ...passageIn(courier), also: [...copies, ...more] };
    expect(onPage({ blocks: [block], actions: [] })).toContain(
      'also in: Argus, Bay Dispatch, Beacon and 2 more',
    );
    expect(onDiscord({ blocks: [block], actions: [] })).toMatch(/Beacon and 2 more$/);
  });

  it('are the same whatever order they were read in', () => {
    const turned = [...copies].reverse();
    expect(otherPapers(courier, turned)).toEqual(otherPapers(courier, copies));
  });

  it('go by their headlines where they name no publisher, and are linked only to the web', () => {
    const block = { ...passageIn(courier), also: [nameless, last] };
    const links = readMarkdown(onDiscord({ blocks: [block], actions: [] })).at(-1)!.links;
    expect(links).toEqual([{ label: 'Sea wall: nameless', url: 'https://nameless.example/' }]);
    expect(onPage({ blocks: [block], actions: [] })).toContain('also in: Sea wall: nameless, Zenith');
    const twin = printed('twin', { headline: courier.headline });
    expect(otherPapers(courier, [twin])).toEqual({ named: [], others: 0 });
  });

  it('of endless names break no message', () => {
    const long = [1, 2, 3].map((at) =>
      printed(`p${at}`, {
        publisher: `${at} ${'Gazette '.repeat(600)}`,
        url: `https://a.example/${'x'.repeat(900)}`,
      }),
    );
    const card = layOut({ blocks: [{ ...passageIn(courier), also: long }], actions: [] }, { words: ENGLISH });
    expect(violations(card)).toEqual([]);
    expect(
      texts(card)
        .join(' ')
        .match(/Gazette/g),
    ).toHaveLength(1_800);
  });
});

function passageIn(article: Article) {
  const [paragraph] = article.sections[0]!.paragraphs;
  return {
    kind: 'passage' as const,
    article,
    span: paragraph!,
    answers: [paragraph!],
    heading: null,
    strength: 'strong' as const,
  };
}
