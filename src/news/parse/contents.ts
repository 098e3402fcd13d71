import { ParseError } from './masthead.ts';

/** A file as it lies on a disk or came over the wire. */
export interface Contents {
  readonly bytes: Uint8Array;
  /** What a server said of it, in whatever case: `windows-1251`. Nobody says it of a file. */
  readonly charset?: string;
  /** The page that it was read from: what its own addresses are relative to. */
  readonly url?: string;
}

/** @throws ParseError when the bytes are no text in UTF-8. */
export function utf8({ bytes }: Contents): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through: not UTF-8 and NUL bytes are the same mistake to its owner.
  }
  throw new ParseError('expected text in UTF-8, got something else. Save the file as UTF-8 text.');
}
