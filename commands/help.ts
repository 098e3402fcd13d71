import { type AnyCommand, defineCommand, isForOperators } from '../src/command.ts';
import { textAt } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Block, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';

/** What can be asked, with examples from the articles that are loaded. */
export const helpFor = (commands: () => readonly AnyCommand[]) =>
  defineCommand({
    name: 'help',
    description: 'What can be asked, with examples',
    options: {},
    private: true,
    async run(newsroom, _options, { words, librarian }): Promise<Reply> {
      const rows = commands().filter(
        (command) => command.hidden !== true && (librarian !== undefined || !isForOperators(command)),
      );
      const examples = examplesFrom(newsroom, words);
      const blocks: readonly Block[] = [
        { kind: 'note', tone: 'plain', text: words.help.intro },
        ...(examples.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                title: words.help.examples,
                items: examples.map((text) => ({ text })),
              },
            ]),
        {
          kind: 'list',
          title: words.help.commands,
          items: rows.map((row) => {
            const { description } = words.commands[row.name] ?? row;
            return { text: `/${calledIn(words, row)}`, detail: description };
          }),
        },
      ];
      return { blocks, actions: [] };
    },
  });

/** "corpus add" → "korpus aufnehmen": a group's name is a word of its own. */
function calledIn({ commands }: Words, { name, group }: AnyCommand): string {
  const own = commands[name]?.name;
  if (group === undefined || own === undefined) return own ?? name;
  return `${commands[group.name]?.name ?? group.name} ${own}`;
}

function examplesFrom(newsroom: Newsroom, { help, commands }: Words): readonly string[] {
  const [first, second] = newsroom.speakers().filter(({ name }) => /\p{Lu}\S* \p{Lu}/u.test(name));
  const asking = newsroom.articles
    .flatMap((article) =>
      article.sections.flatMap(({ heading }) => (heading === null ? [] : [textAt(article, heading)])),
    )
    .find((heading) => heading.endsWith('?'));
  const { name: quote = 'quote', options } = commands.quote ?? {};
  const speaker = options?.speaker?.name ?? 'speaker';
  return [
    ...(asking === undefined ? [] : [asking]),
    ...(first === undefined ? [] : [help.whatDidSay(first.name)]),
    ...(second === undefined ? [] : [help.whoIs(second.name), `/${quote} ${speaker}:${second.name}`]),
  ];
}
