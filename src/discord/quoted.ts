import { emphasised, reportedIn } from '../emphasis.ts';
import { type Article, type Span, sectionAt, textAt } from '../news/article.ts';
import { sentences } from '../news/sentences.ts';
import type { PassageBlock, QuotationBlock } from '../reply.ts';
import { otherPapers, saidHow } from '../wording.ts';
import type { Words } from '../words/words.ts';
import { sentenceAddress, webAddress } from './address.ts';
import { TEXT_PER_MESSAGE } from './limits.ts';
import { type Detail, imprint, LONG_LINE, linkTo, oneLine, smallLine, stack } from './lines.ts';
import { blockQuote, bold, escapeInline, escapeText, highlight } from './markdown.ts';
import { splitSpan, splitText } from './split.ts';

/** Said once where several blocks in a row are from the same article; then only the sentence is linked. */
export type HeadlineAbove = boolean;

/** The headline, the passage with its answers in bold, and where it stands. */
export function passageTexts(
  block: PassageBlock,
  headlineAbove: HeadlineAbove,
  words: Words,
): readonly string[] {
  const { article, span, answers, heading, strength, also } = block;
  const address = sentenceAddress(article, answers[0] ?? sentences(article.text, span)[0]);
  const headline = headlineAbove ? '' : oneLine(article.headline);
  const linked = linkTo(headline, address);
  const above =
    linked === undefined
      ? splitText(headline, (piece) => `### ${escapeInline(piece)}`, LONG_LINE)
      : [`### ${linked}`];
  const isAnswer = strength !== 'nearest';
  const below = [
    ...smallLine([
      ...(headlineAbove ? [] : imprint(article, words)),
      { words: heading === null ? undefined : textAt(article, heading) },
      { words: strength === null || !isAnswer ? undefined : words.around.strength[strength] },
      ...(linked === undefined && address !== undefined ? [{ words: words.around.readThere, address }] : []),
    ]),
    ...alsoLine(article, also, words),
  ];
  const inBold = emphasised(block);
  const render = (piece: Span): string => blockQuote(highlight(article.text, piece, inBold));
  return framed(
    // That it is no answer comes before anything that looks like one.
    [
      ...(isAnswer ? [] : smallLine([{ words: words.around.strength.nearest }])),
      ...(headline === '' ? [] : above),
    ],
    (room) => splitSpan(article.text, span, (piece) => render(piece).length <= room).map(render),
    below,
  );
}

/** The words somebody said between marks, and below them who said them, how, and where that stands. */
export function quotationTexts(
  { article, quotation, also }: QuotationBlock,
  headlineAbove: HeadlineAbove,
  words: Words,
): readonly string[] {
  const { spans, kind } = quotation;
  const foot = [
    ...quotationFoot({ article, quotation }, headlineAbove, words),
    ...alsoLine(article, also, words),
  ];
  if (kind === 'indirect') return framed([], (room) => reportedTexts({ article, quotation }, room), foot);
  /** Opened in every message that the quotation runs over, closed once: as newspapers do with paragraphs. */
  const marked = (piece: Span, isLast: boolean): string =>
    `“${escapeText(textAt(article, piece))}${isLast ? '”' : ''}`;
  const quotes = (room: number): readonly string[] => {
    const whole = blockQuote(spans.map((span) => marked(span, true)).join(' … '));
    if (whole.length <= room) return [whole];
    return spans.flatMap((span) =>
      splitSpan(article.text, span, (piece) => blockQuote(marked(piece, true)).length <= room).map(
        (piece, index, { length }) => blockQuote(marked(piece, index === length - 1)),
      ),
    );
  };

  return framed([], quotes, foot);
}

/** Reported speech has no marks in the article, so it gets none here: it stands in its sentence, in bold. */
function reportedTexts(
  { article, quotation }: Pick<QuotationBlock, 'article' | 'quotation'>,
  room: number,
): readonly string[] {
  const render = (piece: Span): string => blockQuote(highlight(article.text, piece, quotation.spans));
  return splitSpan(article.text, reportedIn(article, quotation), (piece) => render(piece).length <= room).map(
    render,
  );
}

/** Who said it, how, and where that stands. */
export function quotationFoot(
  { article, quotation }: Pick<QuotationBlock, 'article' | 'quotation'>,
  headlineAbove: HeadlineAbove,
  words: Words,
): readonly string[] {
  const { spans, speaker, grade, cue, venue, kind } = quotation;
  const text = (span: Span | null | undefined): string | undefined =>
    span ? textAt(article, span) : undefined;
  const address = sentenceAddress(article, spans[0]);
  const details: readonly Detail[] = [
    { words: saidHow([text(cue) ?? '', text(venue) ?? '']) },
    { words: kind === 'indirect' ? words.around.reported : undefined },
    { words: words.around.grade(grade, text(speaker?.mention)) },
    ...(headlineAbove ? [] : [{ words: article.headline, address }, ...imprint(article, words)]),
    { words: text(spans[0] === undefined ? null : sectionAt(article, spans[0])?.heading) },
    ...(headlineAbove && address !== undefined ? [{ words: words.around.readThere, address }] : []),
  ];
  return [...who(text(speaker?.name), text(speaker?.role)), ...smallLine(details)];
}

/** "also in: Kyiv Dispatch, The Northern Post and 2 more", each a link where there is one to follow. */
function alsoLine(article: Article, also: readonly Article[], { around }: Words): readonly string[] {
  const { named, others } = otherPapers(article, also);
  if (named.length === 0) return [];
  return smallLine(
    named.map(({ name, url }) => ({ words: name, address: webAddress(url) })),
    { before: `${around.alsoIn} `, between: ', ', after: others === 0 ? '' : ` ${around.andMore(others)}` },
  );
}

function who(name: string | undefined, role: string | undefined): readonly string[] {
  if (name === undefined || name.trim() === '') return [];
  const after = role === undefined || role.trim() === '' || name.includes(role) ? '' : `, ${oneLine(role)}`;
  const line = `— ${bold(oneLine(name))}${escapeInline(after)}`;
  if (line.length <= LONG_LINE) return [line];
  return splitText(`${oneLine(name)}${after}`, (piece) => `— ${escapeInline(piece)}`, LONG_LINE);
}

/**
 * A quote with lines above and below: one text where it all fits; otherwise the quote is cut to leave room for
 * the lines, and its pieces are never put back into one text, where their white space would be lost.
 */
export function framed(
  above: readonly string[],
  quotes: (room: number) => readonly string[],
  below: readonly string[],
): readonly string[] {
  const [head, foot] = [stack(above), stack(below)];
  const taken = ([text = '', ...more]: readonly string[]): number =>
    more.length === 0 && text.length <= LONG_LINE ? text.length + 1 : 0;
  const pieces = quotes(TEXT_PER_MESSAGE - taken(head) - taken(foot));
  const [first, ...rest] = pieces;
  const last = rest.pop();
  return last === undefined
    ? stack([...head, ...(first === undefined ? [] : [first]), ...foot])
    : [...stack([...head, ...(first === undefined ? [] : [first])]), ...rest, ...stack([last, ...foot])];
}
