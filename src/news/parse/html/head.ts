import { byline } from './bylines.ts';
import type { Claims } from './claims.ts';
import { plain } from './plain.ts';
import { attribute, descendants, type Element, textOf, wordsOf } from './tree.ts';

/** What a page says of itself in its meta tags, links and title. */
export interface Head {
  /** In order of trust: Open Graph, Twitter's, all others. */
  readonly claims: readonly Claims[];
  readonly canonical?: string;
  /** What the page's own addresses are relative to. */
  readonly base?: string;
  /** "Ferry sinks | The Courier". */
  readonly title?: string;
  /** `og:type`: "article", "website". */
  readonly type?: string;
}

export function readHead(page: Element): Head {
  const metas = new Map<string, readonly string[]>();
  let [title, canonical, base]: (string | undefined)[] = [];
  for (const element of descendants(page)) {
    if (element.name === 'title') title ??= plain(textOf(element));
    else if (element.name === 'link' && wordsOf(element, 'rel').some((rel) => /^canonical$/i.test(rel)))
      canonical ??= plain(attribute(element, 'href'));
    else if (element.name === 'base') base ??= plain(attribute(element, 'href'));
    else if (element.name === 'meta') {
      const content = plain(attribute(element, 'content'));
      if (content === undefined) continue;
      for (const name of ['property', 'name', 'itemprop'].map((key) => attribute(element, key).toLowerCase()))
        if (name !== '') metas.set(name, [...(metas.get(name) ?? []), content].slice(0, 20));
    }
  }
  const all = (...names: readonly string[]): readonly string[] =>
    names.map((name) => metas.get(name)).find((values) => values !== undefined) ?? [];
  const one = (...names: readonly string[]): string | undefined => all(...names)[0];
  const type = one('og:type')?.toLowerCase();
  return {
    claims: [
      claims({
        headline: one('og:title'),
        standfirst: one('og:description'),
        byline: byline(all('article:author', 'og:article:author')),
        publisher: one('og:site_name'),
        published: one('article:published_time', 'og:article:published_time', 'og:published_time'),
        url: one('og:url'),
      }),
      claims({ headline: one('twitter:title'), standfirst: one('twitter:description') }),
      claims({
        headline: one('parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'headline', 'title'),
        standfirst: one('description', 'dc.description', 'dcterms.description', 'sailthru.description'),
        byline: byline(
          all(
            'author',
            'byl',
            'parsely-author',
            'sailthru.author',
            'dc.creator',
            'dcterms.creator',
            'article.author',
            'cxenseparse:author',
          ),
        ),
        publisher: one('publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'),
        published: one(
          'datepublished',
          'parsely-pub-date',
          'sailthru.date',
          'article.published',
          'pubdate',
          'publish-date',
          'date',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'dcterms.date',
          'cxenseparse:recs:publishtime',
        ),
        url: one('parsely-link'),
      }),
    ],
    ...(canonical !== undefined && { canonical }),
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
  };
}

const claims = (fields: Readonly<Record<string, string | undefined>>): Claims =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
