import { type Element, holds } from './tree.ts';

/** The element that something is laid out in, and those around that. */
export interface Place {
  readonly element: Element;
  readonly around: Place | undefined;
}

/** The nearest element around a place of which something holds. */
export function around(place: Place, is: (element: Element) => boolean): Element | undefined {
  for (let at: Place | undefined = place; at !== undefined; at = at.around)
    if (is(at.element)) return at.element;
  return undefined;
}

/** The outermost box around a place, inside the story's own, of which something holds as of all inside it. */
export function largest(
  place: Place,
  container: Element,
  is: (box: Element) => boolean,
): Element | undefined {
  let found: Element | undefined;
  for (
    let at: Place | undefined = place;
    at !== undefined && !holds(at.element, container.number);
    at = at.around
  ) {
    if (!is(at.element)) return found;
    found = at.element;
  }
  return found;
}

export const isWithin = (place: Place, box: Element): boolean => holds(box, place.element.number);

/** Whether this is a line of a list or a table of figures: short, no sentence, and the story's nevertheless. */
export const isItem = ({ place }: { readonly place: Place }): boolean =>
  place.element.name === 'table' || around(place, ({ name }) => /^(?:li|dl)$/.test(name)) !== undefined;
