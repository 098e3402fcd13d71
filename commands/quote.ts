import { defineCommand, UserError } from '../src/command.ts';
import type { Newsroom, QuotationFilter } from '../src/newsroom.ts';
import type { Action, Reply } from '../src/reply.ts';
import { articleNamed } from './article-named.ts';

const QUOTATIONS_PER_PAGE = 5;

/** Who said what, word for word. */
export const quote = defineCommand({
  name: 'quote',
  description: 'Looks up who said what, word for word',
  options: {
    speaker: { type: 'text', description: 'Who said it', suggest: 'speaker', maxLength: 100 },
    about: { type: 'text', description: 'What it is about', maxLength: 200 },
    article: { type: 'text', description: 'Look in this article only', suggest: 'article' },
    page: { type: 'integer', description: 'Which page of the quotations', min: 1 },
  },
  main: 'speaker',
  private: true,
  async run(newsroom, { speaker, about, article, page = 1 }): Promise<Reply> {
    const only = article === undefined ? undefined : articleNamed(newsroom, article).id;
    if (speaker === undefined && about === undefined) return speakers(newsroom, only);
    const filter: QuotationFilter = {
      ...(speaker !== undefined && { speaker }),
      ...(about !== undefined && { about }),
      ...(only !== undefined && { article: only }),
    };
    const found = newsroom.quotations(filter);
    if (found.length === 0) return nobody(newsroom, filter);
    const pages = Math.ceil(found.length / QUOTATIONS_PER_PAGE);
    if (page > pages) throw new UserError(`Expected a page from 1 to ${pages}, got ${page}.`);
    const shown = found.slice((page - 1) * QUOTATIONS_PER_PAGE, page * QUOTATIONS_PER_PAGE);
    return {
      blocks: [
        ...shown.flatMap((quotation) => {
          const said = newsroom.article(quotation.article);
          return said === undefined ? [] : [{ kind: 'quotation' as const, article: said, quotation }];
        }),
        ...(pages > 1
          ? [{ kind: 'note' as const, tone: 'plain' as const, text: `Page ${page} of ${pages}` }]
          : []),
      ],
      actions: pageActions(filter, page, pages),
    };
  },
});

function pageActions(filter: QuotationFilter, page: number, pages: number): readonly Action[] {
  const to = (label: string, target: number): Action => ({
    kind: 'command',
    label,
    command: 'quote',
    options: { ...filter, page: target },
    inPlace: true,
  });
  return [...(page > 1 ? [to('Previous', page - 1)] : []), ...(page < pages ? [to('Next', page + 1)] : [])];
}

function speakers(newsroom: Newsroom, article: string | undefined): Reply {
  const entries = newsroom.speakers(article);
  if (entries.length === 0)
    return {
      blocks: [{ kind: 'note', tone: 'absent', text: 'Nobody is quoted in the articles.' }],
      actions: [],
    };
  return {
    blocks: [
      {
        kind: 'list',
        title: 'Who is quoted',
        items: entries.map(({ name, role, quotations }) => ({
          text: name,
          detail: [role, quotations === 1 ? '1 quotation' : `${quotations} quotations`]
            .filter(Boolean)
            .join(' · '),
        })),
      },
    ],
    actions: [],
  };
}

function nobody(newsroom: Newsroom, { speaker, about }: QuotationFilter): Reply {
  const known = speaker === undefined ? [] : newsroom.suggest('speaker', speaker);
  const quoted = speaker === undefined || newsroom.quotations({ speaker }).length > 0;
  const text = !quoted
    ? `The articles quote nobody called “${speaker}”.`
    : `The articles quote ${speaker === undefined ? 'nobody' : `“${speaker}”, but not`} on “${about ?? ''}”.`;
  const others = (known.length > 0 ? known : newsroom.suggest('speaker', '')).slice(0, 5);
  return {
    blocks: [
      { kind: 'note', tone: 'absent', text },
      ...(quoted || others.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              title: 'Quoted are, among others',
              items: others.map(({ label }) => ({ text: label })),
            },
          ]),
    ],
    actions: [],
  };
}
