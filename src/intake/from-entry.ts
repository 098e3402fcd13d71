import type { Article } from '../news/article.ts';
import { isFrontPage } from '../news/canonical-url.ts';
import type { FeedEntry } from '../news/parse/feed.ts';
import { speaksFor } from '../news/site.ts';
import { wordsIn } from '../news/words-in.ts';
import { slugOf } from './file-name.ts';
import { breaksOff, isBrief, isWhole, pageFrom } from './full-text.ts';
import type { EntryOffer } from './offers.ts';
import { refused } from './outcome.ts';
import type { Reader } from './reading.ts';
import type { Receipt } from './receive.ts';

/**
 * The text that the feed gives where it is whole, and else the article's page. Of an article of another newspaper a
 * feed is believed nothing, neither text nor date nor name: anybody can write a feed with another's address in it, or
 * with one of its own that leads there.
 */
export async function fromEntry(
  offer: EntryOffer,
  reader: Reader,
  openPage: (url: string) => Promise<Receipt>,
): Promise<Receipt> {
  const { reference, entry, feed } = offer;
  const { url } = entry;
  const isOwn = feed.url === undefined || url === undefined || speaksFor(feed.url, url);
  const given = isOwn ? await textGiven(offer, reader) : undefined;
  if (given !== undefined && (url === undefined || isWhole(given))) return asGiven(given, offer);
  if (url === undefined)
    return refused(
      reference,
      'expected the text of the article or its address; the feed gives only the beginning.',
    );
  const receipt = await openPage(url);
  const judged = judgedBy(offer, url, receipt);
  return judged.kind === 'not-there' && given !== undefined && isBrief(given, entry)
    ? asGiven(given, offer)
    : judged;
}

const asGiven = (article: Article, { reference, entry, feed }: EntryOffer): Receipt => ({
  kind: 'article',
  reference,
  article,
  source: entry.url === undefined || entry.isShared ? feed.name : entry.url,
  validators: {},
  asOf: entry.published,
});

async function textGiven(offer: EntryOffer, reader: Reader): Promise<Article | undefined> {
  const { entry } = offer;
  const page = pageFrom(entry);
  if (page === undefined || page.leadsOn) return undefined;
  const reading = await reader.read({
    format: 'a web page',
    id: slugOf(entry.headline ?? ''),
    bytes: new TextEncoder().encode(page.html),
    charset: 'utf-8',
    ...(entry.url !== undefined && { url: entry.url }),
  });
  if (reading.kind !== 'article' || breaksOff(reading.article, entry)) return undefined;
  // Its address is what the entry says, whatever stands in the text: that may be a whole page of somebody else's.
  const { url: _, ...article } = reading.article;
  return { ...article, ...told(offer) };
}

/** What came from an entry's address: the entry's article, with what the feed says of it, or something else. */
function judgedBy(offer: EntryOffer, url: string, receipt: Receipt): Receipt {
  const { reference, entry, feed } = offer;
  if (receipt.kind === 'feed')
    return refused(reference, 'expected an article, got another feed. Add it by itself.');
  if (receipt.kind !== 'article') return receipt;
  const { article, source } = receipt;
  if (isFrontPage(source) && !isFrontPage(url))
    return { kind: 'not-there', reference, why: 'expected the article, got the front page: it is gone.' };
  if (!speaksFor(feed.url ?? url, source)) return receipt;
  if (isAnother(article, entry))
    return {
      kind: 'not-there',
      reference,
      why: `expected “${entry.headline}”, got a page of something else: “${article.headline}”.`,
    };
  return { ...receipt, article: { ...told(offer), ...article } };
}

/** What the feed says of an article. Of a page only what the page does not say itself is asked of it. */
function told({ entry, feed }: EntryOffer): Partial<Article> {
  const { headline, byline, published, publisher = feed.publisher, url } = entry;
  return Object.fromEntries(
    Object.entries({ headline, byline, published, publisher, url }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** Words of the longest page that a newspaper answers with in an article's place: "Sorry", "We have moved". */
const LONGEST_APOLOGY = 150;
/** Of a headline's words so many stand on the article's page at the least. */
const COMMON = 0.25;

function isAnother({ headline, text }: Article, { headline: announced = '' }: FeedEntry): boolean {
  if (wordsIn(text) > LONGEST_APOLOGY) return false;
  const there = new Set(longWordsIn(`${headline} ${text}`));
  const words = longWordsIn(announced);
  return words.filter((word) => there.has(word)).length < words.length * COMMON;
}

const longWordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
