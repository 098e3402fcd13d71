import { parseHTML } from 'linkedom';
import { isInlineName } from './inline-names.ts';

/** An element of a page. Elements are numbered in the order in which they open; the page itself is number 0. */
export interface Element {
  /** In lower case. */
  readonly name: string;
  /** In lower case, each once. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  readonly number: number;
  /** The number of the last element inside it, its own where there is none. */
  readonly last: number;
}

/** An element or text, its entities read. */
export type Node = Element | string;

/** What we read of the nodes that the parser makes. */
interface ParsedNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<ParsedNode>;
}

const ELEMENT = 1;
const TEXT = 3;

/** Markup that was scanned → its elements. As deep as the scan allows, so that walking it needs little stack. */
export function buildTree(markup: string): Element {
  // `body` is asked for by nobody: the parser adds none where a page has none.
  const { childNodes } = parseHTML(markup).document as unknown as ParsedNode;
  let count = 0;
  const build = (name: string, parsed: ParsedNode | undefined, nodes: Iterable<ParsedNode>): Element => {
    const number = count++;
    const attributes = new Map<string, string>();
    for (const { name, value } of parsed?.attributes ?? []) attributes.set(name.toLowerCase(), value);
    const children: Node[] = [];
    for (const node of nodes) {
      if (node.nodeType === TEXT) children.push(node.data);
      else if (node.nodeType === ELEMENT)
        children.push(build(node.localName.toLowerCase(), node, node.childNodes));
    }
    return { name, attributes, children, number, last: count - 1 };
  };
  return build('page', undefined, childNodes);
}

export const isElement = (node: Node): node is Element => typeof node !== 'string';

export const elementsIn = ({ children }: Element): readonly Element[] => children.filter(isElement);

/** Every element inside, in order; `isLeftOut` says of which neither itself nor what it holds. */
export function* descendants(
  element: Element,
  isLeftOut: (element: Element) => boolean = () => false,
): Generator<Element> {
  const left = elementsIn(element).toReversed();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (isLeftOut(next)) continue;
    yield next;
    // One by one: an element may hold more than fit a call.
    for (const child of elementsIn(next).toReversed()) left.push(child);
  }
}

export const holds = (outer: Element, number: number): boolean =>
  outer.number <= number && number <= outer.last;

/** Whether an element inside is such a one. */
export function holdsSome(element: Element, is: (inner: Element) => boolean): boolean {
  for (const inner of descendants(element)) if (is(inner)) return true;
  return false;
}

/** The same answer, worked out once for each element. */
export function remembered<Answer>(answer: (element: Element) => Answer): (element: Element) => Answer {
  const known = new Map<Element, { readonly answer: Answer }>();
  return (element) => {
    const found = known.get(element) ?? { answer: answer(element) };
    known.set(element, found);
    return found.answer;
  };
}

export const attribute = (element: Element, name: string): string =>
  element.attributes.get(name)?.trim() ?? '';

/** Space-separated words of an attribute: `class`, `rel`, `itemprop`. */
export const wordsOf = (element: Element, name: string): readonly string[] =>
  attribute(element, name)
    .split(/\s+/)
    .filter((word) => word !== '');

/** All text inside, as one line; of a long text the first `most` UTF-16 units, or a little more. */
export const textOf = (element: Element, most?: number): string => oneLine(brokenText(element, most));

/** The same, a line for each box and each line break; empty ones are left out. */
export const linesOf = (element: Element, most?: number): readonly string[] =>
  brokenText(element, most)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');

/**
 * Text with a line end where one box, or one line of it, ends and another begins; with a space where only the page's
 * style parts two elements: `<span>Exclusive</span><span>Ferry sinks</span>`.
 */
function brokenText(element: Element, most = Number.POSITIVE_INFINITY): string {
  const pieces: string[] = ['\n'];
  let length = 0;
  let isBetween = false;
  const add = (piece: string): void => {
    const last = pieces.at(-1) ?? '';
    if (piece === '' || (piece === '\n' && last === '\n')) return;
    if (isBetween && /\p{Ll}/u.test(last.slice(-1)) && /^\p{Lu}/u.test(piece)) pieces.push(' ');
    isBetween = false;
    pieces.push(piece);
    length += piece.length;
  };
  const gather = ({ children }: Element): void => {
    for (const [index, child] of children.entries()) {
      if (length >= most) return;
      if (!isElement(child)) {
        // Indentation counts for little, so that it does not use up what may be read.
        add(child.slice(0, 4 * most).replace(/\s+/g, ' '));
        continue;
      }
      const isInline = isInlineName(child.name);
      if (!isInline) add('\n');
      else if (typeof children[index - 1] === 'object') isBetween = true;
      gather(child);
      if (!isInline) add('\n');
    }
  };
  gather(element);
  return pieces.join('');
}

/**
 * White space folded; soft hyphens and characters without width, which only say where a line may end, taken out;
 * and those that isolate or override a direction, which without their page make text run the wrong way.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\0-\x08\x0E-\x1F\x7F]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
