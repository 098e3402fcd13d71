import { chosenFrom, nowhere } from '../../commands/articles-chosen.ts';
import { nobodyQuoted } from '../../commands/nobody-quoted.ts';
import { type QuoteOptions, quotationFilterOf } from '../../commands/quote-call.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import type { Newsroom } from '../newsroom.ts';
import type { QuotationBlock, Reply } from '../reply.ts';
import type { Options } from './arguments.ts';
import { type Desk, print } from './desk.ts';
import { jsonLine } from './printable.ts';
import { quotationRow } from './rows.ts';
import { writeLine } from './streams.ts';
import { WORDS } from './words.ts';

/**
 * `verbatim quotes`: what `/quote` shows, not paged, so that it can be piped on; as rows for programs every
 * quotation that fits, scare quotes too.
 */
export async function quotes({ newsroom, streams }: Desk, options: Options): Promise<void> {
  const asked = askedFor(options, newsroom);
  if (options.json) {
    for (const { article, quotation } of located(newsroom.quotations(quotationFilterOf(asked)), newsroom)) {
      await writeLine(streams.output, jsonLine(quotationRow(article, quotation)));
    }
    return;
  }
  const blocks = located(newsroom.statements(quotationFilterOf(asked)), newsroom);
  const reply = blocks.length === 0 ? nothing(newsroom, asked) : { blocks, actions: [] };
  await print(reply, streams, 'links');
}

const askedFor = (options: Options, newsroom: Newsroom): QuoteOptions => ({
  speaker: options.speaker,
  about: options.about,
  ...chosenFrom(newsroom, options, WORDS),
});

function nothing(newsroom: Newsroom, asked: QuoteOptions): Reply {
  const none = nowhere(newsroom, asked, WORDS);
  return none === null ? nobodyQuoted(newsroom, asked, WORDS) : { blocks: [none], actions: [] };
}

function located(quotations: readonly Quotation[], newsroom: Newsroom): readonly QuotationBlock[] {
  const articles = new Map(newsroom.articles.map((article) => [article.id, article]));
  return quotations.map((quotation) => {
    const article = articles.get(quotation.article);
    if (article === undefined)
      throw new Error(`a quotation is from “${quotation.article}”, which is no article`);
    return { kind: 'quotation', article, quotation, also: newsroom.alsoIn(article, quotation.spans) };
  });
}
