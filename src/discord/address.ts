import type { Article, Span } from '../news/article.ts';
import { directiveTo, type TextDirective } from './directive.ts';

/** Marks that mean something in a text fragment (`-`, `,`, `&`) or that would end a link in Discord's markdown. */
const RESERVED = /[-!'()*~_]/g;
const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

const LONE_SURROGATE = /\p{Cs}/gu;
const encode = (words: string): string =>
  encodeURIComponent(words.replace(LONE_SURROGATE, '')).replace(RESERVED, percent);

/** An http or https address, safe inside `(<…>)`; undefined for anything else. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return href.replace(/[()<>\\`|*\s]/g, percent);
}

/** Where a browser opens the published article at these words: a text fragment, `#:~:text=…`. */
export function sentenceAddress(article: Article, sentence: Span | undefined): string | undefined {
  const address = webAddress(article.url);
  if (address === undefined || sentence === undefined) return address;
  const directive = directiveTo(article, sentence);
  if (directive === undefined) return address;
  const page = address.split(':~:')[0] ?? address;
  return `${page.includes('#') ? page : `${page}#`}:~:text=${written(directive)}`;
}

const written = ({ prefix, start, end, suffix }: TextDirective): string =>
  [
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',');
