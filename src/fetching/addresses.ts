import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** All that is handed out for the public Internet (RFC 4291, section 2.4); the rest of IPv6 is for other ends. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/** Inside it an IPv4 address in its last 32 bits is what is reached (RFC 6052): the way out of a network without IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** Azure's agent of the host machine: looks public, answers only inside. */
const WIRE_SERVER = '168.63.129.16';

/**
 * Whether an address belongs to the public Internet, where anybody may ask anything.
 *
 * Not public: what is private, loopback, link-local (where clouds keep their credentials), shared (100.64/10),
 * multicast, reserved, for documentation or measurements; and every IPv6 address with an IPv4 address in it (mapped,
 * compatible, 6to4, Teredo, ISATAP) except behind NAT64, where the IPv4 address decides.
 *
 * @param address as a resolver gives it: `192.0.2.1`, `2001:db8::1`. Anything else is not public.
 */
export function isPublic(address: string): boolean {
  const parsed = parse(address);
  if (parsed === undefined) return false;
  if (isIPv4(parsed)) return isPublicIPv4(parsed);
  if (parsed.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === 'unicast' && !isIsatap(parsed);
}

/** `127.0.0.0/8` and `::1`, nothing that stands for them. */
export const isLoopback = (address: string): boolean => parse(address)?.range() === 'loopback';

const isPublicIPv4 = (address: ipaddr.IPv4): boolean =>
  address.range() === 'unicast' && address.toString() !== WIRE_SERVER;

/** `…:0:5efe:a.b.c.d` or `…:200:5efe:a.b.c.d` in whatever network (RFC 5214, section 6.1). */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean =>
  parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);

/** Node is the stricter reader of the two: to ipaddr.js, `0177.1` is an address. A zone (`%eth0`) is never public. */
const parse = (address: string): Address | undefined =>
  isIP(address) === 0 || address.includes('%') ? undefined : ipaddr.parse(address);

const isIPv4 = (address: Address): address is ipaddr.IPv4 => address.kind() === 'ipv4';
