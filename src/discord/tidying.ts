import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps V8 from taking memory in advance: by default it lets garbage grow to several times what is in use before it
 * looks for it. Both settings are read anew at every collection.
 */
export function staySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}

export interface Tidying {
  /** Something was answered. */
  used(): void;
  stop(): void;
}

const QUIET_MS = 2_000;
/** Fewer answers leave nothing behind that is worth a pause. */
const WORTH_IT = 100;
/** Bytes. Looking through a larger heap would be a pause that people notice. */
const LARGEST_HEAP = 256 * 2 ** 20;

/**
 * Hands memory back that a rush of questions took, once nobody asks any more: left alone, V8 keeps for good what it
 * once needed, though almost nothing of it is in use.
 */
export function createTidying(): Tidying {
  let answered = 0;
  const timer = setTimeout(() => {
    if (answered < WORTH_IT) return;
    answered = 0;
    tidy();
  }, QUIET_MS).unref();
  return {
    used() {
      answered += 1;
      timer.refresh();
    },
    stop: () => clearTimeout(timer),
  };
}

let collect: (() => void) | undefined;

/** Now, and before anybody waits: what is in use then tells whether looking through it later would be noticed. */
export function tidy(): void {
  if (!isSmall) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect(); // frees
  collect(); // gives back
  isSmall = process.memoryUsage().heapUsed <= LARGEST_HEAP;
  if (!isSmall) setFlagsFromString('--heap-growing-percent=0'); // V8's own choice again
}

/** Until it turns out that it is not: many articles take much for good. */
let isSmall = true;
