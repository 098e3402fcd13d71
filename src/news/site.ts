import { getDomain } from 'tldts';
import { webAddress } from './canonical-url.ts';

/** What newspapers put before their names for phones, feeds and editions. */
const DEPARTMENT = /^(?:www\d?|m|mobile|amp|feeds?|rss|edition|news)\./;
const FRONT_DOOR = /^www\d?\./;

/**
 * Whether one newspaper is at both addresses, so that what is said at `source` can be believed of `address`: equal
 * hosts, but for what newspapers put before their names for feeds and phones, or a host of the source's own.
 * `feeds.courier.example` speaks for `www.courier.example`, and `courier.example` for `sport.courier.example`, which
 * does not speak for it: many let anybody have a name below theirs. Of hosts that the Public Suffix List
 * (publicsuffix.org) has as such, no two names are ever one newspaper.
 */
export function speaksFor(source: string, address: string): boolean {
  const [speaker, subject] = [hostOf(source), hostOf(address)];
  if (speaker === undefined || subject === undefined) return false;
  if (speaker === subject) return true;
  const site = siteOf(speaker);
  if (site === null || site !== siteOf(subject)) return false;
  const without = (part: RegExp, host: string): string => (host === site ? host : host.replace(part, ''));
  return (
    without(DEPARTMENT, speaker) === without(DEPARTMENT, subject) ||
    subject.endsWith(`.${without(FRONT_DOOR, speaker)}`)
  );
}

/** `www.courier.co.uk` → `courier.co.uk`; null of a number, and of what others have their names below. */
const siteOf = (host: string): string | null => getDomain(host, { allowPrivateDomains: true });

const hostOf = (address: string): string | undefined => webAddress(address)?.hostname.replace(/\.$/, '');
