const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two lines of a masthead say the same, however they are set: "FRANCE24", "France 24". */
export const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && lettersOf(one) === lettersOf(other);
