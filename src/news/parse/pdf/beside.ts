import { isNotice } from '../html/notices.ts';
import type { Place } from '../html/place.ts';
import { comparable } from '../html/prose.ts';
import type { Passage } from './headline.ts';
import { isClosed } from './type.ts';

/** What is printed has no boxes. */
const NOWHERE: Place = {
  element: { name: 'p', attributes: new Map(), children: [], number: 0, last: 0 },
  around: undefined,
};

const saysNothing = ({ text, isHeading }: Passage): boolean =>
  isNotice({
    ...{ text, level: isHeading ? 2 : 0, place: NOWHERE },
    ...{ links: [], linked: 0, bold: 0, timed: 0 },
  });

/**
 * Passages without those that stand beside the story: captions and notices, lines below "Related" and its like, words
 * that were pulled from the story to be set large.
 */
export function withoutBeside(passages: readonly Passage[]): readonly Passage[] {
  let inBox = false;
  const story = passages.filter((passage) => {
    const isGone = saysNothing(passage);
    inBox = isGone ? inBox || passage.isHeading : inBox && !passage.isHeading && !isClosed(passage.text);
    return !isGone && !inBox;
  });
  const pulled = pulledFrom(story);
  return story.filter((passage) => !pulled.has(passage));
}

const QUOTATION = /^["“„«][^“”„»"]{8,300}["”“»]$/;
/** Each is looked for in all of the story. */
const MOST_PULLED = 20;

function pulledFrom(story: readonly Passage[]): ReadonlySet<Passage> {
  const quotations = story.filter(({ text }) => QUOTATION.test(text)).slice(0, MOST_PULLED);
  const rest = comparable(
    story
      .filter((passage) => !quotations.includes(passage))
      .map(({ text }) => text)
      .join(' '),
  );
  return new Set(quotations.filter(({ text }) => ` ${rest} `.includes(` ${comparable(text)} `)));
}
