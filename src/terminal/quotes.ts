import { articleNamed } from '../../commands/article-named.ts';
import type { Article } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import type { Newsroom, QuotationFilter } from '../newsroom.ts';
import type { Block } from '../reply.ts';
import type { Options } from './arguments.ts';
import { type Desk, print } from './desk.ts';
import { jsonLine } from './printable.ts';
import { quotationRow } from './rows.ts';
import { writeLine } from './streams.ts';

/** `verbatim quotes`: every quotation that fits. They are not paged, so that they can be piped on. */
export async function quotes({ newsroom, streams }: Desk, options: Options): Promise<void> {
  const found = located(newsroom.quotations(filterOf(options, newsroom)), newsroom);
  if (options.json) {
    for (const { article, quotation } of found) {
      await writeLine(streams.output, jsonLine(quotationRow(article, quotation)));
    }
    return;
  }
  const none: Block = { kind: 'note', tone: 'absent', text: nothingFound(options) };
  const blocks = found.map((each): Block => ({ kind: 'quotation', ...each }));
  await print({ blocks: blocks.length === 0 ? [none] : blocks, actions: [] }, streams, 'links');
}

function filterOf({ speaker, about, article }: Options, newsroom: Newsroom): QuotationFilter {
  return {
    ...(speaker !== undefined && { speaker }),
    ...(about !== undefined && { about }),
    ...(article !== undefined && { article: articleNamed(newsroom, article).id }),
  };
}

interface Located {
  readonly article: Article;
  readonly quotation: Quotation;
}

function located(quotations: readonly Quotation[], newsroom: Newsroom): readonly Located[] {
  const articles = new Map(newsroom.articles.map((article) => [article.id, article]));
  return quotations.map((quotation) => {
    const article = articles.get(quotation.article);
    if (article === undefined)
      throw new Error(`a quotation is from “${quotation.article}”, which is no article`);
    return { article, quotation };
  });
}

function nothingFound({ speaker, about, article }: Options): string {
  const wanted = [
    speaker === undefined ? '' : ` by “${speaker}”`,
    about === undefined ? '' : ` about “${about}”`,
    article === undefined ? '' : ` in “${article}”`,
  ].join('');
  return `There is no quotation${wanted} in the articles.`;
}
