import type { Contents } from '../contents.ts';
import { decodedAs, markedEncoding } from '../encodings.ts';
import { ParseError } from '../masthead.ts';

/**
 * The text of a feed. Believed, in this order: the mark at its beginning, what the server says, what the XML
 * declaration says, UTF-8. Bytes beyond ASCII that are good UTF-8 are UTF-8 whatever is said of them: text in
 * another encoding never is by accident, and servers say ISO-8859-1 of everything.
 *
 * @throws ParseError when none of these reads it.
 */
export function decodeFeed({ bytes, charset }: Contents): string {
  const marked = markedEncoding(bytes);
  const declared = declaredEncoding(bytes);
  const believed = marked !== undefined ? [marked] : ['utf-8', charset, declared];
  const isAscii = marked === undefined && bytes.every((byte) => byte < 0x80);
  for (const encoding of isAscii ? [charset, declared, 'utf-8'] : believed) {
    const text = encoding === undefined ? undefined : decodedAs(encoding, bytes);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  const told = marked ?? charset ?? declared;
  throw new ParseError(
    `expected text${told === undefined ? '' : ` in ${told}, as it says of itself,`} or in UTF-8, got something else. Save the feed as UTF-8 text.`,
  );
}

/** The beginning of a feed, good enough to tell its dialect by: no letter that matters is beyond ASCII. */
export function decodeBeginning(bytes: Uint8Array, length: number): string {
  const beginning = bytes.subarray(0, length);
  return new TextDecoder(markedEncoding(beginning) ?? 'utf-8').decode(beginning);
}

/** `<?xml version="1.0" encoding="windows-1251"?>` → "windows-1251". */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}
