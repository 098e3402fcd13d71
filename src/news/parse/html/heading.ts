import { attribute, type Element, textOf } from './tree.ts';

/** More is no heading, but a page whose heading is never closed. Text in UTF-16 units. */
const MOST_ELEMENTS = 60;
const LONGEST = 500;

/** 1 to 6 of a heading, by its tag or by its role; 0 of anything else. */
export function levelOf(element: Element): number {
  const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? declaredLevel(element));
  if (level === 0 || element.last - element.number > MOST_ELEMENTS) return 0;
  return textOf(element, LONGEST).length < LONGEST ? level : 0;
}

function declaredLevel(element: Element): string {
  if (attribute(element, 'role').toLowerCase() !== 'heading') return '0';
  return /^[1-6]$/.exec(attribute(element, 'aria-level'))?.[0] ?? '2';
}
