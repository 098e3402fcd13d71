/** Characters of a file name without its ending. */
const LONGEST = 60;

/** Letters that do not come apart into one of ASCII and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin|conout|clock|(?:com|lpt)\d)$/;

/**
 * A file name, without an ending, for a headline: small letters, digits and single hyphens of ASCII, 1 to 60 of them,
 * beginning and ending in a letter or a digit. Nothing in a headline can make it lead anywhere else.
 *
 * "Zełenski’s “Non” – Kyiv waits" → `zelenskis-non-kyiv-waits`
 */
export function slugOf(headline: string): string {
  const ascii = headline
    .slice(0, 4 * LONGEST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .replace(/[^\x00-\x7f]/g, (letter) => LETTERS[letter] ?? '-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const slug = cut(ascii, LONGEST);
  if (slug === '') return 'article';
  return DEVICE.test(slug) || slug.startsWith('readme') ? `article-${cut(slug, LONGEST - 8)}` : slug;
}

/** The slug, or the slug with the beginning of the article's digest, or with a number too: the first that is free. */
export function* namesFor(headline: string, digest: string): Generator<string> {
  const slug = slugOf(headline);
  const suffix = digest.slice(0, 6);
  yield slug;
  for (let count = 1; ; count++) {
    const end = count === 1 ? `-${suffix}` : `-${suffix}-${count}`;
    yield `${cut(slug, LONGEST - end.length)}${end}`;
  }
}

/** At the end of a word where there is one in the second half. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const whole = slug.slice(0, longest + 1);
  const end = whole.lastIndexOf('-');
  return slug.slice(0, end > longest / 2 ? end : longest).replace(/-+$/, '');
}
