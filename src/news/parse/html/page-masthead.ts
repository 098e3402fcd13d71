import type { Masthead } from '../../article.ts';
import { readMasthead } from '../masthead.ts';
import { byline, isOfPerson } from './bylines.ts';
import { type Claims, firstClaim } from './claims.ts';
import { isoDate } from './dates.ts';
import type { Head } from './head.ts';
import { fromTitle, headlineIn } from './headlines.ts';
import { pageAddress } from './page-address.ts';
import { isSame } from './same.ts';
import type { Heading } from './visible.ts';

/** What a page says of its article, and where. */
export interface Told {
  readonly head: Head;
  /** In order of trust. */
  readonly claims: readonly Claims[];
  /** What is believed where nobody else says anything: it may be said of another story. */
  readonly lastly: readonly Claims[];
  readonly headings: readonly Heading[];
  /** Where it was read. */
  readonly address: string | undefined;
}

/** Of its authors somebody is believed before a desk, of its dates the more exact one of the same day. */
export function mastheadOf({ head, claims, lastly, headings, address }: Told): Partial<Masthead> {
  const told = claims.map(({ headline }) => headline).filter((headline) => headline !== undefined);
  const titled = fromTitle(head.title, firstClaim(claims, 'publisher'), [
    ...told,
    ...headings.map(({ text }) => text),
  ]);
  const all = [...claims, ...lastly, titled];
  const each = (field: keyof Masthead): readonly string[] =>
    all.map((claim) => claim[field]).filter((claim) => claim !== undefined);
  const publisher = each('publisher').find((name) => !isAddressed(name));
  const headline = headlineIn(told, titled.headline, headings, publisher);
  const bylinesOf = (some: readonly Claims[]): readonly string[] =>
    some
      .map((claim) => byline([claim.byline ?? '']))
      .filter((names) => names !== undefined)
      .filter((names) => !isSame(names, publisher));
  const dates = each('published')
    .map(isoDate)
    .filter((date) => date !== undefined);
  return readMasthead({
    headline,
    standfirst: each('standfirst').find((text) => !isSame(text, headline)),
    byline: bylinesOf(claims).find(isOfPerson) ?? bylinesOf(all)[0],
    publisher,
    published: dates.find((date) => date.startsWith(`${dates[0]}T`)) ?? dates[0],
    url: pageAddress([head.canonical, ...each('url')], address, head.base),
  });
}

const isAddressed = (name: string): boolean => /^(?:https?:|www\.|@)/i.test(name);
