import { isNewspaper } from '../newspapers.ts';
import type { Claims } from './claims.ts';
import { isSame } from './same.ts';
import type { Heading } from './visible.ts';

/**
 * The headline of a page: a heading that is told of elsewhere too; else what is told of it first; else its first
 * heading of the first level. A heading that stands for itself may be a section's or a notice's, and what is told may
 * be worded for search engines.
 *
 * @param told in order of trust.
 * @param title of the window, which is told last.
 * @param headings larger before smaller.
 */
export function headlineIn(
  told: readonly string[],
  title: string | undefined,
  headings: readonly Heading[],
  publisher: string | undefined,
): string | undefined {
  const isOfPage = (text: string): boolean => text !== '' && !isSame(text, publisher);
  const bare = told.map((one) => withoutPublisher(one, publisher)).filter(isOfPage);
  const known = [...bare, title];
  const seen = headings.find(({ text }) => isOfPage(text) && known.some((one) => isSame(one, text)));
  if (seen !== undefined) return known.find((one) => isSame(one, seen.text));
  return bare[0] ?? headings.find(({ level, text }) => level === 1 && isOfPage(text))?.text ?? title;
}

const LAST_PART = /^(.+?)\s+[|»·–—-]\s+([^|»·]+)$/;
/** "Ferry sinks | News": what stands before a newspaper's name. */
const SECTION = /\s+[|»·]\s+(?:[^\s|»·]+\s?){1,3}$/;

function withoutPublisher(headline: string, publisher: string | undefined): string {
  const [, title, last] = LAST_PART.exec(headline) ?? [];
  if (title === undefined || !isSame(last, publisher)) return headline;
  return title.replace(SECTION, '');
}

/** "Ferry sinks | The Courier" says both, and so does "Ferry sinks - The Courier" where either is known. */
export function fromTitle(
  title: string | undefined,
  publisher: string | undefined,
  known: readonly string[],
): Claims {
  if (title === undefined) return {};
  const turned = headlineLast(title, publisher, known);
  if (turned !== undefined) return turned;
  const [, headline, last] = /^(.+)\s+[|»·–—-]\s+([^|»·]{2,60})$/.exec(title) ?? [];
  if (headline === undefined || last === undefined) return { headline: title };
  const isKnown = isSame(last, publisher) || known.some((one) => isSame(one, headline));
  const isBarred = /[|»·]\s+[^|»·]+$/.test(title) && last.split(' ').length <= 5;
  return isKnown || isBarred ? { headline, publisher: last } : { headline: title };
}

/**
 * "The Courier | Ferry sinks", "Opinion | Ferry sinks", "The Courier: Ferry sinks", where the headline is known: what
 * stands before it is a newspaper's name if it is known as such, or has a heading of its own.
 */
function headlineLast(
  title: string,
  publisher: string | undefined,
  known: readonly string[],
): Claims | undefined {
  const [, first, mark, headline] = /^([^|»·:]{2,60}?)(\s+[|»·–—-]|:)\s+(.+)$/.exec(title) ?? [];
  if (first === undefined || headline === undefined) return undefined;
  const isKnown = (text: string): boolean => known.some((one) => isSame(one, text));
  const isPublisher = isSame(first, publisher) || isNewspaper(first) || (mark === ':' && isKnown(first));
  if (!isKnown(headline) || headline.split(' ').length < first.split(' ').length) return undefined;
  if (isPublisher) return { headline, publisher: first };
  return isKnown(first) ? undefined : { headline };
}
