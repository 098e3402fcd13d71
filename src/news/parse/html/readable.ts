import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import type { Furniture } from './furniture.ts';
import { isInline } from './inline.ts';
import { attribute, type Element, isElement } from './tree.ts';

/** Where an element's number is written, so that it is known again when Readability has rearranged the page. */
const NUMBER = 'data-number';

/** Beyond this Readability, which reads every element's text again and again, takes too long. */
const MOST_BLOCKS = 5000;
const MOST_LETTERS = 2_000_000;
const DEEPEST = 100;

/** What we read of the elements that Readability keeps. */
interface Kept {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly childNodes: Iterable<Kept>;
  getAttribute(name: string): string | null;
}

/** The numbers of the boxes whose text Readability takes for the story; none where it finds no story. */
export function readableBoxes(
  page: Element,
  furniture: Furniture,
  blocks: readonly Block[],
): ReadonlySet<number> {
  const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (blocks.length === 0 || blocks.length > MOST_BLOCKS || letters > MOST_LETTERS) return new Set();
  const markup = write(page, furniture, 0);
  if (markup === undefined) return new Set();
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`);
  const read = new Readability<unknown>(document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const numbers = new Set<number>();
  if (read?.content) gather(read.content as Kept, undefined, numbers);
  return numbers;
}

function gather(node: Kept, box: string | undefined, numbers: Set<number>): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      if (box !== undefined && child.data.trim() !== '') numbers.add(Number(box));
    } else if (child.nodeType === 1) gather(child, child.getAttribute(NUMBER) ?? box, numbers);
  }
}

/** The page without furniture and attributes, its boxes numbered; undefined where it is too deep. */
function write(element: Element, furniture: Furniture, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const parts: string[] = [];
  for (const child of element.children) {
    if (!isElement(child)) {
      parts.push(escapeHtml(child));
      continue;
    }
    if (furniture.is(child) || /^(?:meta|link|title|base|img)$/.test(child.name)) continue;
    const inside = write(child, furniture, depth + 1);
    if (inside === undefined) return undefined;
    parts.push(/^(?:html|body)$/.test(child.name) ? inside : tagged(child, inside));
  }
  return parts.join('');
}

function tagged(element: Element, inside: string): string {
  if (/^(?:br|hr|wbr)$/.test(element.name)) return `<${element.name}>`;
  const name = /^[a-z][a-z\d-]*$/.test(element.name) ? element.name : 'div';
  const attributes = ['class', 'id', 'itemprop'].map((key) => {
    const value = attribute(element, key);
    return value === '' ? '' : ` ${key}="${escapeHtml(value)}"`;
  });
  const number = isInline(element) ? '' : ` ${NUMBER}="${element.number}"`;
  const href = name === 'a' ? ' href="https://page.invalid/"' : '';
  return `<${name}${attributes.join('')}${number}${href}>${inside}</${name}>`;
}
