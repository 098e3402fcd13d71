import { byline } from './bylines.ts';
import type { Claims } from './claims.ts';
import { plain } from './plain.ts';

type Thing = Readonly<Record<string, unknown>>;

/** What a page says of its article for search engines (schema.org, as JSON-LD). */
export interface LinkedArticle extends Claims {
  /** The whole text, where it is given. */
  readonly body?: string;
  /** False: behind a paywall, at least in part. */
  readonly free?: boolean;
  /** How many words the whole article has. */
  readonly words?: number;
}

const ARTICLE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;
const MOST_SCRIPTS = 20;
const MOST_THINGS = 2000;
const MOST_NAMES = 50;
const DEEPEST = 12;

/** The article that is told of first, nearer the top before deeper; undefined where none is. Broken scripts are left out. */
export function readLinkedData(scripts: readonly string[]): LinkedArticle | undefined {
  const things = scripts.slice(0, MOST_SCRIPTS).flatMap((script) => thingsIn(parse(script)));
  const article = things.find(
    (thing) =>
      typesOf(thing).some((type) => ARTICLE.test(type)) && plain(thing.headline ?? thing.name) !== undefined,
  );
  return article === undefined ? undefined : readArticle(article, (value) => resolve(value, things));
}

function readArticle(article: Thing, resolved: (value: unknown) => unknown): LinkedArticle {
  const { headline, name, description, datePublished, dateCreated, articleBody, wordCount } = article;
  const page = article.mainEntityOfPage;
  const free = article.isAccessibleForFree;
  const words = Number(wordCount);
  return defined({
    headline: plain(headline) ?? plain(name),
    standfirst: plain(description) ?? plain(article.abstract),
    byline: byline(namesOf(article.author ?? article.creator, resolved)),
    publisher: namesOf(article.publisher ?? article.sourceOrganization, resolved)[0],
    published: plain(datePublished) ?? plain(dateCreated),
    url: [page, isThing(page) ? (page['@id'] ?? page.url) : undefined, article.url]
      .map(plain)
      .find((url) => url !== undefined),
    body: typeof articleBody === 'string' ? articleBody : undefined,
    free: free === undefined ? undefined : !/^(?:false|0)$/i.test(String(free).trim()),
    words: words > 0 ? words : undefined,
  });
}

/** `"Ada"`, `{"name": "Ada"}`, `{"@id": "#ada"}`, or a list of them. */
function namesOf(value: unknown, resolved: (value: unknown) => unknown): readonly string[] {
  return listOf(value)
    .slice(0, MOST_NAMES)
    .flatMap((one) => {
      const thing = resolved(one);
      const names = isThing(thing) ? listOf(thing.name ?? thing.legalName) : [thing];
      return names.map(plain).filter((name) => name !== undefined);
    });
}

function resolve(value: unknown, things: readonly Thing[]): unknown {
  if (!isThing(value) || value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return things.find((thing) => thing['@id'] === value['@id'] && thing.name !== undefined);
}

/** Everything that is described, breadth first: an article before those that it mentions. */
function thingsIn(value: unknown): readonly Thing[] {
  const found: Thing[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const things = level.flatMap((one) => (Array.isArray(one) ? one.flat(2) : [one])).filter(isThing);
    found.push(...things.slice(0, MOST_THINGS - found.length));
    level = found.length < MOST_THINGS ? things.flatMap((thing) => Object.values(thing)) : [];
  }
  return found;
}

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

const typesOf = (thing: Thing): readonly string[] => listOf(thing['@type']).map(String);

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : [value].flat(2);

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
