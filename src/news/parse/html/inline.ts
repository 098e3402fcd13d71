import { attribute, type Element, textOf, wordsOf } from './tree.ts';

/** Text styles, and what stands in a line like a letter does. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q ruby rb rp rt s
  samp slot small span strike strong sub sup time tt u var wbr
  audio button canvas embed iframe img input link map meta meter noscript object param picture progress select source
  svg template track video`.split(/\s+/),
);

/** Whether an element runs on in its line. One that a newspaper makes up itself does, but for the blocks inside it. */
export const isInline = ({ name }: Element): boolean => INLINE.has(name) || name.includes('-');

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
