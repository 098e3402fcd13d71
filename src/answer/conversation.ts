/** One question and what came of it. */
export interface Turn<Outcome> {
  readonly asked: string;
  readonly outcome: Outcome;
}

export interface Conversations<Outcome> {
  /** Oldest first. */
  turns(conversation: string): readonly Turn<Outcome>[];
  remember(conversation: string, turn: Turn<Outcome>): void;
  /** What a follow-up means when nothing before it is known. */
  standAlone(question: string, history: readonly Turn<Outcome>[]): string;
}

const MOST_TURNS = 6;
const MOST_CONVERSATIONS = 1_000;

/** What was asked before, per person and channel; the one that has been silent longest is forgotten first. */
export function createConversations<Outcome>(): Conversations<Outcome> {
  const kept = new Map<string, readonly Turn<Outcome>[]>();
  return {
    turns: (conversation) => kept.get(conversation) ?? [],
    remember(conversation, turn) {
      const turns = [...(kept.get(conversation) ?? []), turn].slice(-MOST_TURNS);
      kept.delete(conversation);
      kept.set(conversation, turns);
      const [oldest] = kept.keys();
      if (kept.size > MOST_CONVERSATIONS && oldest !== undefined) kept.delete(oldest);
    },
    standAlone: (question) => question,
  };
}
