import { imprintIn } from '../imprint.ts';
import { isProfession } from '../imprint-parts.ts';
import type { Block, Column, Line } from './printed.ts';
import { type Body, isClosed, isNear, readsLikeHeading, standsOut } from './type.ts';

/** In sizes of the letters. What is indented further is no paragraph's beginning but set to the middle or right. */
const INDENT = { least: 0.6, most: 5 } as const;
/** How much wider than usual the space between two lines is where a paragraph begins. */
const PARAGRAPH_GAP = 1.22;
/** The leading of lines that are alone in their size, in sizes. */
const USUAL_LEADING = 1.25;

/** Between what a column is set. In points. */
interface Setting {
  readonly left: number;
  readonly right: number;
}

/**
 * Columns, in the order in which they are read → paragraphs and headings. One begins where the letters change, after
 * a wide gap, and, where a sentence has just ended, at an indent, at a bullet, or after a line that had room for the
 * next word. What runs over the end of a column or a page is one paragraph.
 */
export function blocksOf(columns: readonly Column[], body: Body): readonly Block[] {
  const leading = leadingOf(columns, body);
  const settings = columns.map(({ lines }) => settingOf(lines, body));
  const all = columns.map((column, index) => ({ ...column, setting: settings[index] ?? NO_SETTING }));
  const isIndenting =
    all.flatMap(({ lines, setting }) => lines.filter((line) => isIndented(line, setting))).length > 2;
  const blocks: { page: number; lines: Line[] }[] = [];
  let before = NO_SETTING;
  for (const { page, lines, setting } of all) {
    lines.forEach((line, index) => {
      const block = blocks.at(-1);
      const last = block?.lines.at(-1);
      const above = block?.lines.at(-2) ?? blocks.at(-2)?.lines.at(-1);
      const isNew =
        last === undefined ||
        (endsImprint(last, above) && (index === 0 || hadRoom(last, line, setting))) ||
        (index > 0
          ? begins(last, line, setting, leading, body)
          : beginsAtTop(last, line, before, body, isIndenting && !isIndented(line, setting)));
      if (isNew) blocks.push({ page, lines: [line] });
      else block?.lines.push(line);
    });
    before = setting;
  }
  return blocks;
}

const NO_SETTING: Setting = { left: 0, right: 0 };

function settingOf(lines: readonly Line[], body: Body): Setting {
  const running = lines.filter(({ size }) => isNear(size, body.size));
  const counted = running.length > 0 ? running : lines;
  return {
    left: mostOften(counted.map(({ left }) => Math.round(left))) ?? 0,
    right: counted.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

/** From line to line, in points: the step that is taken most often. */
function leadingOf(columns: readonly Column[], body: Body): number {
  const steps = columns.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, index) => {
      const last = lines[index];
      const isRunning = last !== undefined && isNear(last.size, body.size) && isNear(line.size, body.size);
      return isRunning ? [Math.round(2 * (line.baseline - last.baseline)) / 2] : [];
    }),
  );
  return mostOften(steps) ?? USUAL_LEADING * body.size;
}

/** The least of those that are there most often. */
function mostOften(numbers: readonly number[]): number | undefined {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0];
}

const isIndented = (line: Line, { left }: Setting): boolean =>
  line.left - left >= INDENT.least * line.size && line.left - left <= INDENT.most * line.size;

/** Whether the first word of the next line would have fitted in: nobody breaks a line there within a paragraph. */
function hadRoom(line: Line, next: Line, { right }: Setting): boolean {
  const [word = ''] = next.text.split(' ');
  const letterWidth = (next.right - next.left) / Math.max(1, next.text.length);
  return right - line.right > (word.length + 1) * letterWidth + 0.5 * line.size;
}

const isHeadingLine = (line: Line, body: Body): boolean =>
  standsOut(line, body) && readsLikeHeading(line.text);

/** "By Ada Quill", and nothing more. */
const isByline = ({ text }: Line): boolean => /^by\s/i.test(text) && imprintIn(text)?.byline !== undefined;

/** "By Ada Quill" and, below that, "Courier Staff Writer". */
const endsImprint = (last: Line, above: Line | undefined): boolean =>
  isByline(last) || (isProfession(last.text) && above !== undefined && isByline(above));

/** Whether the second of two lines in one column begins something. */
function begins(last: Line, line: Line, setting: Setting, leading: number, body: Body): boolean {
  if (!isNear(last.size, line.size)) return true;
  const isRunning = isNear(line.size, body.size);
  const usual = isRunning ? leading : USUAL_LEADING * line.size;
  if (line.baseline - last.baseline > PARAGRAPH_GAP * usual) return true;
  if (last.font !== line.font) {
    if (isHeadingLine(line, body) && isClosed(last.text)) return true;
    if (isHeadingLine(last, body) && hadRoom(last, line, setting)) return true;
  }
  if (/^[•▪●‣]/.test(line.text)) return true;
  if (isByline(line) && hadRoom(last, line, setting)) return true;
  if (!isClosed(last.text) || !isRunning) return false;
  if (isIndented(line, setting) && !isIndented(last, setting)) return true;
  return /^[-–—*] /.test(line.text) || hadRoom(last, line, setting);
}

/**
 * Whether the first line of a column begins something, after the last line of the column before it.
 *
 * @param isFlush that it is not indented, where the article indents what begins.
 */
function beginsAtTop(last: Line, line: Line, before: Setting, body: Body, isFlush: boolean): boolean {
  if (!isNear(last.size, line.size) || isHeadingLine(line, body) || isHeadingLine(last, body)) return true;
  if (/^\p{Ll}/u.test(line.text)) return false;
  return hadRoom(last, line, before) || (isClosed(last.text) && !isFlush);
}
