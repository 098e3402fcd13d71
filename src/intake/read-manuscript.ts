import { ParseError } from '../news/parse/masthead.ts';
import { whyOf } from './faults.ts';
import { feedLinkedFrom } from './feed-link.ts';
import type { Manuscript, Reading } from './manuscript.ts';
import { named } from './recognise.ts';

/** Reads what a stranger wrote. Never throws: a parser that fails on it makes it unreadable. */
export async function readManuscript({ format: name, id, ...contents }: Manuscript): Promise<Reading> {
  const format = named(name);
  try {
    if (format === undefined) throw new ParseError(`expected a known format, got “${name}”.`);
    if (format.holds === 'feed') {
      const read = await format.load();
      return { kind: 'feed', feed: await read(contents) };
    }
    const parse = await format.load();
    return { kind: 'article', article: await parse(id, contents) };
  } catch (error) {
    const feed = name === 'a web page' ? feedLinkedFrom(contents) : undefined;
    const code = error instanceof ParseError ? error.problem : undefined;
    return {
      kind: 'unreadable',
      ...(code !== undefined && { code }),
      why: whyOf(error),
      ...(feed !== undefined && { feed }),
    };
  }
}
