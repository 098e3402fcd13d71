/** Characters of the longest article: two novels. */
const LONGEST_TEXT = 1_000_000;

/** Why a text is too long for an article; undefined where it is not. */
export const overlength = ({ length }: string): string | undefined =>
  length <= LONGEST_TEXT
    ? undefined
    : `expected an article of at most ${LONGEST_TEXT.toLocaleString('en')} characters, got ${length.toLocaleString('en')}. Split it up.`;
