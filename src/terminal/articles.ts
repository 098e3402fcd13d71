import { articleNamed } from '../../commands/article-named.ts';
import type { Article } from '../news/article.ts';
import type { Newsroom } from '../newsroom.ts';
import { countStatements } from '../people/statements.ts';
import type { ListItem } from '../reply.ts';
import type { Options } from './arguments.ts';
import { commandNamed, type Desk, print } from './desk.ts';
import { jsonLine } from './printable.ts';
import { articleRow } from './rows.ts';
import { writeLine } from './streams.ts';
import { optionsFor } from './typed.ts';
import { CONTEXT, WORDS } from './words.ts';

/** `verbatim articles`: all of them, or the outline of one. */
export async function articles(desk: Desk, options: Options): Promise<void> {
  const { newsroom, streams } = desk;
  const one = options.article === undefined ? null : articleNamed(newsroom, options.article, WORDS);
  if (options.json) {
    for (const article of one === null ? newsroom.articles : [one]) {
      await writeLine(streams.output, jsonLine(articleRow(article, countIn(article, newsroom).quotations)));
    }
    return;
  }
  if (one !== null) {
    const command = commandNamed('articles', desk.commands);
    const reply = await command.run(newsroom, optionsFor(command, { article: one.id }), CONTEXT);
    return print(reply, streams, 'links');
  }
  const title = WORDS.set.articles(newsroom.articles.length);
  const items = newsroom.articles.map((article) => itemOf(article, newsroom));
  await print({ blocks: [{ kind: 'list', title, items }], actions: [] }, streams, 'links');
}

const countIn = (article: Article, newsroom: Newsroom) =>
  countStatements(newsroom.quotations({ article: article.id }), new Map([[article.id, article]]));

function itemOf(article: Article, newsroom: Newsroom): ListItem {
  const details = [
    article.publisher,
    article.published === undefined ? null : WORDS.set.date(article.published),
    WORDS.set.statements(countIn(article, newsroom)),
    article.id,
  ];
  return {
    text: article.headline,
    detail: details.filter((detail) => detail !== undefined && detail !== null).join(' · '),
    ...(article.url !== undefined && { url: article.url }),
  };
}
