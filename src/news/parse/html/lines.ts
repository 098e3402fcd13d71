import { wordsIn } from '../../words-in.ts';
import { namesOf } from './names.ts';
import { isBrief, isClosed } from './prose.ts';
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

/** What a page's style makes a gap of: `<span class="br"></span>`. */
export const isDrawnGap = (element: Element): boolean =>
  element.children.length === 0 && namesOf(element).some((name) => /\bbr\b/.test(name));

/** A label, a name, a headline has no more words. */
const MOST_WORDS_OF_A_LABEL = 20;

/** A line of a poem or an address has no more words. */
const MOST_WORDS_OF_A_VERSE = 12;

/**
 * Lines → paragraphs: an empty line (two breaks in a row) parts them, a single break does not, unless it is all that
 * parts sentences. Lines that are each too short for a sentence, such as a name above a date, have nothing to do with
 * one another.
 */
export function paragraphsOf(lines: readonly Line[], box: Element): readonly Line[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (oneLine(line.text) === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const mayPart = !/^(?:blockquote|li|pre)$/.test(box.name);
  const isWhole = groups.filter((group) => group.length > 0).length === 1;
  return groups.flatMap((group) =>
    mayPart && (group.every(isLabel) || (isWhole && areParagraphs(group))) ? group : [joined(group)],
  );
}

const isLabel = ({ text }: Line): boolean => isBrief({ text: oneLine(text) }, MOST_WORDS_OF_A_LABEL);

/** Most end as sentences do, and more than one is longer than a verse; or each but the first is indented. */
function areParagraphs(lines: readonly Line[]): boolean {
  const sentences = lines.filter(({ text }) => isClosed(oneLine(text)));
  const long = sentences.filter(({ text }) => wordsIn(text) > MOST_WORDS_OF_A_VERSE);
  const indented = lines.slice(1).filter(({ text }) => /^\s*[\u00A0\u2002\u2003\u3000]{1,8}/.test(text));
  return (
    lines.length > 1 &&
    ((sentences.length > lines.length * 0.8 && long.length > lines.length * 0.5) ||
      indented.length === lines.length - 1)
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
