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
}

export interface FetchedPage {
  readonly kind: 'page';
  /** Absolute, after all redirects. */
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** In lower case, without parameters. Undefined where the server does not say. */
  readonly mediaType?: string;
  /** In lower case, as the server names it: `windows-1251`. */
  readonly charset?: string;
}

/** The page is as it was when `etag` or `lastModified` was said of it. */
export interface UnchangedPage {
  readonly kind: 'unchanged';
  readonly url: string;
}

export type Fetched = FetchedPage | UnchangedPage;

export interface Fetcher {
  /**
   * One page from the public web.
   *
   * @throws FetchError whatever went wrong; nothing else.
   */
  fetch(url: string, wanted?: Wanted): Promise<Fetched>;
  /** Ends what is under way as cancelled. Resolves once that is done; nothing is fetched afterwards. */
  close(): Promise<void>;
}
