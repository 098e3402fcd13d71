import type { Contents } from '../contents.ts';
import { decodedAs, markedEncoding } from '../encodings.ts';
import { decodedUtf8 } from '../html/decode.ts';
import { ParseError } from '../masthead.ts';

/**
 * The text of a feed. Believed, in this order: the mark at its beginning, UTF-8 where the bytes are in it, what the
 * server says, what the XML declaration says; what is left is Windows-1252, as of pages. Bytes beyond ASCII that are
 * UTF-8, but for a broken letter here and there, are so whatever is said of them: text in another encoding never is by
 * accident, and servers say ISO-8859-1 of everything.
 *
 * @throws ParseError when it is no text.
 */
export function decodeFeed({ bytes, charset }: Contents): string {
  const marked = markedEncoding(bytes);
  const told = [charset, declaredEncoding(bytes)];
  const isAscii = marked === undefined && bytes.every((byte) => byte < 0x80);
  const believed = marked !== undefined ? [marked] : isAscii ? [...told, 'utf-8'] : ['utf-8', ...told];
  for (const encoding of [...believed, 'windows-1252']) {
    const text = encoding === 'utf-8' ? decodedUtf8(bytes) : encoding && decodedAs(encoding, bytes);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  throw new ParseError('expected a feed, got bytes that are no text. Save the feed as UTF-8 text.');
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
