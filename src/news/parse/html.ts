import { type Article, buildArticle, type DraftSection } from '../article.ts';
import type { Contents } from './contents.ts';
import { decode } from './html/decode.ts';
import { type Head, readHead } from './html/head.ts';
import { type Known, readLinkedData } from './html/linked-data.ts';
import { mastheadOf } from './html/page-masthead.ts';
import { refuseOtherFiles, refuseOtherText, refuseStub, refuseWithoutStory } from './html/refusals.ts';
import { savedFrom } from './html/saved.ts';
import { scan } from './html/scan.ts';
import { readStory } from './html/story.ts';
import { buildTree } from './html/tree.ts';
import { readVisible, type Visible } from './html/visible.ts';
import { ParseError } from './masthead.ts';

/**
 * A newspaper's page → its article. Nothing of the page is run or fetched.
 *
 * @throws ParseError when it is no page, tells no story, or shows only the beginning of one.
 */
export function parseHtml(id: string, contents: Contents): Article {
  refuseOtherFiles(contents.bytes);
  const text = decode(contents);
  refuseOtherText(text);
  const { markup, linkedData } = scan(text);
  const page = buildTree(markup);
  const head = readHead(page);
  const visible = readVisible(page);
  const address = contents.url ?? savedFrom(text);
  const linked = readLinkedData(linkedData, knownOf(head, visible, address));
  const masthead = mastheadOf({
    head,
    claims: [linked ?? {}, ...head.claims, visible.marked, visible.seen],
    lastly: [{ ...(linked?.desk !== undefined && { byline: linked.desk }) }, visible.seenBelow],
    headings: visible.headings,
    address,
  });
  const isElsewhere = leadsElsewhere([masthead.url, address]);
  const story = readStory(page, { ...masthead, body: linked?.body, isElsewhere });
  refuseStub(page, story, linked);
  refuseWithoutStory(page, story, linked !== undefined || head.type === 'article');
  const { headline, standfirst: described, ...others } = masthead;
  // What readers see before what search engines are told.
  const standfirst = story.standfirst ?? described;
  if (headline === undefined)
    throw new ParseError(
      'expected a page with a headline (<h1>, <title> or og:title), got none. Save the article as .md or .txt and add that.',
    );
  const said = standfirst !== undefined && !beginsText(standfirst, story.sections);
  return buildArticle(id, { headline, ...(said && { standfirst }), ...others }, story.sections);
}

/** What tells the linked data of this page's article from that of others. */
const knownOf = (
  { claims, canonical, title }: Head,
  { headings }: Visible,
  address: string | undefined,
): Known => ({
  headlines: [
    ...headings.filter(({ level }) => level === 1).map(({ text }) => text),
    ...[title, ...claims.map(({ headline }) => headline)].filter((one) => one !== undefined),
  ],
  addresses: [canonical, ...claims.map(({ url }) => url), address].filter((one) => one !== undefined),
});

/** Many pages describe themselves by their first sentences: such a standfirst says nothing of its own. */
function beginsText(standfirst: string, sections: readonly DraftSection[]): boolean {
  const beginning = standfirst.replace(/[\s.…]+$/, '');
  return sections.some(({ paragraphs }) => paragraphs.some((text) => text.startsWith(beginning)));
}

/** A link leads elsewhere unless to this page, a part of it, or what is filed below it (a live blog's posts). */
function leadsElsewhere(addresses: readonly (string | undefined)[]): (href: string) => boolean {
  const own = addresses.filter((address) => address !== undefined).filter((address) => URL.canParse(address));
  const paths = own.map((address) => pathOf(address)).filter((path) => path !== '');
  return (href) => {
    if (href === '' || href.startsWith('#')) return false;
    if (!URL.canParse(href, own[0])) return true;
    const path = pathOf(href, own[0]);
    return !paths.some((one) => path === one || path.startsWith(`${one}/`));
  };
}

const pathOf = (address: string, base?: string): string =>
  new URL(address, base).pathname.replace(/\/+$/, '');
