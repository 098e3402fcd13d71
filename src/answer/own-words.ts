import { type Span, textAt } from '../news/article.ts';
import { quotationsIn } from '../news/quotations/quotations.ts';
import { tokens } from '../search/terms.ts';
import type { PassageProfile } from './profile.ts';

/** Terms of the names of those whose spoken words a sentence holds. */
export function speakersIn({ passage }: PassageProfile, at: number): ReadonlySet<string> {
  const { article } = passage;
  const sentence = passage.sentences[at] ?? passage.span;
  const speakers = quotationsIn(article).flatMap(({ speaker, spans, kind }) =>
    speaker !== null && kind !== 'term' && spans.some((span) => overlap(span, sentence))
      ? [speaker.name]
      : [],
  );
  return new Set(speakers.flatMap((name) => tokens(textAt(article, name)).map(({ term }) => term)));
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
