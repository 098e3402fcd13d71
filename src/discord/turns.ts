/** Resolves when it is one's turn. */
export type Turn = () => Promise<void>;

export interface Turns {
  readonly turn: Turn;
  /** Somebody has come in: whoever else stands before the door is heard first. */
  arrived(): void;
}

/** How long an answer lets newcomers be heard first, in ms: they must not keep others waiting for ever. */
const MOST_PATIENCE = 300;

/**
 * Answers are worked out one at a time, in the order in which they were asked for, and only while nobody new is
 * coming in: however many people wait for an answer, whoever asks next is told at once that one is coming.
 * @param unsent how many acknowledgements have not left yet; they go first.
 */
export function createTurns(unsent: () => number): Turns {
  let last: Promise<void> = Promise.resolve();
  let arrivals = 0;
  const next = async (): Promise<void> => {
    const began = performance.now();
    let heard: number;
    do {
      heard = arrivals;
      // What has not left waits for others than us: no reason to ask without a pause.
      await new Promise((resolve) => void (unsent() > 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
    } while ((heard !== arrivals || unsent() > 0) && performance.now() - began < MOST_PATIENCE);
  };
  return {
    turn() {
      last = last.then(next);
      return last;
    },
    arrived() {
      arrivals += 1;
    },
  };
}
