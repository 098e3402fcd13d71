import { type AnyCommand, defineCommand } from '../src/command.ts';
import { textAt } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Block, Reply } from '../src/reply.ts';

/** What can be asked, with examples from the articles that are loaded. */
export const helpFor = (commands: () => readonly AnyCommand[]) =>
  defineCommand({
    name: 'help',
    description: 'What can be asked, with examples',
    options: {},
    private: true,
    async run(newsroom): Promise<Reply> {
      const rows = commands().filter(({ hidden }) => hidden !== true);
      const examples = examplesFrom(newsroom);
      const blocks: readonly Block[] = [
        {
          kind: 'note',
          tone: 'plain',
          text: 'Ask a question in your own words. The answer is the articles’ own words, with where they stand. If the articles do not say, you are told so.',
        },
        ...(examples.length === 0
          ? []
          : [{ kind: 'list' as const, title: 'For example', items: examples.map((text) => ({ text })) }]),
        {
          kind: 'list',
          title: 'Commands',
          items: rows.map(({ name, description }) => ({ text: `/${name}`, detail: description })),
        },
      ];
      return { blocks, actions: [] };
    },
  });

function examplesFrom(newsroom: Newsroom): readonly string[] {
  const [first, second] = newsroom.speakers().filter(({ name }) => /\p{Lu}\S* \p{Lu}/u.test(name));
  const asking = newsroom.articles
    .flatMap((article) =>
      article.sections.flatMap(({ heading }) => (heading === null ? [] : [textAt(article, heading)])),
    )
    .find((heading) => heading.endsWith('?'));
  return [
    ...(asking === undefined ? [] : [asking]),
    ...(first === undefined ? [] : [`What did ${first.name} say?`]),
    ...(second === undefined ? [] : [`Who is ${second.name}?`, `/quote speaker:${second.name}`]),
  ];
}
