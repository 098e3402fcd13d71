import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { quantile } from '../src/terminal/measures.ts';

/** Something that is timed on one question after another. */
export interface Subject<Input> {
  readonly name: string;
  readonly run: (input: Input) => unknown;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds, over the inputs; of each input the median of its rounds. */
  readonly median: number;
  readonly p95: number;
}

/**
 * Times subjects side by side: for each input all of them, beginning with another one each time, so that none
 * profits from its place; after a round of warming up, of which nothing is kept.
 */
export async function race<Input>(
  subjects: readonly Subject<Input>[],
  inputs: readonly Input[],
  { rounds, clock = () => performance.now() }: { readonly rounds: number; readonly clock?: () => number },
): Promise<readonly Timing[]> {
  const times = subjects.map(() => inputs.map((): number[] => []));
  for (let round = -1; round < rounds; round++) {
    for (const [place, input] of inputs.entries()) {
      for (let turn = 0; turn < subjects.length; turn++) {
        const index = (turn + place + round + 1) % subjects.length;
        const started = clock();
        const result = subjects[index]?.run(input);
        if (result instanceof Promise) await result;
        if (round >= 0) times[index]?.[place]?.push(clock() - started);
      }
    }
  }
  return subjects.map(({ name }, index) => {
    const own = (times[index] ?? []).map((rows) => quantile(rows, 0.5) ?? 0);
    return { name, median: quantile(own, 0.5) ?? 0, p95: quantile(own, 0.95) ?? 0 };
  });
}

export interface Built<Thing> {
  readonly thing: Thing;
  readonly ms: number;
  /** Megabytes of heap that it holds. */
  readonly megabytes: number;
}

/** Builds something and weighs what it leaves on the heap. */
export async function build<Thing>(make: () => Thing | Promise<Thing>): Promise<Built<Thing>> {
  const before = heap();
  const started = performance.now();
  const thing = await make();
  const ms = performance.now() - started;
  return { thing, ms, megabytes: (heap() - before) / 2 ** 20 };
}

let collect: (() => void) | undefined;

/** Bytes in use once everything that nobody holds has been thrown away. */
function heap(): number {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  return process.memoryUsage().heapUsed;
}
