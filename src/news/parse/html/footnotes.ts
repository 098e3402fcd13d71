import { isInline } from './inline.ts';
import { namesOf } from './names.ts';
import { descendants, type Element, textOf } from './tree.ts';

/** The number of a note holds a link and little else. */
const MOST_ELEMENTS = 8;

/** "1", "1, 2", "[3]", "*", "a". */
const MARK = /^(?:[\d*†‡§,;\s–-]{1,12}|\[[a-z\d ]{1,9}\]|[a-z])$/i;

/** "[3]" stands for a note wherever it is all that is set apart. */
const BRACKETED = /^\[\d{1,3}\]$/;

/** What leads from a note back to the text, and from a heading to itself. */
const SIGN = /^(?:[↩↑⤴⏎][\uFE0E\uFE0F]?|[#¶§🔗])$/u;

const NAMED = /\b(?:foot ?notes?|end ?notes?|fn(?: ?ref)?|note ?ref)\b/;

/**
 * The number of a note, which is no word of the sentence: `tonnes<sup><a href="#note-1">1</a></sup>`. A square metre
 * and "section <a href="#2">2</a>" have numbers too, with no link or not set close.
 *
 * @param before the letter that stands before it
 */
export function isFootnote(element: Element, before: string): boolean {
  if (!isInline(element) || element.last - element.number > MOST_ELEMENTS) return false;
  const text = textOf(element, 20);
  if (BRACKETED.test(text) || (element.name === 'a' && SIGN.test(text))) return true;
  if (!MARK.test(text)) return false;
  const all = [element, ...descendants(element)];
  const links = all.filter(({ name, attributes }) => name === 'a' && attributes.has('href'));
  const isRaised = all.some(({ name }) => name === 'sup');
  if (all.some((one) => namesOf(one).some((name) => NAMED.test(name)))) return links.length > 0 || isRaised;
  if (isRaised) return links.length > 0;
  return /\S/.test(before) && links.some(({ attributes }) => attributes.get('href')?.startsWith('#'));
}
