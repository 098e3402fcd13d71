import { isInlineName } from './inline-names.ts';
import { attribute, type Element, textOf, wordsOf } from './tree.ts';

export const isInline = ({ name }: Element): boolean => isInlineName(name);

/** A capital that is drawn for eyes may stand again for ears: `<b aria-hidden="true">T</b><b class="sr-only">The</b>`. */
export function isSpokenTwin(element: Element, before: Element | string | undefined): boolean {
  if (before === undefined || typeof before === 'string' || attribute(before, 'aria-hidden') !== 'true')
    return false;
  const twin = textOf(before, 100);
  return (
    wordsOf(element, 'class').length > 0 &&
    attribute(element, 'aria-hidden') !== 'true' &&
    twin !== '' &&
    textOf(element, 100).startsWith(twin)
  );
}
