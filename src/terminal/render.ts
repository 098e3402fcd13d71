import { emphasised, reportedIn } from '../emphasis.ts';
import { type Article, type Span, sectionAt, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import type {
  Action,
  Block,
  ComparisonBlock,
  ListBlock,
  NoteBlock,
  PassageBlock,
  QuotationBlock,
  Reply,
} from '../reply.ts';
import { otherPapers, saidHow } from '../wording.ts';
import { comparedParagraph, legendOf } from './compared.ts';
import { inked, type Page, type Paragraph, setParagraph } from './ink.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

export interface Layout extends Page {
  /** *numbered*: commands can be chosen by their number; *links*: nobody is there to choose, so only links are shown. */
  readonly actions: 'numbered' | 'links';
}

/**
 * Lays a reply out in lines. Everything is shown whole; what it takes from articles is cut out of them here,
 * and control characters are made visible (see `printable`).
 */
export function renderReply(reply: Reply, layout: Layout): readonly string[] {
  const pieces = [
    ...reply.blocks.map((block, index) => {
      const above = reply.blocks[index - 1];
      return setBlock(block, above, layout);
    }),
    setActions(reply.actions, layout),
  ];
  return pieces
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** The commands that numbers choose from, the first for 1. */
export const numberedActions = (reply: Reply) => reply.actions.filter((action) => action.kind === 'command');

function setBlock(block: Block, above: Block | undefined, page: Page): readonly string[] {
  switch (block.kind) {
    case 'passage':
      return setFrom(block.article, above, page, (isNew) => setPassage(block, isNew, page));
    case 'quotation':
      return setFrom(block.article, above, page, (isNew) => setQuotation(block, isNew, page));
    case 'comparison':
      return setFrom(block.article, above, page, (isNew) => setComparison(block, isNew, page));
    case 'list':
      return setList(block, page);
    case 'note':
      return setNote(block, page);
  }
}

/** An article's headline stands above the first of the blocks that are taken from it, its imprint below that. */
function setFrom(
  article: Article,
  above: Block | undefined,
  page: Page,
  set: (isNew: boolean) => readonly string[],
): readonly string[] {
  const isNew = !(above !== undefined && 'article' in above && above.article.id === article.id);
  const headline = { text: article.headline, strong: whole(article.headline, page) };
  return [...(isNew ? setParagraph(headline, page) : []), ...set(isNew)];
}

/** A headline is bold; without colour its place says enough. */
const whole = (text: string, page: Page): readonly Span[] =>
  page.colour ? [{ start: 0, end: text.length }] : [];

const QUOTE = '│ ';

function setPassage(block: PassageBlock, isNew: boolean, page: Page): readonly string[] {
  const heading = block.heading === null ? null : textAt(block.article, block.heading);
  const match = block.strength === null ? null : WORDS.around.strength[block.strength];
  const shown = { ...block, answers: emphasised(block) };
  const more = [heading, match, alsoIn(block)];
  return [...setQuoted(shown, page), ...setSource(isNew ? block.article : null, more, page)];
}

type Stretch = Pick<PassageBlock, 'article' | 'span' | 'answers'>;

const setQuoted = (stretch: Stretch, page: Page): readonly string[] =>
  paragraphsOf(stretch).flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [inked(page, 'dim', QUOTE.trimEnd())]),
    ...setParagraph({ ...paragraph, indent: QUOTE }, page),
  ]);

/** The paragraphs of a stretch, with the answers' places counted from the beginning of each. */
function paragraphsOf(block: Stretch): readonly Paragraph[] {
  const passage = textAt(block.article, block.span);
  return [...passage.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => {
    const start = block.span.start + match.index;
    const end = start + match[0].length;
    const strong = block.answers
      .map((answer) => ({
        start: Math.max(answer.start, start) - start,
        end: Math.min(answer.end, end) - start,
      }))
      .filter((part) => part.start < part.end);
    return { text: match[0], strong };
  });
}

function setQuotation(block: QuotationBlock, isNew: boolean, page: Page): readonly string[] {
  const { article, quotation } = block;
  const { spans } = quotation;
  return [
    ...(quotation.kind === 'indirect'
      ? setQuoted({ article, span: reportedIn(article, quotation), answers: spans }, page)
      : setParagraph({ text: betweenMarks(article, spans), indent: QUOTE }, page)),
    ...setAttribution(article, quotation, page),
    ...setPlace(article, spans[0], isNew, page, alsoIn(block)),
  ];
}

