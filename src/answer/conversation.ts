import type { Shown } from './answer.ts';
import { type PastTurn, REACH, type Topic, type Understood, understand } from './conversation/stand-alone.ts';

/** One question, how it was understood, and what came of it. */
export interface Turn<Outcome> extends PastTurn {
  /** The sentences that were shown. */
  readonly shown: readonly Shown[];
  /**
   * Answers it again: all that was weighed for an answer is many times its size, and hardly ever asked for
   * afterwards.
   */
  readonly again: () => Outcome;
  /** Where the answer stood; null where there was none. */
  readonly topic: Topic | null;
}

export interface Conversations<Outcome> {
  /** Oldest first; none once the conversation was forgotten. */
  turns(conversation: string): readonly Turn<Outcome>[];
  remember(conversation: string, turn: Turn<Outcome>): void;
  /** When something was last said, in milliseconds of `now`; 0 where nothing is known. */
  lastAt(conversation: string): number;
  /** What was said in another conversation so far takes the place of what was said in this one. */
  takeUp(conversation: string, other: string): void;
}

const MOST_CONVERSATIONS = 1_000;
const FORGOTTEN_AFTER_MS = 30 * 60 * 1_000;

interface Kept<Outcome> {
  readonly turns: readonly Turn<Outcome>[];
  /** When it was last added to, in milliseconds of `now`. */
  readonly at: number;
}

/** What was asked before, per person and channel. Held in memory only: few turns, few conversations, not for long. */
export function createConversations<Outcome>(now: () => number): Conversations<Outcome> {
  /** The one that has been silent longest comes first. */
  const kept = new Map<string, Kept<Outcome>>();
  const forget = (): void => {
    const oldest = now() - FORGOTTEN_AFTER_MS;
    for (const [conversation, { at }] of kept) {
      if (at > oldest && kept.size <= MOST_CONVERSATIONS) return;
      kept.delete(conversation);
    }
  };
  const turns = (conversation: string): readonly Turn<Outcome>[] => {
    forget();
    return kept.get(conversation)?.turns ?? [];
  };
  return {
    turns,
    remember(conversation, turn) {
      const all = [...turns(conversation), turn].slice(-REACH);
      kept.delete(conversation);
      kept.set(conversation, { turns: all, at: now() });
      forget();
    },
    lastAt(conversation) {
      forget();
      return kept.get(conversation)?.at ?? 0;
    },
    takeUp(conversation, other) {
      const said = turns(other);
      if (conversation === other || said.length === 0) return;
      kept.delete(conversation);
      kept.set(conversation, { turns: said, at: now() });
    },
  };
}

/** What a follow-up means; the topic is where the last answer stood. */
export const understoodAfter = (
  question: string,
  turns: readonly Turn<unknown>[],
  isName?: (term: string) => boolean,
): Understood =>
  understand(question, turns, turns.findLast(({ topic }) => topic !== null)?.topic ?? undefined, isName);
