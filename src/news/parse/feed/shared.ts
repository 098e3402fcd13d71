import { canonicalUrl } from '../../canonical-url.ts';
import type { FeedEntry } from '../feed.ts';

interface Announcements {
  readonly headlines: Set<string | undefined>;
  readonly names: Set<string>;
}

/**
 * Marks what has its address with others of the feed: the posts of a live blog, the notes on one page. Told by
 * headlines that differ, and names or fragments; who announces an article twice gives it one of them again.
 */
export function withShared(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const announced = new Map<string, Announcements>();
  const at = ({ url = '' }: FeedEntry): Announcements => {
    const key = canonicalUrl(url) ?? '';
    const there = announced.get(key) ?? { headlines: new Set(), names: new Set() };
    announced.set(key, there);
    return there;
  };
  for (const entry of entries) {
    at(entry).headlines.add(entry.headline);
    at(entry).names.add(`${entry.id ?? ''} ${/#.*/.exec(entry.url ?? '')?.[0] ?? ''}`);
  }
  return entries.map((entry) => {
    const { headlines, names } = at(entry);
    return entry.url !== undefined && headlines.size > 1 && names.size > 1
      ? { ...entry, isShared: true }
      : entry;
  });
}
