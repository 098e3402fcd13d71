import { defineCommand } from '../src/command.ts';
import type { Kept, Refused } from '../src/librarian.ts';
import type { Action, Block, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { CORPUS, inPlace, librarianFor, noted, plain, settledNote } from './corpus.ts';

/** Takes in what was proposed: what the button "Add" calls. */
export const corpusAccept = defineCommand({
  name: 'corpus accept',
  group: CORPUS,
  description: 'Adds what was proposed',
  options: { key: { type: 'text', description: 'Of the proposal', required: true, maxLength: 20 } },
  hidden: true,
  async run(_newsroom, { key }, context): Promise<Reply> {
    const { words } = context;
    const accepted = await librarianFor(context).accept(key);
    if (accepted.kind !== 'accepted') return noted(settledNote(accepted, words));
    const kept = accepted.outcomes.filter((outcome) => outcome.kind !== 'refused');
    const refused = accepted.outcomes.filter((outcome) => outcome.kind === 'refused');
    // What was refused waits: it can be tried again.
    const again =
      refused.length === 0 ? [] : [inPlace(words.corpus.labels.add, 'corpus accept', { key }, true)];
    return {
      blocks: [...keptBlocks(kept, words), ...refused.map((each) => refusedNote(each, words))],
      actions: [...again, ...outlineOf(kept, words)],
    };
  },
});

const refusedNote = ({ reference, why }: Refused, { corpus }: Words): Block =>
  plain(`${corpus.refused(why)}\n${reference}`);

function keptBlocks(kept: readonly Kept[], words: Words): readonly Block[] {
  const { corpus, set } = words;
  const [first] = kept;
  if (first === undefined) return [];
  if (kept.length === 1) return [plain(keptText(first, words))];
  const items = kept.map(({ headline, kind }) => ({ text: headline, detail: corpus.count(kind, 1) }));
  return [{ kind: 'list', title: set.articles(kept.length), items }];
}

function keptText({ kind, headline, changedParagraphs = 0 }: Kept, { corpus }: Words): string {
  switch (kind) {
    case 'added':
      return corpus.added(headline);
    case 'updated':
      return corpus.updated(headline, changedParagraphs);
    case 'unchanged':
      return corpus.isThere;
  }
}

/** By its id: the words of an article that has just come are not known here. */
function outlineOf(kept: readonly Kept[], { corpus }: Words): readonly Action[] {
  const [only] = kept;
  if (only === undefined || kept.length > 1) return [];
  const options = { article: only.id };
  return [{ kind: 'command', label: corpus.labels.outline, command: 'articles', options, inPlace: false }];
}
