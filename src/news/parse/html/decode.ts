import type { Contents } from '../contents.ts';
import { withWindowsSigns } from '../windows-1252.ts';

/** HTML allows a page to name its encoding in its first 1024 bytes; pages that name it later are read as well. */
const DECLARED_WITHIN = 4096;

/**
 * A page's bytes → its text. What stands first is believed: a byte order mark, the server, the page itself, valid
 * UTF-8; what is left is Windows-1252, as browsers read it. A page that says UTF-8 and is not is read as the next that
 * is named, since its quotation marks would be lost otherwise. Labels that nobody knows are left out of account.
 */
export function decode({ bytes, charset }: Contents): string {
  const marked = byteOrderMark(bytes);
  const named = marked === undefined ? [charset, declaredCharset(bytes), 'utf-8'] : [marked];
  for (const label of named) {
    const text = label === undefined ? undefined : decodeAs(label, bytes);
    if (text !== undefined) return text;
  }
  return decodeAs('windows-1252', bytes) ?? '';
}

/** @returns undefined where the label is unknown, or where the bytes are not what it says. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.trim());
    if (encoding === 'utf-8') return decodeUtf8(bytes);
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? withWindowsSigns(text) : text;
  } catch {
    return undefined;
  }
}

/** One letter in so many may be broken, as where a server cuts its pages together: another encoding breaks nearly all. */
const LETTERS_FOR_ONE_BROKEN = 10;

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = (text.match(/[^\0-\x7F]/g)?.length ?? 0) - broken;
  return broken * LETTERS_FOR_ONE_BROKEN <= whole ? text : undefined;
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

/** `<meta charset=koi8-r>`, or the `charset=` of an http-equiv. Who can read either has no UTF-16 before him. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const label = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(beginning)?.[1];
  if (label === undefined)
    return /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)/i.exec(beginning)?.[1];
  return /^utf-?16/i.test(label) ? 'utf-8' : label;
}
