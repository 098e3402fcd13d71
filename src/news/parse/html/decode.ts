import type { Contents } from '../contents.ts';
import { asPlainUtf8, decodedAs, markedEncoding } from '../encodings.ts';

/** HTML allows a page to name its encoding in its first 1024 bytes; pages that name it later are read as well. */
const DECLARED_WITHIN = 4096;

/**
 * A page's bytes → its text. What stands first is believed: a byte order mark, letters that are good UTF-8, the
 * server, the page itself; what is left is Windows-1252, as browsers read it. A page that says UTF-8 and is not is
 * read as the next that is named, since its quotation marks would be lost otherwise. Labels that nobody knows are left
 * out of account.
 */
export function decode({ bytes, charset }: Contents): string {
  const marked = markedEncoding(bytes);
  const named = marked === undefined ? [charset, declaredCharset(bytes), 'utf-8'] : [marked];
  const plain = marked === undefined ? asPlainUtf8(bytes) : undefined;
  if (plain !== undefined) return plain;
  for (const label of named) {
    const text = label === undefined ? undefined : decodeAs(label, bytes);
    if (text !== undefined) return text;
  }
  return decodedAs('windows-1252', bytes) ?? '';
}

const decodeAs = (label: string, bytes: Uint8Array): string | undefined =>
  /^\s*utf-?8\s*$/i.test(label) ? decodedUtf8(bytes) : decodedAs(label, bytes);

/** One letter in so many may be broken, as where a server cuts its pages together: another encoding breaks nearly all. */
const LETTERS_FOR_ONE_BROKEN = 10;

/** @returns undefined where more letters are broken. */
export function decodedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = (text.match(/[^\0-\x7F]/g)?.length ?? 0) - broken;
  return broken * LETTERS_FOR_ONE_BROKEN <= whole ? text : undefined;
}

/** `<meta charset=koi8-r>`, or the `charset=` of an http-equiv. Who can read either has no UTF-16 before him. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const label = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(beginning)?.[1];
  if (label === undefined)
    return /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)/i.exec(beginning)?.[1];
  return /^utf-?16/i.test(label) ? 'utf-8' : label;
}
