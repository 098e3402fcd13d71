import { ParseError } from '../masthead.ts';
import { isFootnote } from './footnotes.ts';
import type { Furniture } from './furniture.ts';
import { levelOf } from './heading.ts';
import { isInline, isSpokenTwin } from './inline.ts';
import { emptyLine, isDrawnGap, joined, type Line, type Link, lettersIn, paragraphsOf } from './lines.ts';
import type { Place } from './place.ts';
import { isOfFigures, rowsOf } from './rows.ts';
import { attribute, type Element, isElement, oneLine, textOf } from './tree.ts';
import { wordsOfSentences } from './words-of-a-sentence.ts';

/** A heading, a paragraph or a row of a table, as it stands on the page. */
export interface Block {
  readonly text: string;
  /** 1 to 6 of a heading; 0 of anything else. */
  readonly level: number;
  readonly place: Place;
  readonly links: readonly Link[];
  /** Which share of its letters stands in links, in bold, in `<time>`. From 0 to 1. */
  readonly linked: number;
  readonly bold: number;
  readonly timed: number;
}

/** A live blog of a week has some thousand. */
const MOST_BLOCKS = 20_000;

/** Ten novels. In UTF-16 units. */
const MOST_TEXT = 1_500_000;

const STYLES: ReadonlyMap<string, 'linked' | 'bold' | 'timed'> = new Map([
  ['a', 'linked'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['time', 'timed'],
]);

/** A page's blocks in order, without its furniture. Of a figure only what is quoted or tabled in it is text. */
export function blocksOf(page: Element, furniture: Furniture): readonly Block[] {
  const blocks: Block[] = [];
  const within = { linked: 0, bold: 0, timed: 0 };
  let place: Place = { element: page, around: undefined };
  let inFigure = false;
  let inHeading = false;
  let inSentence = false;
  let before = '';
  let length = 0;
  let lines: Line[] = [emptyLine()];

  const close = (level = 0): void => {
    const done = lines;
    lines = [emptyLine()];
    before = '';
    if (inFigure) return;
    for (const line of level > 0 ? [joined(done)] : paragraphsOf(done, place.element)) {
      const text = oneLine(line.text);
      if (text === '') continue;
      length += text.length;
      if (blocks.length >= MOST_BLOCKS || length > MOST_TEXT) throw tooMuch();
      const share = (letters: number): number => Math.min(1, letters / lettersIn(text));
      const [linked, bold, timed] = [share(line.linked), share(line.bold), share(line.timed)];
      blocks.push({ text, level, place, links: line.links, linked, bold, timed });
    }
  };

  const addText = (text: string): void => {
    const line = lines.at(-1);
    if (line === undefined) return;
    const letters = lettersIn(text);
    line.text += text;
    before = text.at(-1) ?? before;
    for (const style of ['linked', 'bold', 'timed'] as const) if (within[style] > 0) line[style] += letters;
  };

  const walkChildren = (parent: Element): void => {
    const outerSentence = inSentence;
    const words = wordsOfSentences(parent, furniture);
    parent.children.forEach((child, index) => {
      if (!isElement(child)) {
        addText(child);
        return;
      }
      inSentence = isInline(child) && (outerSentence || words.has(child));
      const isWord = words.has(child) || (outerSentence && furniture.isByName(child));
      if (isWord || !furniture.is(child) || isSpokenTwin(child, parent.children[index - 1])) walk(child);
      // Two texts with a box between them are two, whether the box is read or not.
      else if (!isInline(child)) part();
    });
    inSentence = outerSentence;
  };

  const walk = (element: Element): void => {
    const { name } = element;
    if (name === 'br') lines.push(emptyLine());
    else if (isDrawnGap(element)) lines.push(emptyLine(), emptyLine());
    else if (/^(?:del|s|strike)$/.test(name)) addText(' ');
    else if (isFootnote(element, before)) return;
    else if (isInline(element) && !(name === 'cite' && place.element.name === 'blockquote'))
      walkInline(element);
    else walkBlock(element);
  };

  const walkInline = (element: Element): void => {
    const style = STYLES.get(element.name);
    if (element.name === 'a' && within.linked === 0)
      lines.at(-1)?.links.push({ text: textOf(element), href: attribute(element, 'href') });
    if (style !== undefined) within[style]++;
    // The marks that a browser draws around it.
    if (element.name === 'q') addText('“');
    walkChildren(element);
    if (element.name === 'q') addText('”');
    if (style !== undefined) within[style]--;
  };

  const walkBlock = (element: Element): void => {
    part();
    if (inHeading) {
      walkChildren(element);
      part();
      return;
    }
    const [outerPlace, outerFigure] = [place, inFigure];
    place = { element, around: place };
    if (element.name === 'figure') inFigure = true;
    else if (/^(?:blockquote|table|pre)$/.test(element.name)) inFigure = false;
    const level = levelOf(element);
    inHeading = level > 0;
    if (element.name === 'table' && isOfFigures(element)) {
      for (const row of rowsOf(element, furniture)) {
        addText(row);
        close();
      }
    } else walkChildren(element);
    inHeading = false;
    close(level);
    place = outerPlace;
    inFigure = outerFigure;
  };

  /** Boxes inside a heading are parts of it. */
  const part = (): void => {
    if (inHeading) addText(' ');
    else close();
  };

  walkChildren(page);
  close();
  return blocks;
}

const tooMuch = (): ParseError =>
  new ParseError(
    `expected a page of at most ${MOST_BLOCKS / 1000},000 paragraphs and 1.5 MB of text, got more. Save the article as .md or .txt and add that.`,
  );
