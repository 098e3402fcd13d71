import { isNewspaper } from '../newspapers.ts';

/** More names than this are a list of staff. */
const MOST_NAMES = 12;

/** Names as a page gives them → "Ada Quill, Bo Lund and Cy Marsh"; undefined where nobody is named. */
export function byline(names: readonly string[]): string | undefined {
  const each = [...new Set(names.map(nameOf).filter((name) => name !== undefined))].slice(0, MOST_NAMES);
  const last = each.at(-1);
  if (last === undefined) return undefined;
  return each.length === 1 ? last : `${each.slice(0, -1).join(', ')} and ${last}`;
}

/** What a content management system calls whoever typed a story in. */
const ACCOUNT =
  /^(?:undefined|null|(?:web ?)?admin(?:istrator)?|super ?user|webmaster|root|staff|guest|unknown|anonymous)$/i;

/** "By Ada Quill, harbour correspondent" → "Ada Quill, harbour correspondent"; an address or `@ada` is no name. */
function nameOf(given: string): string | undefined {
  const name = given
    .replace(/^[Aa]uthors?\b:?\s+(?=\p{Lu})/u, '')
    .replace(/^(?:(?:written|reported|posted) )?by\b:?\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, '')
    .replace(/\s+/g, ' ');
  if (!/\p{L}/u.test(name) || /^(?:https?:|www\.|\/)|^@|^\S+@\S+$/i.test(name)) return undefined;
  return ACCOUNT.test(name) || name.length > 160 ? undefined : name;
}

const OF_MANY =
  /\b(?:staff|news|newsroom|news ?desk|desk|team|agency|agencies|editors?|editorial|press|media|reporters?|correspondents?|contributors?|online|service|user)\b/i;

/** Whether a byline names somebody: not "RTÉ News", "Courier staff", "newsdesk". */
export function isOfPerson(written: string): boolean {
  const [first = ''] = written.split(/,| and /);
  return /^[\p{Lu}\p{Lo}]\S* \S/u.test(first) && !OF_MANY.test(first) && !isNewspaper(first);
}
