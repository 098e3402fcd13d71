import { asPlainUtf8, decodedAs, markedEncoding } from './encodings.ts';
import { ParseError } from './masthead.ts';

/** A file as it lies on a disk or came over the wire. */
export interface Contents {
  readonly bytes: Uint8Array;
  /** What a server said of it, in whatever case: `windows-1251`. Nobody says it of a file. */
  readonly charset?: string;
  /** The page that it was read from: what its own addresses are relative to. */
  readonly url?: string;
}

/**
 * The text of a file: UTF-8, UTF-16 with a byte-order mark, what a server says, or Windows-1252, in which old editors
 * save what is not ASCII.
 *
 * @throws ParseError when it is none of these.
 */
export function textIn({ bytes, charset }: Contents): string {
  const marked = markedEncoding(bytes);
  const text =
    (marked === undefined ? asPlainUtf8(bytes) : undefined) ??
    decodedAs(marked ?? charset ?? 'utf-8', bytes) ??
    latinIn(bytes);
  if (text !== undefined && !text.includes('\0')) return text;
  throw new ParseError('expected text in UTF-8, got something else. Save the file as UTF-8 text.');
}

/** Of a European language one letter in so many is not ASCII at most; of any other alphabet most are not. */
const LETTERS_FOR_ONE_ACCENT = 5;

/** What Windows-1252 makes of bytes that are no text of it: signs that steer a printer, or accents everywhere. */
function latinIn(bytes: Uint8Array): string | undefined {
  const text = decodedAs('windows-1252', bytes) ?? '';
  const accents = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  const isText = !/[\0-\x08\x0E-\x1F\x7F-\x9F]/.test(text);
  return isText && accents * LETTERS_FOR_ONE_ACCENT <= text.length ? text : undefined;
}
