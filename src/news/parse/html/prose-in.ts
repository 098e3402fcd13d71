import { wordsIn } from '../../words-in.ts';
import { isInline } from './inline.ts';
import { isProse } from './prose.ts';
import { sumsOver } from './sums.ts';
import { type Element, isElement, oneLine } from './tree.ts';

/** How many words of sentences stand in each element, without links and what is left out. */
export function proseIn(page: Element, isLeftOut: (element: Element) => boolean): (box: Element) => number {
  const found: [Element, number][] = [];
  let line = '';
  const close = (box: Element): void => {
    const text = oneLine(line);
    line = '';
    if (isProse(text)) found.push([box, wordsIn(text)]);
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
  return sumsOver(page, found);
}
