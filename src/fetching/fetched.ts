/** How a page is asked for. */
export interface Wanted {
  /** What was said of the page when it was last fetched: then it may turn out to be unchanged. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Media types in lower case, `text/html`. Any other is refused before the body is read, unless the server does not say. */
  readonly accept?: readonly string[];
  /**
   * Whether robots.txt is asked first; true by default. It is a rule for programs that find their own way: a file
   * that a person has just uploaded, and that is fetched from where it was uploaded to, is not found but given.
   */
  readonly robots?: boolean;
  readonly signal?: AbortSignal;
  /** Called for each piece of a body that comes in. */
  readonly onProgress?: (progress: Progress) => void;
}

/** In bytes as they come over the wire. */
export interface Progress {
  readonly received: number;
  /** Undefined where the server does not say. */
  readonly expected?: number;
}

/** Where an answer came from. */
interface Arrival {
  /** Absolute, after all redirects. */
  readonly url: string;
  /** The addresses that led there, in order: empty when the page lay where it was looked for. */
  readonly redirects: readonly string[];
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchedPage extends Arrival {
  readonly kind: 'page';
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** In lower case, without parameters. Undefined where the server does not say. */
  readonly mediaType?: string;
  /** In lower case, as the server names it: `windows-1251`. */
  readonly charset?: string;
}

/** The page is as it was when `etag` or `lastModified` was said of it. */
export interface UnchangedPage extends Arrival {
  readonly kind: 'unchanged';
}

export type Fetched = FetchedPage | UnchangedPage;

export interface Fetcher {
  /**
   * One page from the public web.
   *
   * @throws FetchError whatever went wrong; nothing else unless `onProgress` throws.
   */
  fetch(url: string, wanted?: Wanted): Promise<Fetched>;
  /** Ends what is under way as cancelled. Resolves once that is done; nothing is fetched afterwards. */
  close(): Promise<void>;
}
