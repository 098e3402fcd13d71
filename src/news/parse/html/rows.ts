import { isFootnote } from './footnotes.ts';
import type { Furniture } from './furniture.ts';
import { isInline } from './inline.ts';
import { attribute, descendants, type Element, elementsIn, isElement, oneLine, textOf } from './tree.ts';

/** More than this is a paragraph, in UTF-16 units. */
const LONGEST_CELL = 240;

/**
 * Whether a table sets out figures: at least two rows of several short cells, with nothing laid out inside them. One
 * that only lays out a page is read as its boxes.
 */
export function isOfFigures(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return false;
  let rows = 0;
  for (const element of descendants(table)) {
    if (/^(?:table|h[1-6]|blockquote|article|form|figure)$/.test(element.name)) return false;
    if (element.name === 'tr' && cellsOf(element).length > 1) rows++;
    if (/^t[dh]$/.test(element.name) && textOf(element, LONGEST_CELL * 2).length > LONGEST_CELL) return false;
  }
  return rows > 1;
}

/** A row is a paragraph: "Amberley, 2,100 crates, 12%". */
export const rowsOf = (table: Element, furniture: Furniture): readonly string[] =>
  [...descendants(table)]
    .filter((row) => row.name === 'tr' && !furniture.is(row))
    .map((row) =>
      cellsOf(row)
        .filter((cell) => !furniture.is(cell))
        .map((cell) => oneLine(cellText(cell, furniture)))
        .filter((text) => text !== '')
        .join(', '),
    );

const cellsOf = (row: Element): readonly Element[] =>
  elementsIn(row).filter(({ name }) => /^t[dh]$/.test(name));

const cellText = (cell: Element, furniture: Furniture): string =>
  cell.children
    .map((child) => {
      if (!isElement(child)) return child;
      if (furniture.is(child) || isFootnote(child, '')) return '';
      return isInline(child) ? cellText(child, furniture) : ` ${cellText(child, furniture)} `;
    })
    .join('');
