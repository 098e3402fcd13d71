/** What trackers and newsletters add to an address, and what asks for the same article laid out for a phone. */
const ADDED =
  /^(?:utm_.*|mc_[ce]id|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mkt_tok|_ga|_gl|ref_src|ref_url|cmpid|ocid|smid|sref|ns_(?:campaign|mchannel|source|linkname|fee)|at_(?:campaign|medium|link_.*|format|bbc_team|ptr_name)|xtor|cmp|ito|emc|ftag|rss|traffic_source|amp|outputtype|share|shared?_from|__twitter_impression)$/i;

/** `?partner=rss`, `?mod=rss_markets`, `?source=rss----7f`: through which feed a reader came. */
const FROM_FEED = /^rss(?![a-z\d])/i;

const isAdded = (name: string, value: string): boolean => ADDED.test(name) || FROM_FEED.test(value);

/** "www.", and the hosts that newspapers keep for phones: the same paper. */
const SAME_PAPER = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;

/**
 * A key for the article that an address leads to. Two spellings of one address give one key:
 * `http://www.Courier.example:80/a/?utm_source=x#top` and `https://courier.example/a` are the same article.
 *
 * The key is compared, never opened or shown: some servers do not answer under it. Scheme, "www.", "m." and the
 * like are left out of account because a newspaper does not publish two articles that differ in nothing else; where
 * one did, the later would be taken for a new version of the earlier. The order of the parameters is left out of
 * account for the same reason; their values and the case of the path are not.
 *
 * @returns undefined for what is no http(s) address, or one of more than 4,096 characters.
 */
export function canonicalUrl(address: string): string | undefined {
  const url = webAddress(address);
  if (url === undefined) return undefined;
  const parameters = [...url.searchParams].filter(([name, value]) => !isAdded(name, value));
  parameters.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const host = url.hostname.replace(/\.$/, '').replace(SAME_PAPER, '');
  return `https://${host}${port}${pathOf(url)}${query === '' ? '' : `?${query}`}`;
}

/** An address as it is shown and opened: what trackers added is left out, and nothing else is written otherwise. */
export function withoutTrackers(address: string): string {
  const url = webAddress(address);
  if (url === undefined) return address;
  const query = url.search.slice(1).split('&');
  const kept = query.filter(
    (pair) => ![...new URLSearchParams(pair)].some(([name, value]) => isAdded(name, value)),
  );
  if (kept.length === query.length) return address;
  url.search = kept.join('&');
  return url.href;
}

/** `%7Euser` and `~user` are one path; a path ends where its last name does. */
function pathOf({ pathname }: URL): string {
  const path = pathname
    .replace(/%[0-9a-f]{2}/gi, (written) => {
      const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : written.toUpperCase();
    })
    .replace(/\/+$/, '');
  return path.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '');
}

/** Whether an address names a newspaper and no article of it: its front page. */
export function isFrontPage(address: string): boolean {
  const url = webAddress(address);
  return url !== undefined && pathOf(url) === '' && url.search === '';
}

/** Characters. No newspaper's are longer; a hostile one could take minutes to compare. */
const LONGEST = 4_096;

/** undefined for what is no http(s) address, or one of more than 4,096 characters. */
export function webAddress(address: string): URL | undefined {
  if (address.length > LONGEST || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
}
