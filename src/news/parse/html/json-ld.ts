/** What a script of linked data (JSON-LD) describes: a page, an article, a person. */
export type Thing = Readonly<Record<string, unknown>>;

const MOST_SCRIPTS = 20;
const MOST_THINGS = 2000;
const DEEPEST = 12;

/** Everything that scripts describe, nearer the top before deeper; broken scripts are left out. */
export const thingsOf = (
  scripts: readonly string[],
  isLeftOut?: (thing: Thing, name: string) => boolean,
): readonly Thing[] => scripts.slice(0, MOST_SCRIPTS).flatMap((script) => thingsIn(parse(script), isLeftOut));

/** Breadth first. @param isLeftOut of a thing what stands under this name is not described. */
function thingsIn(
  value: unknown,
  isLeftOut: (thing: Thing, name: string) => boolean = () => false,
): readonly Thing[] {
  const found: Thing[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const things = level.flatMap((one) => (Array.isArray(one) ? one.flat(2) : [one])).filter(isThing);
    found.push(...things.slice(0, MOST_THINGS - found.length));
    level = found.length < MOST_THINGS ? things.flatMap((thing) => partsOf(thing, isLeftOut)) : [];
  }
  return found;
}

const partsOf = (thing: Thing, isLeftOut: (thing: Thing, name: string) => boolean): readonly unknown[] =>
  Object.entries(thing)
    .filter(([name]) => !isLeftOut(thing, name))
    .map(([, value]) => value);

/** As it stands; or without comments, CDATA, raw line ends and commas too many; or not at all. */
function parse(script: string): unknown {
  const bare = script
    .replaceAll('<!--', '')
    .replaceAll('-->', '')
    .replace(/[/*]{0,4}\s{0,9}<!\[CDATA\[\s*(?:\*\/)?|(?:\/\/|\/\*)?\s{0,9}\]\]>\s{0,9}(?:\*\/)?/g, '')
    .replace(/[\0-\x1F]/g, ' ')
    .replace(/,(?=\s{0,99}[}\]])/g, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [
    script,
    bare,
    bare.startsWith('{&quot;') ? bare.replaceAll('&quot;', '"') : undefined,
  ]) {
    try {
      if (attempt !== undefined) return JSON.parse(attempt);
    } catch {
      // Falls through: mended, it may be readable; otherwise the page has other signs.
    }
  }
  return undefined;
}

/** Its types, without the address of their vocabulary. */
export const typesOf = (thing: Thing): readonly string[] =>
  listOf(thing['@type']).map((type) => String(type).replace(/^https?:\/\/schema\.org\//, ''));

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : [value].flat(2);

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
