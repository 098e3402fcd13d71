import { defineCommand, UserError } from '../src/command.ts';
import type { Reply } from '../src/reply.ts';
import { CORPUS, idleLibrarianFor, telling } from './corpus.ts';
import { proposalReply } from './corpus-proposal.ts';

/** Shows what was understood of an article before it goes in. */
export const corpusAdd = defineCommand({
  name: 'corpus add',
  group: CORPUS,
  description: 'Adds a page, a feed or a file; shows first what was understood of it',
  options: {
    address: { type: 'text', description: 'Address of a page or a feed', maxLength: 2_000 },
    file: { type: 'file', description: 'Instead of an address: an article in a file' },
  },
  main: 'address',
  async run(newsroom, { address, file }, context): Promise<Reply> {
    const librarian = idleLibrarianFor(context);
    const reference = address ?? file;
    if (reference === undefined || (address !== undefined && file !== undefined))
      throw new UserError(context.words.corpus.oneOfBoth);
    const kind = address === undefined ? 'file' : 'page';
    const proposal = await librarian.propose({ kind, reference }, telling(context));
    return proposalReply(proposal, newsroom, context.words);
  },
});
