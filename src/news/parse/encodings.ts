import { withWindowsSigns } from './windows-1252.ts';

/** What a text's first bytes say of the others: a byte-order mark, or how `<` looks in two bytes. */
const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16le', bytes: [0x3c, 0x00] },
  { encoding: 'utf-16be', bytes: [0x00, 0x3c] },
] as const;

export const markedEncoding = (bytes: Uint8Array): string | undefined =>
  MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;

/** @returns undefined where nobody knows the label, or where the bytes are not what it says. */
export function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label.trim(), { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text;
  } catch {
    return undefined;
  }
}

/** Good UTF-8 that goes beyond ASCII: text in another encoding never is by accident, whatever is said of it. */
export function asPlainUtf8(bytes: Uint8Array): string | undefined {
  return bytes.some((byte) => byte >= 0x80) ? decodedAs('utf-8', bytes) : undefined;
}
