import { defineCommand } from '../src/command.ts';
import type { Reply } from '../src/reply.ts';
import { CORPUS, librarianFor, noted, plain, settledNote } from './corpus.ts';

/** Leaves everything as it is: what the button "Cancel" calls, also where nothing was put aside. */
export const corpusCancel = defineCommand({
  name: 'corpus cancel',
  group: CORPUS,
  description: 'Leaves everything as it is',
  options: { key: { type: 'text', description: 'Of the proposal', maxLength: 20 } },
  hidden: true,
  async run(_newsroom, { key }, context): Promise<Reply> {
    const { words } = context;
    const librarian = librarianFor(context);
    const answer = key === undefined ? { kind: 'discarded' as const } : await librarian.discard(key);
    return noted(
      answer.kind === 'discarded' ? plain(words.corpus.nothingChanged) : settledNote(answer, words),
    );
  },
});
