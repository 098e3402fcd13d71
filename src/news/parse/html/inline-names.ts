/** Text styles, and what stands in a line like a letter does. */
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q ruby rb rp rt s
  samp slot small span strike strong sub sup time tt u var wbr
  audio button canvas embed iframe img input link map meta meter noscript object param picture progress select source
  svg template track video`.split(/\s+/),
);

/** Whether an element runs on in its line. One that a newspaper makes up itself does, but for the blocks inside it. */
export const isInlineName = (name: string): boolean => INLINE.has(name) || name.includes('-');
