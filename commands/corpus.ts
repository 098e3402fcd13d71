import { type CommandContext, type CommandGroup, UserError } from '../src/command.ts';
import type { Librarian, Settled, Step } from '../src/librarian.ts';
import type { CommandAction, NoteBlock, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';

/** What an operator can do with the articles themselves. */
export const CORPUS: CommandGroup = {
  name: 'corpus',
  description: 'Adds, removes and refreshes articles',
  audience: 'operators',
};

/** @throws UserError where the corpus may not be changed from. */
export function librarianFor({ librarian, words }: CommandContext): Librarian {
  if (librarian === undefined) throw new UserError(words.corpus.notHere);
  return librarian;
}

/** The same, for what takes its time: one thing at a time. @throws UserError while something is under way, too. */
export function idleLibrarianFor(context: CommandContext): Librarian {
  const librarian = librarianFor(context);
  if (librarian.isBusy()) throw new UserError(context.words.corpus.busy);
  return librarian;
}

/** Tells a reader what is being done, in their language. */
export const telling =
  ({ progress, words }: CommandContext) =>
  (step: Step): void =>
    progress?.(stepText(step, words));

function stepText(step: Step, { corpus }: Words): string {
  switch (step.kind) {
    case 'fetching':
      return corpus.fetching(step.host);
    case 'reading':
      return corpus.reading;
    case 'counting':
      return corpus.doneOf(step.done, step.total);
  }
}

/** Why nothing is left to be done about a proposal. */
export function settledNote(settled: Settled, { corpus }: Words): NoteBlock {
  if (settled.kind === 'unknown') return plain(corpus.unknownProposal);
  return plain(settled.how === 'accepted' ? corpus.acceptedBefore : corpus.discardedBefore);
}

export const plain = (text: string): NoteBlock => ({ kind: 'note', tone: 'plain', text });
export const verdict = (text: string): NoteBlock => ({ kind: 'note', tone: 'verdict', text });

export const noted = (note: NoteBlock): Reply => ({ blocks: [note], actions: [] });

/** A button that takes the place of what it stands under: nobody presses it twice. */
export const inPlace = (
  label: string,
  command: string,
  options: CommandAction['options'],
  primary = false,
): CommandAction => ({
  kind: 'command',
  label,
  command,
  options,
  inPlace: true,
  ...(primary && { primary }),
});
