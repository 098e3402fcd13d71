import { type Element, holdsSome } from './tree.ts';

/** Text styles, and what stands in a line like a letter does. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q ruby rb rp rt s
  samp slot small span strike strong sub sup time tt u var wbr
  audio button canvas embed iframe img input link map meta meter noscript object param picture progress select source
  svg template track video`.split(/\s+/),
);

/** Whether an element runs on in its line. One that a newspaper makes up itself does, but for the blocks inside it. */
export const isInline = ({ name }: Element): boolean => INLINE.has(name) || name.includes('-');

/** The number of a note holds a link and little else. */
const MOST_ELEMENTS_OF_A_NUMBER = 8;

/** `tonnes<sup><a href="#note-1">1</a></sup>`. */
export const isFootnote = (element: Element): boolean =>
  element.name === 'sup' &&
  element.last - element.number <= MOST_ELEMENTS_OF_A_NUMBER &&
  holdsSome(
    element,
    ({ name, attributes }) => name === 'a' && attributes.get('href')?.startsWith('#') === true,
  );