const betweenMarks = (article: Article, spans: readonly Span[]): string =>
  spans.map((span) => `“${textAt(article, span).replace(/\s*\n\s*/g, ' ')}”`).join(' … ');

const setAttribution = (article: Article, quotation: Quotation, page: Page): readonly string[] =>
  setParagraph({ text: attributionOf(article, quotation), indent: '  ', first: '— ' }, page);

function setPlace(
  article: Article,
  at: Span | undefined,
  isNew: boolean,
  page: Page,
  also: string | null = null,
): readonly string[] {
  const heading = at === undefined ? null : (sectionAt(article, at)?.heading ?? null);
  return setSource(isNew ? article : null, [heading === null ? null : textAt(article, heading), also], page);
}

/** "also in: Kyiv Dispatch, The Northern Post and 2 more" */
function alsoIn({ article, also }: PassageBlock | QuotationBlock): string | null {
  const { named, others } = otherPapers(article, also);
  const more = others === 0 ? '' : ` ${WORDS.around.andMore(others)}`;
  const names = named.map(({ name }) => name).join(', ');
  return named.length === 0 ? null : `${WORDS.around.alsoIn} ${names}${more}`;
}

/** The true words and those given in one another’s place, and what their marks mean. */
function setComparison(block: ComparisonBlock, isNew: boolean, page: Page): readonly string[] {
  const { article, quotation, shown } = block;
  return [
    ...setParagraph({ ...comparedParagraph(block), indent: QUOTE }, page),
    ...setParagraph({ ...legendOf(block), ink: 'dim', indent: '  ' }, page),
    ...(quotation === null ? [] : setAttribution(article, quotation, page)),
    ...setPlace(article, shown[0], isNew, page),
  ];
}

/** "Dmytro Kuleba, former foreign minister · told Politico · named" */
function attributionOf(article: Article, quotation: Quotation): string {
  const { speaker, cue, venue, grade, kind } = quotation;
  const name = speaker === null ? null : textAt(article, speaker.name);
  const role = speaker?.role ? textAt(article, speaker.role) : null;
  const mention = speaker?.mention ? textAt(article, speaker.mention) : null;
  const who = name === null ? null : role === null || name.includes(role) ? name : `${name}, ${role}`;
  const how = saidHow([cue, venue].map((span) => (span === null ? '' : textAt(article, span))));
  const reported = kind === 'indirect' ? WORDS.around.reported : null;
  return listed([who, how, reported, WORDS.around.grade(grade, mention ?? undefined)]);
}

/** @param article null where its publisher and date have been given above. */
function setSource(article: Article | null, more: readonly (string | null)[], page: Page): readonly string[] {
  const published = article?.published;
  const text = listed([
    article?.publisher ?? null,
    published === undefined ? null : WORDS.set.date(published),
    ...more,
  ]);
  return text === '' ? [] : setParagraph({ text, ink: 'dim', indent: '  ' }, page);
}

const listed = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

function setList(block: ListBlock, page: Page): readonly string[] {
  const items = block.items.flatMap((item) => [
    ...setParagraph({ text: itemText(item.text, item.detail), indent: '  ', first: '• ' }, page),
    ...(item.url === undefined ? [] : [inked(page, 'dim', `  ${printable(item.url)}`)]),
  ]);
  return [...setParagraph({ text: block.title, strong: whole(block.title, page) }, page), ...items];
}

const itemText = (text: string, detail: string | undefined): string =>
  detail === undefined || detail === '' ? text : `${text} · ${detail}`;

function setNote(block: NoteBlock, page: Page): readonly string[] {
  const lines = block.text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((text) => {
    if (block.tone === 'understood')
      return setParagraph({ text, ink: 'italic', indent: '  ', first: '↳ ' }, page);
    const ink = INKS[block.tone];
    return setParagraph(ink === undefined ? { text } : { text, ink }, page);
  });
}

const INKS = { absent: 'yellow', aside: 'dim', plain: undefined, verdict: undefined } as const;

function setActions(actions: readonly Action[], layout: Layout): readonly string[] {
  const choices = actions
    .filter((action) => action.kind === 'command')
    .map((action, index) => `[${index + 1}]\u00a0${action.label.replaceAll(' ', '\u00a0')}`);
  const links = actions
    .filter((action) => action.kind === 'link')
    .map((action) => inked(layout, 'dim', printable(`${action.label}: ${action.url}`)));
  const menu =
    layout.actions === 'numbered' ? setParagraph({ text: choices.join('  '), ink: 'dim' }, layout) : [];
  return [...menu.map((line) => line.replaceAll('\u00a0', ' ')), ...links];
}
