import { buildArticle } from '../news/article.ts';
import { aliasForms } from './aliases.ts';
import { irregularForms } from './irregular.ts';
import { passagesOf } from './passages.ts';
import { stopWords } from './stopwords.ts';
import { indexTerms } from './terms.ts';

/** Holds what terms, sentences and passages have rules for. */
const SAMPLE = buildArticle('sample', { headline: 'U.S. Talks Fail, Again' }, [
  {
    heading: 'Why It Matters',
    paragraphs: [
      'Mr. Ås-Lund’s 3,000 ferries weren’t “re-opened” at 9 a.m. in the U.S. Dr. Cole’s $1.5 million (£1.2m) did that.',
      'North Korea said: “No.” The E.U.’s 27 members, e.g. Malta, met on Feb. 14; nobody’d agreed…',
      'He went, she goes, they have gone; mice, mouse. '.repeat(60),
    ],
  },
]);

/** Something else whenever texts are cut or read in another way: what was made of them then is of no use any more. */
export const readingRules = (): string =>
  JSON.stringify([
    [...stopWords],
    [...irregularForms],
    [...aliasForms],
    passagesOf(SAMPLE).map(({ id, span, heading, neighbours }) => [id, span, heading, neighbours]),
    indexTerms(SAMPLE.text),
  ]);
