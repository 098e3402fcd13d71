import { isBrief } from './notices.ts';
import { type Element, oneLine } from './tree.ts';

export interface Link {
  readonly text: string;
  readonly href: string;
}

/** Text between two line breaks, as it is gathered. */
export interface Line {
  text: string;
  /** How many of its letters stand in links, in bold, in `<time>`. */
  linked: number;
  bold: number;
  timed: number;
  readonly links: Link[];
}

export const emptyLine = (): Line => ({ text: '', linked: 0, bold: 0, timed: 0, links: [] });

/** A label, a name or a link has no more words. */
const MOST_WORDS_OF_A_LABEL = 14;

/**
 * Lines → paragraphs: an empty line (two breaks in a row) parts them, a single break does not. Lines that are each too
 * short for a sentence, such as a name above a date, have nothing to do with one another.
 */
export function paragraphsOf(lines: readonly Line[], box: Element): readonly Line[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (oneLine(line.text) === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const mayPart = !/^(?:blockquote|li|pre)$/.test(box.name);
  return groups.flatMap((group) =>
    mayPart && group.every((line) => isBrief({ text: oneLine(line.text) }, MOST_WORDS_OF_A_LABEL))
      ? group
      : [joined(group)],
  );
}

export function joined(lines: readonly Line[]): Line {
  const sum = (key: 'linked' | 'bold' | 'timed'): number =>
    lines.reduce((total, line) => total + line[key], 0);
  return {
    text: lines.map(({ text }) => text).join(' '),
    linked: sum('linked'),
    bold: sum('bold'),
    timed: sum('timed'),
    links: lines.flatMap(({ links }) => links),
  };
}

export const lettersIn = (text: string): number => text.replace(/\s/g, '').length;
