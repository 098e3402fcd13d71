import { commands } from '../../commands/index.ts';
import type { Problem } from '../corpus.ts';
import { openLibrarian } from '../intake/librarian.ts';
import { createNewsDesk, type NewsDesk } from '../news-desk.ts';
import { type News, openNewsroom, type Room } from '../open.ts';
import { SHIPPED_CORPUS } from '../shipped.ts';

export interface OpenDesk {
  readonly desk: NewsDesk;
  readonly problems: readonly Problem[];
}

export interface DeskHere extends OpenDesk {
  /** Closes, where another desk has the corpus: that one keeps what is to be kept. */
  leave(): Promise<void>;
}

/**
 * A newsroom in this thread, its corpus watched and looked after.
 *
 * @param told of what becomes of the corpus while it is open.
 * @throws UserError when the corpus cannot be opened.
 */
export async function openDeskHere({
  told,
  ...setting
}: {
  readonly corpusDir?: string;
  readonly told: (news: News) => void;
  readonly room?: Room;
}): Promise<DeskHere> {
  const { newsroom, problems, leftOut, close, leave } = await openNewsroom({ ...setting, watching: told });
  const librarian = openLibrarian({
    directory: setting.corpusDir ?? SHIPPED_CORPUS,
    files: 'uploads',
    isThere: (id) => newsroom.article(id)?.id === id,
    leftOut,
  });
  const desk = createNewsDesk(newsroom, commands, {
    librarian,
    async close() {
      // What is kept for the next start is kept whatever becomes of a proposal that is under way.
      await librarian.close().finally(close);
    },
  });
  return { desk, problems, leave: () => librarian.close().finally(leave) };
}
