import { descendants, type Element } from './tree.ts';

const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|math|nobr|output|q|ruby|rb|s|samp|slot|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

/** Whether an element runs on in its line. One that a newspaper makes up itself does, but for the blocks inside it. */
export const isInline = ({ name }: Element): boolean => INLINE.test(name) || name.includes('-');

/** `tonnes<sup><a href="#note-1">1</a></sup>`. */
export const isFootnote = (element: Element): boolean =>
  element.name === 'sup' &&
  [...descendants(element)].some(
    ({ name, attributes }) => name === 'a' && attributes.get('href')?.startsWith('#'),
  );
