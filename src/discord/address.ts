import { type Article, type Span, textAt } from '../news/article.ts';

/** Longer sentences are named by their first and last words: shorter, and small edits do not break the link. */
const LONG_SENTENCE = 80;
const WORDS_AT_EACH_END = 5;

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

/**
 * Where a browser opens the published article at these words: a text fragment, `#:~:text=start,end`.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function sentenceAddress(article: Article, sentence: Span | undefined): string | undefined {
  const address = webAddress(article.url);
  if (address === undefined || sentence === undefined) return address;
  // A fragment matches within one paragraph only.
  const words = firstParagraph(textAt(article, sentence)).split(/\s+/);
  if (words.join('') === '') return address;
  const text = words.join(' ');
  const directive =
    text.length > LONG_SENTENCE && words.length > 2 * WORDS_AT_EACH_END
      ? [words.slice(0, WORDS_AT_EACH_END), words.slice(-WORDS_AT_EACH_END)]
          .map((end) => encode(end.join(' ')))
          .join(',')
      : encode(text);
  const page = address.split(':~:')[0] ?? address;
  return `${page.includes('#') ? page : `${page}#`}:~:text=${directive}`;
}

const firstParagraph = (text: string): string => text.trim().split(/\n\s*\n/)[0] ?? '';
