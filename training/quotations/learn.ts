import type { LinearModel } from '../../src/news/quotations/linear.ts';
import type { QuotationModels } from '../../src/news/quotations/models.ts';
import { sceneOf } from '../../src/news/quotations/scene.ts';
import { type VerbTable, verbRate } from '../../src/news/quotations/verbs.ts';
import { countVerbs } from './count-verbs.ts';
import { learnClaims } from './learn-claims.ts';
import { learnCues, startersOf } from './learn-cues.ts';
import { learnEnds, learnPairs, type Target } from './learn-pointers.ts';
import type { Prepared } from './prepared.ts';

export interface LearnedQuotations {
  readonly verbs: VerbTable;
  readonly models: QuotationModels;
}

/** What can be learned from the judgements alone. */
function learnFirst(articles: readonly Prepared[]) {
  const verbs = countVerbs(articles);
  const rate = verbRate(verbs);
  return {
    verbs,
    rate,
    cues: learnCues(articles, rate),
    starters: startersOf(articles),
    sources: learnEnds(articles, rate, 'source'),
    contents: learnEnds(articles, rate, 'content'),
  };
}

type First = ReturnType<typeof learnFirst>;

/** Parts into which articles are dealt, each read by what the others teach. */
const PARTS = 2;

/**
 * Learns everything. What builds on what was learned first (pairs on ends, claims on cues and what they point
 * at) is learned on each part of the articles with what the other parts teach: nothing is trusted more than it
 * will deserve on articles never seen.
 */
export function learnQuotations(articles: readonly Prepared[]): LearnedQuotations {
  const parts = Array.from({ length: PARTS }, (_, part) => ({
    own: articles.filter((_, at) => at % PARTS === part),
    others: learnFirst(articles.filter((_, at) => at % PARTS !== part)),
  }));
  const pairs = (target: Target, of: (first: First) => LinearModel): LinearModel =>
    learnPairs(
      parts.map(({ own, others }) => ({ articles: own, ends: of(others), rate: others.rate })),
      target,
    );
  const sources = pairs('source', (first) => first.sources);
  const contents = pairs('content', (first) => first.contents);
  const readers = (first: First): Omit<QuotationModels, 'claims'> => ({
    rate: first.rate,
    cues: first.cues,
    starters: first.starters,
    sources: { ends: first.sources, pair: sources },
    contents: { ends: first.contents, pair: contents },
  });
  const claims = learnClaims(
    parts.flatMap(({ own, others }) =>
      own.map((one) => ({ one, scene: sceneOf(one.layout, readers(others)) })),
    ),
  );
  const whole = learnFirst(articles);
  return { verbs: whole.verbs, models: { ...readers(whole), claims } };
}
