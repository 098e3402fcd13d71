/**
 * Text that is safe to send to a terminal, one UTF-16 unit for each of the original's, so that spans into the
 * article are spans into it too.
 *
 * White space becomes a space. A control character becomes its picture (ESC → ␛), so that an escape sequence
 * in an article is seen and not obeyed. Marks that turn the direction of writing, with which text can be made
 * to read as something else, become a space without width. Half a surrogate pair becomes U+FFFD.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\u0080-\u009f]/g, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u200b')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** JSON on one line. `JSON.stringify` leaves DEL, C1 controls and line separators as they are; this does not. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
