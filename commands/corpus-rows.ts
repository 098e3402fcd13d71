import { isObstacle, type Refused } from '../src/librarian.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { ListBlock, ListItem } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';

/** Rows that belong together: "17 new". */
export interface Group {
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** Rows of a group; the others are counted. */
const MOST_ROWS = 15;
/** Letters of all rows together: people decide on what they see at once, and a message of Discord's holds 4,000. */
const ROOM = 2_800;
/** Beyond that many rows, addresses are left out. */
const MOST_LINKED = 5;

/** Groups as lists, those without rows left out. Where there is too little room, the short ones are shown whole. */
export function grouped(groups: readonly Group[], words: Words): readonly ListBlock[] {
  const filled = groups
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({ title, items: items.map(short) }));
  const isLong = filled.reduce((sum, { items }) => sum + items.length, 0) > MOST_LINKED;
  const rows = isLong ? filled.map((group) => ({ ...group, items: group.items.map(unlinked) })) : filled;
  let room = ROOM;
  let waiting = rows.length;
  const shares = new Map<Group, number>();
  for (const group of rows.toSorted((one, other) => lengthOf(one.items) - lengthOf(other.items))) {
    const share = Math.min(lengthOf(group.items), Math.floor(room / waiting));
    shares.set(group, share);
    room -= share;
    waiting -= 1;
  }
  return rows.map((group) => ({
    kind: 'list',
    title: group.title,
    items: fitting(group.items, shares.get(group) ?? 0, words),
  }));
}

const lengthOf = (items: readonly ListItem[]): number =>
  items.reduce((sum, { text, detail = '', url = '' }) => sum + text.length + detail.length + url.length, 0);

const unlinked = ({ url: _, ...item }: ListItem): ListItem => item;

/** At least the first. */
function fitting(items: readonly ListItem[], room: number, { around }: Words): readonly ListItem[] {
  let count = 1;
  while (count < Math.min(items.length, MOST_ROWS) && lengthOf(items.slice(0, count + 1)) <= room) count += 1;
  const more = items.length - count;
  return more === 0 ? items : [...items.slice(0, count), { text: around.andMore(more) }];
}

/** A headline in a list is a pointer: it may be shortened, and shows that it was. In UTF-16 units. */
const LONGEST = 200;

const short = ({ text, ...rest }: ListItem): ListItem => ({ text: clipped(text, LONGEST), ...rest });

const clipped = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;

/** Of those that were refused for one reason, so many are named. */
const MOST_NAMED = 3;
const LONGEST_NAME = 55;

/** A row for each reason. @param nameOf what was refused, where there is a better name than its reference. */
export function refusals(
  refused: readonly Refused[],
  words: Words,
  nameOf: (one: Refused) => string = ({ reference }) => reference,
): readonly ListItem[] {
  const byReason = new Map<string, readonly Refused[]>();
  for (const one of refused) {
    const reason = reasonOf(one, words);
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return [...byReason].map(([reason, alike]) => {
    const longest = alike.length === 1 ? LONGEST : LONGEST_NAME;
    const names = alike.slice(0, MOST_NAMED).map((one) => clipped(nameOf(one), longest));
    const more = alike.length - names.length;
    const counted = more === 0 ? '' : ` ${words.around.andMore(more)}`;
    return { text: `${names.join(', ')}${counted}`, detail: reason };
  });
}

/** Why, and what to do about it. */
export function reasonOf({ code, why }: Refused, { corpus }: Words): string {
  const reason = corpus.reason(code, why);
  return isObstacle(code) ? `${reason} ${corpus.removeFirst}` : reason;
}

/** Where the article is known that was to be renewed, it says more than an address. */
export const renamed =
  (newsroom: Newsroom) =>
  ({ keeps, reference }: Refused): string =>
    (keeps === undefined ? undefined : newsroom.article(keeps)?.headline) ?? reference;
