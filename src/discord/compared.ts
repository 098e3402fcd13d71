import { type ComparedText, comparedTexts, type Look } from '../comparison.ts';
import { type Span, sectionAt, textAt } from '../news/article.ts';
import type { ComparisonBlock } from '../reply.ts';
import type { Words } from '../words/words.ts';
import { sentenceAddress } from './address.ts';
import { DOT, imprint, smallLine } from './lines.ts';
import { blockQuote, bold, escapeText, smallPrint, struck } from './markdown.ts';
import { framed, type HeadlineAbove, quotationFoot } from './quoted.ts';
import { splitSpan } from './split.ts';

const DRAWN: Readonly<Record<Look, (text: string) => string>> = { missing: bold, added: struck };

/** The true words with the missing ones in bold and those that are not true struck through; then whose they are. */
export function comparisonTexts(
  block: ComparisonBlock,
  headlineAbove: HeadlineAbove,
  words: Words,
): readonly string[] {
  const { quotation } = block;
  const isSaid = quotation !== null && quotation.kind !== 'indirect';
  const [open, close] = isSaid ? ['“', '”'] : ['', ''];
  const texts = comparedTexts(block);
  const marked = (text: ComparedText, piece: Span, isLast: boolean): string =>
    `${open}${drawn(text, piece)}${isLast ? close : ''}`;
  const quotes = (room: number): readonly string[] => {
    const whole = blockQuote(
      texts.map((text) => marked(text, { start: 0, end: text.text.length }, true)).join(' … '),
    );
    if (whole.length <= room) return [whole];
    return texts.flatMap((text) =>
      splitSpan(
        text.text,
        { start: 0, end: text.text.length },
        (piece) => blockQuote(marked(text, piece, true)).length <= room,
      ).map((piece, index, { length }) => blockQuote(marked(text, piece, index === length - 1))),
    );
  };
  return framed([], quotes, [...foot(block, headlineAbove, words), ...legend(texts, words)]);
}

/** A piece of the text, each stretch as it looks. */
function drawn({ text, marks }: ComparedText, piece: Span): string {
  let shown = '';
  let at = piece.start;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, at), Math.min(mark.end, piece.end)];
    if (start >= end) continue;
    shown += escapeText(text.slice(at, start)) + DRAWN[mark.look](text.slice(start, end));
    at = end;
  }
  return shown + escapeText(text.slice(at, piece.end));
}

function legend(texts: readonly ComparedText[], { around }: Words): readonly string[] {
  const looks = new Set(texts.flatMap(({ marks }) => marks.map(({ look }) => look)));
  const shown = (['missing', 'added'] as const).filter((look) => looks.has(look));
  return shown.length === 0
    ? []
    : [smallPrint(shown.map((look) => DRAWN[look](around.looks[look])).join(DOT))];
}

function foot(
  { article, quotation, shown }: ComparisonBlock,
  headlineAbove: HeadlineAbove,
  words: Words,
): readonly string[] {
  if (quotation !== null) return quotationFoot({ article, quotation }, headlineAbove, words);
  const [at] = shown;
  const address = sentenceAddress(article, at);
  const heading = at === undefined ? null : (sectionAt(article, at)?.heading ?? null);
  return smallLine([
    ...(headlineAbove ? [] : [{ words: article.headline, address }, ...imprint(article, words)]),
    { words: heading === null ? undefined : textAt(article, heading) },
    ...(headlineAbove && address !== undefined ? [{ words: words.around.readThere, address }] : []),
  ]);
}
