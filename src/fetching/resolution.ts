import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { type Bounds, forbidden, mayConnect } from './web-address.ts';

/** A host's name → all its addresses, as text; rejects as `node:dns` does. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** As this machine resolves names, its own table of hosts included. */
export const lookUp: Lookup = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/**
 * The addresses that a host stands for now, those of IPv4 first: a machine that only believes to have IPv6 would wait
 * for nothing. A connection is made to one of these and to nothing that the name may mean a moment later.
 *
 * A name that stands for public and inner addresses at once is refused, not searched for a good one.
 *
 * @param url as `readWebAddress` gave it.
 * @throws FetchError forbidden-address; what `lookup` rejects with.
 */
export async function resolve(url: URL, lookup: Lookup, bounds: Bounds): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookup(host) : [host];
  const inside = addresses.find((address) => !mayConnect(address, bounds));
  if (inside !== undefined)
    throw forbidden(url, `${host} stands for ${inside}, which is not on the public Internet`);
  if (addresses.length === 0)
    throw new FetchError('no-such-host', url, `no address is known for ${host}. Check the spelling.`);
  return addresses.toSorted((a, b) => isIP(a) - isIP(b));
}
