import type { Masthead } from '../../article.ts';
import { readMasthead } from '../masthead.ts';
import { byline } from './bylines.ts';
import { type Claims, firstClaim } from './claims.ts';
import { isoDate } from './dates.ts';
import type { Head } from './head.ts';

/** What a page says of its article, in order of trust; its title and its own address last. */
export function mastheadOf(
  head: Head,
  claims: readonly Claims[],
  address: string | undefined,
): Partial<Masthead> {
  const titled = fromTitle(
    head.title,
    firstClaim(claims, 'publisher'),
    claims.map(({ headline }) => headline),
  );
  const all = [...claims, titled];
  const publisher = all
    .map((claim) => claim.publisher)
    .find((name) => name !== undefined && !isAddressed(name));
  const headline = all
    .map((claim) => claim.headline && withoutPublisher(claim.headline, publisher))
    .find((title) => title !== undefined && title !== '' && !same(title, publisher));
  const names = all
    .map((claim) => claim.byline && byline([claim.byline]))
    .find((name) => name && !same(name, publisher));
  const standfirst = all
    .map((claim) => claim.standfirst)
    .find((text) => text !== undefined && !same(text, headline));
  const published = all.map((claim) => claim.published && isoDate(claim.published)).find((date) => date);
  const url = addressOf([head.canonical, ...all.map((claim) => claim.url)], address);
  return readMasthead({ headline, standfirst, byline: names, publisher, published, url });
}

/** "Ferry sinks | The Courier" says both, and so does "Ferry sinks - The Courier" where either is known. */
function fromTitle(
  title: string | undefined,
  publisher: string | undefined,
  headlines: readonly (string | undefined)[],
): Claims {
  if (title === undefined) return {};
  const [, headline, last] = /^(.+)\s+[|»·–—-]\s+([^|»·]{2,60})$/.exec(title) ?? [];
  if (headline === undefined || last === undefined) return { headline: title };
  const isKnown = same(last, publisher) || headlines.some((one) => same(one, headline));
  const isBarred = /[|»·]\s+[^|»·]+$/.test(title) && last.split(' ').length <= 5;
  return isKnown || isBarred ? { headline, publisher: last } : { headline: title };
}

function withoutPublisher(headline: string, publisher: string | undefined): string {
  const [, title, last] = /^(.+?)\s+[|»·–—-]\s+([^|»·]+)$/.exec(headline) ?? [];
  const ending =
    publisher !== undefined && last !== undefined && title !== undefined && same(last, publisher);
  return ending ? title : headline;
}

/** The first address that can be one, absolute and without its fragment. A newspaper's front page is no article's. */
function addressOf(given: readonly (string | undefined)[], address: string | undefined): string | undefined {
  const own = address !== undefined && URL.canParse(address) ? address : undefined;
  for (const one of [...given, address]) {
    if (one === undefined || !URL.canParse(one, own)) continue;
    const url = new URL(one, own);
    if (!/^https?:$/.test(url.protocol) || (url.pathname === '/' && url.search === '' && one !== address))
      continue;
    url.hash = '';
    return url.href;
  }
  return undefined;
}

const isAddressed = (name: string): boolean => /^(?:https?:|www\.|@)/i.test(name);

const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
