/** How much of a stranger's server is borne. Each can be set for a fetcher. */
export interface Limits {
  /** Hops after the first. */
  readonly redirects: number;
  /** To reach one address of a host, in ms. */
  readonly connectMs: number;
  /** From the request to the end of the headers, in ms. */
  readonly headersMs: number;
  /** For a page with all its hops, without waiting for a turn or for robots.txt, in ms. */
  readonly pageMs: number;
  /** The same for robots.txt. */
  readonly robotsMs: number;
  /** Of an answer's headers, in bytes. */
  readonly headerBytes: number;
  /** Of a body as it comes over the wire. */
  readonly wireBytes: number;
  /** Of a body once it is decompressed. */
  readonly pageBytes: number;
  /** Requests under way at once, to all hosts. To one host there is never more than one. */
  readonly atOnce: number;
  /** Between the beginnings of two requests to one host, in ms. */
  readonly pauseMs: number;
  /** The most that a robots.txt can make of that pause by `Crawl-delay`, in ms. */
  readonly longestPauseMs: number;
}

export const LIMITS: Limits = {
  redirects: 5,
  connectMs: 5_000,
  headersMs: 10_000,
  pageMs: 20_000,
  robotsMs: 10_000,
  // Node's own is 16 KiB; the security policies of some newspapers are longer.
  headerBytes: 32 * 1024,
  wireBytes: 10_000_000,
  pageBytes: 20_000_000,
  atOnce: 4,
  pauseMs: 250,
  longestPauseMs: 5_000,
};
