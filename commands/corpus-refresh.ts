import { defineCommand } from '../src/command.ts';
import type { Refreshed } from '../src/librarian.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Block, Change, Reply } from '../src/reply.ts';
import type { Fate } from '../src/words/corpus-words.ts';
import type { Words } from '../src/words/words.ts';
import { articleNamed } from './article-named.ts';
import { CORPUS, idleLibrarianFor, noted, plain, telling } from './corpus.ts';
import { grouped, refusals, renamed } from './corpus-rows.ts';

/** Asks whether articles have changed where they were published. */
export const corpusRefresh = defineCommand({
  name: 'corpus refresh',
  group: CORPUS,
  description: 'Asks whether articles have changed where they were published',
  options: { article: { type: 'text', description: 'This article only', suggest: 'article' } },
  main: 'article',
  async run(newsroom, { article: typed }, context): Promise<Reply> {
    const librarian = idleLibrarianFor(context);
    const { words } = context;
    const article = typed === undefined ? undefined : articleNamed(newsroom, typed, words);
    const refreshed = await librarian.refresh(article?.id, telling(context));
    if (refreshed.of === 0 && article !== undefined)
      return noted(plain(words.corpus.noAddressOf(article.headline)));
    return refreshedReply(refreshed, newsroom, words);
  },
});

const FATES: readonly Fate[] = ['added', 'updated', 'unchanged', 'gone', 'refused'];

function refreshedReply({ outcomes, of }: Refreshed, newsroom: Newsroom, words: Words): Reply {
  const { corpus } = words;
  if (of === 0) return noted(plain(corpus.noAddress));
  const counts = FATES.map((fate) => ({ fate, count: outcomes.filter(({ kind }) => kind === fate).length }));
  const summary = counts.filter(({ count }) => count > 0).map(({ fate, count }) => corpus.count(fate, count));
  const updated = outcomes.flatMap((each) => (each.kind === 'updated' ? [each] : []));
  const gone = outcomes.filter((each) => each.kind === 'gone');
  const refused = outcomes.filter((each) => each.kind === 'refused');
  return {
    blocks: [
      plain(summary.join(' · ')),
      ...grouped(
        [
          {
            title: corpus.count('updated', updated.length),
            items: updated.map(({ headline, changedParagraphs = 0 }) => ({
              text: headline,
              detail: corpus.changed(changedParagraphs),
            })),
          },
          { title: corpus.goneButKept, items: gone.map(({ headline }) => ({ text: headline })) },
          {
            title: corpus.count('refused', refused.length),
            items: refusals(refused, words, renamed(newsroom)),
          },
        ],
        words,
      ),
      ...(outcomes.length < of ? [aside(corpus.onlySome(outcomes.length, of))] : []),
    ],
    actions: [],
    changes: updated.map(({ id }): Change => ({ kind: 'updated', article: id })),
  };
}

const aside = (text: string): Block => ({ kind: 'note', tone: 'aside', text });
