/** The first of the addresses that leads to a web page, absolute. */
export function webAddress(
  addresses: readonly (string | undefined)[],
  bases: readonly (string | undefined)[],
): string | undefined {
  const base = baseOf(bases);
  for (const address of addresses) {
    if (address === undefined || address.trim() === '') continue;
    const url = resolved(address.trim(), base);
    if (url !== undefined && /^https?:$/.test(url.protocol)) return url.href;
  }
  return undefined;
}

/** Each base is relative to the one before it, as `xml:base` is. */
const baseOf = (bases: readonly (string | undefined)[]): string | undefined =>
  bases.reduce<string | undefined>(
    (outer, inner) => (inner === undefined ? outer : (resolved(inner, outer)?.href ?? outer)),
    undefined,
  );

const resolved = (address: string, base: string | undefined): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined;
