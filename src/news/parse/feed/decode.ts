import type { Contents } from '../contents.ts';
import { ParseError } from '../masthead.ts';
import { withWindowsSigns } from '../windows-1252.ts';

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  // Without a mark: how `<?` and `<r` look in two bytes a letter.
  { encoding: 'utf-16le', bytes: [0x3c, 0x00] },
  { encoding: 'utf-16be', bytes: [0x00, 0x3c] },
] as const;

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
    const text = encoding === undefined ? undefined : decoded(bytes, encoding);
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

const markedEncoding = (bytes: Uint8Array): string | undefined =>
  MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;

/** `<?xml version="1.0" encoding="windows-1251"?>` → "windows-1251". */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text;
  } catch {
    // An encoding that nobody has heard of, or bytes that are not in it: the next one may do.
    return undefined;
  }
}
