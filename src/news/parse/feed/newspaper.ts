import type { Announced } from './announced.ts';

/** "World news | The Courier", "Courier > Top Stories", "Local Archives - The Courier", "The Courier: Latest news". */
const BARS = /\s+[-–—·•]\s+|\s*(?:[|>»]|::)\s*|\s*:\s+/;

/** "The Courier RSS Feed". */
const FEED = /[\s,:(–-]*\b(?:rss|atom)(?:[\s-]?(?:news[\s-]?)?feeds?)?\)?$/i;

/** What newspapers call their sections, and lists of what is new, word for word. */
const SECTION_WORDS = new Set(
  `all and of in from top latest recent new breaking live main world local national international domestic regional
  us u.s. uk europe africa asia americas middle east news headlines stories articles posts updates archives home homepage
  front page feed feeds rss channel politics business economy finance markets money sport sports football opinion comment
  culture art arts entertainment books music film lifestyle life travel food science technology tech health education
  environment climate weather society law media`.split(/\s+/),
);

/** "Harbour Archives": what is filed under anything at all. */
const LIST = /\s(?:archives?|headlines|stories|articles|posts)$/i;

/** Whether a part of a title is a section's. "The Local" is a newspaper. */
const isSection = (part: string): boolean =>
  LIST.test(part) ||
  part
    .toLowerCase()
    .split(/[\s,&]+/)
    .every((word) => SECTION_WORDS.has(word));

/** What a feed says of the newspaper that it is of. */
export type Imprint = Pick<Announced, 'title' | 'names' | 'copyright' | 'homes'>;

/** The newspaper's name. Where a title has several parts and nothing tells which of them it is, all of it. */
export function newspaperOf({ title = '', names, copyright = '', homes }: Imprint): string | undefined {
  const line = title.trim().replace(FEED, '') || title.trim();
  const alone = names.flatMap((name = '') =>
    name === '' || BARS.test(name) || isSection(name) ? [] : [name.trim()],
  );
  const parts = line.split(BARS).filter((part) => part !== '' && !isSection(part));
  const isTold = (part: string): boolean =>
    [...alone, copyright].some((text) => holds(text, part)) || homes.some((home) => isAt(home, part));
  const paper = parts.length > 1 ? parts.find(isTold) : (parts[0] ?? alone[0]);
  const inFull = alone.find((name) => name.toLowerCase() === `the ${paper}`.toLowerCase());
  return inFull ?? paper ?? (line === '' ? undefined : line);
}

/** "© 2025 The Courier." holds "The Courier". */
const holds = (text: string, name: string): boolean => ` ${folded(text)} `.includes(` ${folded(name)} `);

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** quaysidecourier.example is where "The Quayside Courier" is. */
function isAt(home: string | undefined, name: string): boolean {
  if (home === undefined || !URL.canParse(home)) return false;
  const letters = folded(name).replace(/^the /, '').replaceAll(' ', '');
  return letters.length > 2 && new URL(home).hostname.replaceAll('-', '').includes(letters);
}
