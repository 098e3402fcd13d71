import { buildTree, oneLine, textOf } from './tree.ts';

/** A value longer than this is no line of a masthead. In UTF-16 units. */
const LONGEST = 2000;

/**
 * What a page says about itself, as a reader would see it: entities that were escaped twice are read, tags are taken
 * out (`Ferry <em>sinks</em>`, `Tea &amp;amp; sympathy`).
 */
export function plain(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const marked = /&#?\w{1,31};|<\/?[a-z][^<>]*>/i.test(value);
  const text = marked ? textOf(buildTree(value)) : oneLine(value);
  return text === '' ? undefined : text;
}
