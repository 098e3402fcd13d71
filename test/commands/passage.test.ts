import { describe, expect, it } from 'vitest';
import { articleKey } from '../../src/article-key.ts';
import { UserError } from '../../src/command.ts';
import { buildArticle, textAt } from '../../src/news/article.ts';
import { ferry, openFixture } from '../fixtures/newsroom.ts';
import { boldIn, expectCallable, expectOwnWords, passagesIn, press, replyTo, shownIn } from './replies.ts';

const newsroom = openFixture();
const at = (article: typeof ferry, words: string): string => {
  const start = article.text.indexOf(words);
  return `${articleKey(article)}#${start}-${start + words.length}`;
};
const MAIL = 'Until then the fishing cooperative carries medicine and mail to the island for free.';

describe('more context', () => {
  it('grows paragraph by paragraph until the section is whole, and never leaves it', async () => {
    const replies = [await replyTo(newsroom, 'passage', { at: at(ferry, MAIL), around: 0 })];
    for (
      let more = press(newsroom, replies[0]!, 'More context');
      more !== undefined;
      more = press(newsroom, replies.at(-1)!, 'More context')
    )
      replies.push(await more);
    const next = ferry.sections[2]!.paragraphs.map((span) => textAt(ferry, span));
    expect(replies.flatMap(shownIn)).toEqual([MAIL, next.slice(1).join('\n\n'), next.join('\n\n')]);
    for (const reply of replies) {
      expectOwnWords(newsroom, reply);
      expect(boldIn(reply)).toEqual([MAIL]);
      expect(passagesIn(reply)[0]!.heading).toBe(ferry.sections[2]!.heading);
      expect(passagesIn(reply)[0]!.strength).toBeNull();
      expect(reply.actions).toContainEqual({ kind: 'link', label: 'Read article', url: ferry.url });
    }
  });

  it('opens around an answer from its button', async () => {
    const answer = await replyTo(newsroom, 'ask', { question: 'When do talks resume?' });
    const more = (await press(newsroom, answer, 'More context'))!;
    expect(boldIn(more)).toEqual([boldIn(answer)[0]]);
    expect(shownIn(more)[0]!.length).toBeGreaterThan(shownIn(answer)[0]!.length);
  });

  it('is offered only while there is more to show', async () => {
    const whole = await replyTo(newsroom, 'ask', {
      question: 'How many tons of kelp were harvested?',
      article: 'kelp',
    });
    expect(
      await press(newsroom, (await press(newsroom, whole, 'More context'))!, 'More context'),
    ).toBeUndefined();
  });

  it('has one paragraph on either side when nothing else is said', async () => {
    const [shown] = shownIn(await replyTo(newsroom, 'passage', { at: at(ferry, MAIL) }));
    expect(shown!.split('\n\n')).toHaveLength(3);
  });

  // `around` is at most 20, yet at 20 the button still asks for 21, which both faces refuse.
  it('is offered by buttons that its command accepts, in the longest section too', async () => {
    const long = buildArticle('long', { headline: 'Minutes' }, [
      { paragraphs: Array.from({ length: 60 }, (_, index) => `Item ${index + 1} was read.`) },
    ]);
    const hall = openFixture([long]);
    for (const around of [0, 1, 19, 20])
      (await replyTo(hall, 'passage', { at: at(long, 'Item 30 was read.'), around })).actions.forEach(
        expectCallable,
      );
  });

  it.each([
    [
      'an article that changed',
      () => at(buildArticle('ferry-strike', ferry, [{ paragraphs: [MAIL] }]), MAIL),
    ],
    ['an article that is gone', () => at(buildArticle('gone', ferry, [{ paragraphs: [MAIL] }]), MAIL)],
    ['a place beyond the end', () => `${articleKey(ferry)}#90000-90010`],
    ['a place over two paragraphs', () => `${articleKey(ferry)}#0-${ferry.text.length}`],
    ['a place without words', () => `${articleKey(ferry)}#9-9`],
    ['a place that ends before it begins', () => `${articleKey(ferry)}#20-10`],
  ])('of %s is kindly refused', async (_what, place) => {
    const asked = replyTo(newsroom, 'passage', { at: place() });
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(/has changed or gone.*Ask again/);
  });

  it.each(['', 'nonsense', 'ferry-strike#', 'ferry-strike#1', '#1-2', 'ferry-strike#-1-2'])(
    'says how a place is written when %j is none',
    async (place) => {
      await expect(replyTo(newsroom, 'passage', { at: place })).rejects.toThrow(UserError);
    },
  );
});
