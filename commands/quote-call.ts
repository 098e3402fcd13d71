import { articleKey } from '../src/article-key.ts';
import type { Article } from '../src/news/article.ts';
import type { QuotationFilter } from '../src/newsroom.ts';
import type { CommandAction } from '../src/reply.ts';

/** What `/quote` is asked for, with the article found. */
export interface QuoteOptions {
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
  readonly article?: Article | undefined;
}

export const filterOf = ({ speaker, about, article }: QuoteOptions): QuotationFilter => ({
  ...(speaker !== undefined && { speaker }),
  ...(about !== undefined && { about }),
  ...(article !== undefined && { article: article.id }),
});

/** What a button can carry besides its command and the names of its options. */
const LONGEST = 64;
const LONGEST_LABEL = 38;

/** The options as a button carries them: the article by its key, which is short. */
export const carried = ({ speaker, about, article }: QuoteOptions): CommandAction['options'] => ({
  ...(speaker !== undefined && { speaker }),
  ...(about !== undefined && { about }),
  ...(article !== undefined && { article: articleKey(article) }),
});

/** A button that looks something up; none where it could not carry all of it. */
export function quoteCall(label: string, asked: QuoteOptions): readonly CommandAction[] {
  const options = carried(asked);
  if (Object.values(options).join('').length > LONGEST) return [];
  const short = label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
  return [{ kind: 'command', label: short, command: 'quote', options, inPlace: false }];
}
