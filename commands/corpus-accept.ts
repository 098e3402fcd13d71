import { defineCommand } from '../src/command.ts';
import type { Kept, Refused } from '../src/librarian.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, Block, Change, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { CORPUS, inPlace, librarianFor, noted, plain, settledNote } from './corpus.ts';
import { type Group, grouped, refusals, renamed } from './corpus-rows.ts';

/** Takes in what was proposed: what the button "Add" calls. */
export const corpusAccept = defineCommand({
  name: 'corpus accept',
  group: CORPUS,
  description: 'Adds what was proposed',
  options: { key: { type: 'text', description: 'Of the proposal', required: true, maxLength: 20 } },
  hidden: true,
  async run(newsroom, { key }, context): Promise<Reply> {
    const { words } = context;
    const accepted = await librarianFor(context).accept(key);
    if (accepted.kind === 'unknown') return noted(settledNote(accepted, words));
    if (accepted.kind === 'settled') {
      // Who taps twice still sees what came of it.
      const there = accepted.how === 'accepted' ? accepted.there : [];
      return {
        blocks: [settledNote(accepted, words), ...grouped(keptGroups(there, words), words)],
        actions: outlineOf(there, words),
      };
    }
    const kept = accepted.outcomes.filter((outcome) => outcome.kind !== 'refused');
    const refused = accepted.outcomes.filter((outcome) => outcome.kind === 'refused');
    // What was refused waits: it can be tried again.
    const again =
      refused.length === 0 ? [] : [inPlace(words.corpus.labels.again, 'corpus accept', { key }, true)];
    return {
      blocks: outcomeBlocks(kept, refused, newsroom, words),
      actions: [...again, ...outlineOf(kept, words)],
      changes: kept.flatMap(({ kind, id }): readonly Change[] =>
        kind === 'unchanged' ? [] : [{ kind, article: id }],
      ),
    };
  },
});

function outcomeBlocks(
  kept: readonly Kept[],
  refused: readonly Refused[],
  newsroom: Newsroom,
  words: Words,
): readonly Block[] {
  const [first, ...others] = kept;
  const items = refusals(refused, words, renamed(newsroom));
  const refusedGroup: Group = { title: words.corpus.count('refused', refused.length), items };
  return first !== undefined && others.length === 0
    ? [plain(keptText(first, words)), ...grouped([refusedGroup], words)]
    : grouped([...keptGroups(kept, words), refusedGroup], words);
}

function keptText({ kind, headline, changedParagraphs = 0 }: Kept, { corpus }: Words): string {
  switch (kind) {
    case 'added':
      return corpus.added(headline);
    case 'updated':
      return corpus.updated(headline, changedParagraphs);
    case 'unchanged':
      return corpus.isThereAs(headline, undefined);
  }
}

const keptGroups = (kept: readonly Kept[], { corpus }: Words): readonly Group[] =>
  (['added', 'updated', 'unchanged'] as const).map((kind) => {
    const items = kept
      .filter((each) => each.kind === kind)
      .map(({ headline, changedParagraphs }) => ({
        text: headline,
        ...(changedParagraphs !== undefined && { detail: corpus.changed(changedParagraphs) }),
      }));
    return { title: corpus[kind === 'unchanged' ? 'proposed' : 'count'](kind, items.length), items };
  });

/** By its id: the words of an article that has just come are not known here. */
function outlineOf(kept: readonly Kept[], { corpus }: Words): readonly Action[] {
  const [only] = kept;
  if (only === undefined || kept.length > 1) return [];
  const options = { article: only.id };
  return [{ kind: 'command', label: corpus.labels.outline, command: 'articles', options, inPlace: false }];
}
