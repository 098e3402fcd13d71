import type {
  Block,
  ComparisonBlock,
  ListBlock,
  ListItem,
  NoteBlock,
  PassageBlock,
  QuotationBlock,
} from '../reply.ts';
import type { Words } from '../words/words.ts';
import { webAddress } from './address.ts';
import { comparisonTexts } from './compared.ts';
import { TEXT_PER_MESSAGE } from './limits.ts';
import { DOT, LONG_LINE, linkTo, oneLine, stack } from './lines.ts';
import { bold, escapeInline, escapeText, lines, smallPrint } from './markdown.ts';
import { passageTexts, quotationTexts } from './quoted.ts';
import { splitText } from './split.ts';

/**
 * A block as one or more texts, each of them at most one message long and complete in its markdown. `above` is
 * the block before it.
 */
export function blockTexts(block: Block, above: Block | undefined, words: Words): readonly string[] {
  switch (block.kind) {
    case 'passage':
      return passageTexts(block, isSameArticle(block, above), words);
    case 'quotation':
      return quotationTexts(block, isSameArticle(block, above), words);
    case 'comparison':
      return comparisonTexts(block, isSameArticle(block, above), words);
    case 'list':
      return listTexts(block);
    case 'note':
      return noteTexts(block);
  }
}

const isSameArticle = (
  { article }: PassageBlock | QuotationBlock | ComparisonBlock,
  above: Block | undefined,
): boolean => above !== undefined && 'article' in above && above.article.id === article.id;

function listTexts({ title, items }: ListBlock): readonly string[] {
  const head = title.trim() === '' ? [] : splitText(oneLine(title), bold, LONG_LINE);
  return stack([...head, ...items.flatMap(itemLines)]);
}

function itemLines({ text, detail, url }: ListItem): readonly string[] {
  const details = detail === undefined || detail.trim() === '' ? '' : `${DOT}${oneLine(detail)}`;
  // Among many rows the eye looks for names; a link stands out by itself.
  const label =
    linkTo(text, webAddress(url)) ?? (details === '' ? escapeInline(oneLine(text)) : bold(oneLine(text)));
  const line = `- ${label}${escapeInline(details)}`;
  if (line.length <= LONG_LINE) return [line];
  return splitText(`${oneLine(text)}${details}`, (piece) => `- ${escapeInline(piece)}`, LONG_LINE);
}

function noteTexts({ text, tone }: NoteBlock): readonly string[] {
  if (text.trim() === '') return [];
  return splitText(text, NOTES[tone], TEXT_PER_MESSAGE);
}

const inSmallPrint =
  (opening: string) =>
  (text: string): string =>
    lines(text)
      .map((line) => smallPrint(`${opening}${escapeInline(line)}`))
      .join('\n');

/** "Altered: these are not the words …": what it comes to stands out. */
function verdict(text: string): string {
  const [summary = ''] = /^[^.:\n]+[.:]/.exec(text) ?? [];
  return summary === '' ? escapeText(text) : `${bold(summary)}${escapeText(text.slice(summary.length))}`;
}

const NOTES: Readonly<Record<NoteBlock['tone'], (text: string) => string>> = {
  plain: escapeText,
  absent: escapeText,
  understood: inSmallPrint('↳ '),
  aside: inSmallPrint(''),
  verdict,
};
