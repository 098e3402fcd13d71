import { canonicalUrl, isFrontPage } from '../../canonical-url.ts';
import { byline } from './bylines.ts';
import type { Claims } from './claims.ts';
import { isThing, listOf, type Thing, thingsOf, typesOf } from './json-ld.ts';
import { plain } from './plain.ts';
import { isSame } from './same.ts';

/** What a page says of its article for search engines (schema.org, as JSON-LD). */
export interface LinkedArticle extends Claims {
  /** An organisation that is named as its author. */
  readonly desk?: string;
  /** The whole text, where it is given. */
  readonly body?: string;
  /** False: behind a paywall, at least in part. */
  readonly free?: boolean;
  /** How many words the whole article has. */
  readonly words?: number;
}

/** What the page says of itself elsewhere. */
export interface Known {
  readonly headlines: readonly string[];
  readonly addresses: readonly string[];
}

const ARTICLE = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Works that newspapers print as they print articles, and describe beside them. */
const OTHER_WORK = /^(?:Recipe|HowTo|Review)$/;

/** Under these names stand other articles, and the parts of this one. */
const OF_OTHERS =
  /^(?:itemListElement|related\w*|isRelatedTo|mentions|hasPart|citation|isBasedOn|liveBlogUpdate|comment|about|subjectOf)$/;

const MOST_NAMES = 50;

/**
 * The article that the page is about: whose headline or address it has. Where none is known again, one that stands
 * alone and claims no other page is believed, since headlines are worded otherwise for search engines.
 */
export function readLinkedData(scripts: readonly string[], known: Known): LinkedArticle | undefined {
  const own = thingsOf(scripts, (thing, name) => isArticle(thing) || OF_OTHERS.test(name));
  const articles = own.filter(isArticle);
  const works = articles.length > 0 ? articles : own.filter((thing) => isOf(thing, OTHER_WORK));
  const [first, ...others] = works.filter((thing) => headlineOf(thing) !== undefined);
  const isAlone = others.every((other) => headlineOf(other) === (first && headlineOf(first)));
  const article =
    [first, ...others].find((thing) => thing !== undefined && isKnown(thing, known)) ??
    (first !== undefined && isAlone && !isOfOtherPage(first, known) ? first : undefined);
  if (article === undefined) return undefined;
  const things = thingsOf(scripts);
  return readArticle(article, (value) => resolve(value, things));
}

const isOf = (thing: Thing, types: RegExp): boolean => typesOf(thing).some((type) => types.test(type));

const isArticle = (thing: Thing): boolean => isOf(thing, ARTICLE);

const headlineOf = ({ headline, name }: Thing): string | undefined => plain(headline) ?? plain(name);

const addressOf = ({ mainEntityOfPage: page, url }: Thing): string | undefined =>
  [page, isThing(page) ? (page['@id'] ?? page.url) : undefined, url]
    .map(plain)
    .find((address) => address !== undefined);

const isKnown = (thing: Thing, { headlines, addresses }: Known): boolean =>
  [headlineOf(thing), plain(thing.alternativeHeadline)].some((one) =>
    headlines.some((other) => isSame(one, other)),
  ) || addresses.some((address) => leadsTo(thing, address));

function leadsTo(thing: Thing, address: string): boolean {
  const [own, other] = [addressOf(thing) ?? '', address].map(canonicalUrl);
  return own !== undefined && own === other;
}

function isOfOtherPage(thing: Thing, { addresses }: Known): boolean {
  const own = addressOf(thing);
  const isAddress = own !== undefined && canonicalUrl(own) !== undefined && !isFrontPage(own);
  return isAddress && addresses.length > 0 && !addresses.some((address) => leadsTo(thing, address));
}

function readArticle(article: Thing, resolved: (value: unknown) => unknown): LinkedArticle {
  const { description, datePublished, dateCreated, articleBody, wordCount } = article;
  const free = article.isAccessibleForFree;
  const words = Number(wordCount);
  const authors = listOf(article.author ?? article.creator)
    .slice(0, MOST_NAMES)
    .map(resolved);
  const desks = authors.filter((author) => isThing(author) && isOf(author, /Organization$/));
  return defined({
    headline: headlineOf(article),
    standfirst: plain(description) ?? plain(article.abstract),
    byline: byline(authors.filter((author) => !desks.includes(author)).flatMap(namesOf)),
    desk: byline(desks.flatMap(namesOf)),
    publisher: listOf(article.publisher ?? article.sourceOrganization)
      .map(resolved)
      .flatMap(namesOf)[0],
    published: plain(datePublished) ?? plain(dateCreated),
    url: addressOf(article),
    body: typeof articleBody === 'string' ? articleBody : undefined,
    free: free === undefined ? undefined : !/^(?:false|0)$/i.test(String(free).trim()),
    words: words > 0 ? words : undefined,
  });
}

/** `"Ada"`, `{"name": "Ada"}`. */
const namesOf = (value: unknown): readonly string[] =>
  (isThing(value) ? listOf(value.name ?? value.legalName) : [value])
    .map(plain)
    .filter((name) => name !== undefined);

/** `{"@id": "#ada"}` → who is described under that name. */
function resolve(value: unknown, things: readonly Thing[]): unknown {
  if (!isThing(value) || value.name !== undefined || typeof value['@id'] !== 'string') return value;
  return things.find((thing) => thing['@id'] === value['@id'] && thing.name !== undefined);
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
