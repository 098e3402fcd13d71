/**
 * The first address that can be an article's, absolute and without its fragment. A newspaper's front page is no
 * article's; an archive's copy is the page that it copies.
 *
 * @param own where the page was read.
 * @param base what its own addresses are relative to, where it says so.
 */
export function pageAddress(
  given: readonly (string | undefined)[],
  own: string | undefined,
  base: string | undefined,
): string | undefined {
  const near = own !== undefined && URL.canParse(own) ? own : undefined;
  const against = base !== undefined && URL.canParse(base, near) ? new URL(base, near).href : near;
  for (const one of [...given, own]) {
    const address = one?.replace(ARCHIVE, '');
    if (address === undefined || !URL.canParse(address, against)) continue;
    const url = new URL(address, against);
    if (!/^https?:$/.test(url.protocol) || (url.pathname === '/' && url.search === '' && one !== own))
      continue;
    url.hash = '';
    return url.href;
  }
  return undefined;
}

/** `https://web.archive.org/web/20310304081500/https://courier.example/elmo` */
const ARCHIVE = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(?=https?:\/)/i;
