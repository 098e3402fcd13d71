import type { RefusalCode } from '../../librarian.ts';

/** The others are said in English by whoever refuses, with their particulars. */
export const REASONS: Readonly<Partial<Record<RefusalCode, string>>> = {
  corrected: 'The article was corrected by hand, and its page has changed too.',
  'written-by-hand': 'The article was written by hand, and reads differently.',
  'broken-file': 'The file of the article cannot be read as it is now, and its page has changed.',
  'not-rewritten': 'The article is kept in a format that is not rewritten.',
  'other-article': 'Another article stands at that address now; the one that stood there is kept.',
  'only-part': 'Only a part of the article is shown there now; the whole one is kept.',
};
