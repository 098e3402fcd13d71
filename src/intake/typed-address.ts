/**
 * The addresses in what a person typed or pasted, each once.
 *
 *     courier.example/ferry · <https://courier.example/ferry> · [Ferry](https://courier.example/ferry)
 *     Look at this: https://courier.example/ferry.
 */
export function addressesIn(typed: string): readonly string[] {
  const text = typed.trim().replace(/^<(\S*)>$/, '$1');
  if (/^https?:\S*$/i.test(text) && !text.includes('](')) return [text];
  if (isHost(text)) return [`https://${text}`];
  const found = text.match(/\bhttps?:\/\/[^\s<>"“”„«»[\]]+/gi) ?? [];
  return [...new Set(found.map(withoutMarks))];
}

const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;

/** `courier.example/ferry`: a host's name, and perhaps a port and a path: a dot before the first slash, letters after it. */
export const isHost = (text: string): boolean => HOST.test(text);

/** The marks of the sentence that an address ends; a bracket that was opened in it is its own. */
function withoutMarks(address: string): string {
  const bare = address.replace(/[.,;:!?'’…]+$/, '');
  const isOpen = bare.split('(').length >= bare.split(')').length;
  return bare.endsWith(')') && !isOpen ? withoutMarks(bare.slice(0, -1)) : bare;
}
