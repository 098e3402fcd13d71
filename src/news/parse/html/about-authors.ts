import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';

/** "Bo Lund covers the coast. More about Bo Lund", of somebody whom the page calls its author nowhere else. */
const MORE_ABOUT = /[.!?] more about \p{Lu}[^.!?]*$/iu;

/** "Ada Quill is the harbour correspondent of The Courier." At the end of a story, of one who wrote it. */
export function isAboutItsAuthor({ text, links }: Block, byline: string | undefined): boolean {
  if (MORE_ABOUT.test(text) && links.length > 0 && wordsIn(text) <= 80) return true;
  const authors = (byline ?? '')
    .split(/,| and /)
    .map((name) => name.trim())
    .filter((name) => name.includes(' '));
  const named = authors.find((name) => text.startsWith(name));
  if (named !== undefined && wordsIn(text) <= 80)
    return /^,? (?:is|was|has been|covers|writes|reports|joined|works|can be reached|contributed)\b/.test(
      text.slice(named.length),
    );
  return (
    /^(?:follow|contact|e-?mail|reach|write to|\S+ \S+ can be reached)\b.*(?:@|\bon (?:x|twitter|bluesky|linkedin)\b)/i.test(
      text,
    ) && wordsIn(text) <= 20
  );
}
