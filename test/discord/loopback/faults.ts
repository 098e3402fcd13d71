/** What is to go wrong with a request that comes. */
export type Mishap =
  | {
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly retryAfterS?: number;
    }
  /** The connection breaks before Discord has read the request. */
  | 'lost request'
  /** Discord does as asked; the connection breaks before it can say so. */
  | 'lost answer';

interface Planned {
  readonly request: RegExp;
  readonly mishap: Mishap;
  times: number;
}

/** Mishaps to come, each for the next requests of its kind. `request` is matched with "POST /path". */
export class Faults {
  readonly #planned: Planned[] = [];

  next(request: RegExp, mishap: Mishap, times = 1): void {
    this.#planned.push({ request, mishap, times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  take(request: string): Mishap | undefined {
    const planned = this.#planned.find((candidate) => candidate.times > 0 && candidate.request.test(request));
    if (planned === undefined) return undefined;
    planned.times -= 1;
    return planned.mishap;
  }
}
