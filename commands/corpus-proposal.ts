import type { Kept, Proposal, Refused } from '../src/librarian.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, NoteBlock, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { inPlace, noted, plain, verdict } from './corpus.ts';
import { type Group, grouped, reasonOf, refusals } from './corpus-rows.ts';
import { understood } from './corpus-understood.ts';

type Proposed = Proposal['articles'][number];

/** What was understood, and the buttons that take it in or let it go. */
export function proposalReply(proposal: Proposal, newsroom: Newsroom, words: Words): Reply {
  const { corpus } = words;
  const { articles, refused } = proposal;
  const asides = asidesOf(proposal, words);
  const [first, ...others] = articles;
  const [refusal] = refused;
  if (first === undefined && refused.length === 1 && refusal !== undefined)
    return {
      blocks: [plain(corpus.refused(reasonOf(refusal, words))), ...asides],
      actions: feedAction(refusal, words),
    };
  if (first === undefined && refused.length === 0)
    return asides.length > 0 ? { blocks: asides, actions: [] } : noted(plain(corpus.nothing));
  const isOne = first !== undefined && others.length === 0;
  const blocks = isOne
    ? [
        verdict(fateOf(first, newsroom, words)),
        ...understood(first.article, words),
        ...grouped([refusedGroup([], refused, words)], words),
      ]
    : grouped(groupsOf(proposal, newsroom, words), words);
  return { blocks: [...blocks, ...asides], actions: takeActions(proposal, words) };
}

const asidesOf = ({ feed, notes = [] }: Proposal, { corpus }: Words): readonly NoteBlock[] =>
  [...(feed === undefined ? [] : [corpus.ofFeed(feed)]), ...notes].map((text) => ({
    kind: 'note',
    tone: 'aside',
    text,
  }));

/** What would become of the one article, in a sentence. */
function fateOf({ article, outcome }: Proposed, newsroom: Newsroom, words: Words): string {
  const { corpus } = words;
  switch (outcome.kind) {
    case 'added':
      return corpus.wouldAdd;
    case 'updated':
      return corpus.wouldUpdate(outcome.changedParagraphs ?? 0);
    case 'unchanged': {
      const other = otherName({ article, outcome }, newsroom);
      return other === null ? corpus.isThere : corpus.isThereAs(...other);
    }
    case 'refused':
      return corpus.refused(reasonOf(outcome, words));
  }
}

type Name = readonly [headline: string, publisher: string | undefined];

/** What is there already, where it goes by another name: another paper's copy, or the same story under another headline. */
function otherName(
  { article, outcome }: { readonly article: Proposed['article']; readonly outcome: Kept },
  newsroom: Newsroom,
): Name | null {
  const publisher = newsroom.article(outcome.id)?.publisher;
  const isSame =
    outcome.headline === article.headline && (publisher ?? article.publisher) === article.publisher;
  return isSame ? null : [outcome.headline, publisher];
}

function groupsOf({ articles, refused }: Proposal, newsroom: Newsroom, words: Words): readonly Group[] {
  const { corpus } = words;
  const of = (kind: Kept['kind'], detailOf: (outcome: Kept, one: Proposed) => string | undefined): Group => {
    const items = articles.flatMap((one) =>
      one.outcome.kind === kind ? [rowOf(one, detailOf(one.outcome, one), words)] : [],
    );
    return { title: corpus.proposed(kind, items.length), items };
  };
  return [
    of('added', () => undefined),
    of('updated', ({ changedParagraphs = 0 }) => corpus.changed(changedParagraphs)),
    of('unchanged', (outcome, { article }) => {
      const other = otherName({ article, outcome }, newsroom);
      return other === null ? undefined : corpus.thereAs(...other);
    }),
    refusedGroup(articles, refused, words),
  ];
}

function rowOf({ article }: Proposed, fate: string | undefined, { set }: Words): Group['items'][number] {
  const { headline, publisher, published, url } = article;
  const details = [publisher, published === undefined ? undefined : set.date(published), fate].filter(
    (part) => part !== undefined && part !== '',
  );
  return {
    text: headline,
    ...(details.length > 0 && { detail: details.join(' · ') }),
    ...(url !== undefined && { url }),
  };
}

/** Also those that were read, and are refused for what they are. */
function refusedGroup(articles: readonly Proposed[], refused: readonly Refused[], words: Words): Group {
  const headlines = new Map<Refused, string>();
  for (const { article, outcome } of articles)
    if (outcome.kind === 'refused') headlines.set(outcome, article.headline);
  const all = [...headlines.keys(), ...refused];
  return {
    title: words.corpus.proposed('refused', all.length),
    items: refusals(all, words, (one) => headlines.get(one) ?? one.reference),
  };
}

function takeActions({ key, articles }: Proposal, { corpus: { labels } }: Words): readonly Action[] {
  if (key === undefined) return [];
  const count = (kind: Kept['kind']): number =>
    articles.filter(({ outcome }) => outcome.kind === kind).length;
  const [added, updated] = [count('added'), count('updated')] as const;
  const one = added === 1 ? labels.add : labels.update;
  const all = added > 0 ? labels.addAll(added + updated) : labels.updateAll(updated);
  return [
    inPlace(added + updated === 1 ? one : all, 'corpus accept', { key }, true),
    inPlace(labels.cancel, 'corpus cancel', { key }),
  ];
}

/** A front page is no article, but names its feed. Below it, since it takes a while, of which is told meanwhile. */
const feedAction = ({ feed }: Refused, { corpus }: Words): readonly Action[] =>
  feed === undefined
    ? []
    : [{ ...inPlace(corpus.labels.addFeed, 'corpus add', { address: feed }, true), inPlace: false }];
