/** What is to go wrong with a request that comes. */
export type Mishap =
  | {
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      /** Makes it a rate limit, to be given with status 429. */
      readonly retryAfterS?: number;
      /** The limit of the whole bot rather than of this route. */
      readonly global?: boolean;
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

/** What Discord says instead of doing what was asked. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** https://discord.com/developers/docs/topics/rate-limits */
export function answerTo(mishap: Exclude<Mishap, string>): Answer {
  const { status, code = 0, message = `${status}`, retryAfterS, global = false } = mishap;
  if (retryAfterS === undefined) return { status, body: { code, message } };
  const headers = {
    'Retry-After': String(retryAfterS),
    Via: '1.1 loopback', // without it, it would look like Cloudflare's ban
    'X-RateLimit-Scope': global ? 'global' : 'user',
    ...(global
      ? { 'X-RateLimit-Global': 'true' }
      : {
          'X-RateLimit-Bucket': 'loopback',
          'X-RateLimit-Limit': '5',
          'X-RateLimit-Remaining': '0',
          'X-RateLimit-Reset': String(Date.now() / 1000 + retryAfterS),
          'X-RateLimit-Reset-After': String(retryAfterS),
        }),
  };
  const told = 'You are being rate limited.';
  return { status, headers, body: { message: told, retry_after: retryAfterS, global, code } };
}
