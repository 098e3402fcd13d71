import type { Contents } from '../news/parse/contents.ts';

/** Bytes of a page in which its `<link>`s stand. */
const HEAD = 200_000;

const LINK = /<link\b[^>]{1,2000}>/gi;
const IS_FEED = /\btype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)\b/i;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The first feed that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">`. */
export function feedLinkedFrom({ bytes, url }: Contents): string | undefined {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD));
  for (const [link] of head.matchAll(LINK)) {
    const [, double, single, bare] = (IS_FEED.test(link) && HREF.exec(link)) || [];
    const href = (double ?? single ?? bare)?.replaceAll('&amp;', '&').trim();
    if (href === undefined || !URL.canParse(href, url)) continue;
    const address = new URL(href, url);
    if (/^https?:$/.test(address.protocol)) return address.href;
  }
  return undefined;
}
