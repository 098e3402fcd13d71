/**
 * The addresses in what a person typed or pasted, each once.
 *
 *     courier.example/ferry · <https://courier.example/ferry> · [Ferry](https://courier.example/ferry)
 *     Look at this: https://courier.example/ferry.
 */
export function addressesIn(typed: string): readonly string[] {
  const text = typed.trim().replace(/^<(\S*)>$/, '$1');
  if (/^https?:\S*$/i.test(text) && !text.includes('](')) return [text];
  if (HOST.test(text)) return [`https://${text}`];
  const found = text.match(/\bhttps?:\/\/[^\s<>"“”„«»[\]]+/gi) ?? [];
  return [...new Set(found.map(withoutMarks))];
}

/** The name of a host, and perhaps a port and a path: a dot before the first slash, and letters after it. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

/** The marks of the sentence that an address ends; a bracket that was opened in it is its own. */
function withoutMarks(address: string): string {
  const bare = address.replace(/[.,;:!?'’…]+$/, '');
  const isOpen = bare.split('(').length >= bare.split(')').length;
  return bare.endsWith(')') && !isOpen ? withoutMarks(bare.slice(0, -1)) : bare;
}
