import { wordsIn } from '../../words-in.ts';
import { isInline } from './inline.ts';
import { isProse } from './prose.ts';
import { type Element, isElement, oneLine } from './tree.ts';

/** How many words of sentences stand in each element, without links and what is left out. */
export function proseIn(page: Element, isLeftOut: (element: Element) => boolean): (box: Element) => number {
  // Running sums over the elements' numbers, since a box holds those from its own to its last.
  const sums = new Uint32Array(page.last + 2);
  let line = '';
  const close = (box: Element): void => {
    const text = oneLine(line);
    line = '';
    if (isProse(text)) sums[box.number + 1] = (sums[box.number + 1] ?? 0) + wordsIn(text);
  };
  const walk = (element: Element, box: Element): void => {
    for (const child of element.children) {
      if (!isElement(child)) line += child;
      else if (child.name === 'br') close(box);
      else if (child.name === 'a' || isLeftOut(child)) line += ' ';
      else if (isInline(child)) walk(child, box);
      else {
        close(box);
        walk(child, child);
        close(child);
      }
    }
  };
  walk(page, page);
  close(page);
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return (box) => (sums[box.last + 1] ?? 0) - (sums[box.number] ?? 0);
}
