import type { Match, Verdict } from '../src/check/verdict.ts';
import { textAt } from '../src/news/article.ts';
import type { Quotation } from '../src/news/quotations/quotation.ts';
import type { Words } from '../src/words/words.ts';

/** A verdict in our own words. @param asked who is said to have said it. */
export function inWords(verdict: Verdict, asked: string | undefined, words: Words): string {
  const { check } = words;
  switch (verdict.kind) {
    case 'exact':
      return [check.exact[verdict.extent], whose(verdict.match, asked, words), ...mind(verdict, words)].join(
        ' ',
      );
    case 'altered':
      return `${check.altered} ${whose(verdict.match, asked, words)}`;
    case 'somebody-else':
      return another(verdict, asked ?? '', words);
    case 'not-speech':
      return notSpeech(verdict, words);
    case 'not-found':
      return verdict.nearest === null ? check.notFound : `${check.notFound} ${check.nearestSaysElse}`;
  }
}

type SomebodyElse = Extract<Verdict, { kind: 'somebody-else' }>;

/** Only whom the article names with the words is told without a doubt. */
function another({ match, altered }: SomebodyElse, asked: string, { check }: Words): string {
  const quotation = spokenIn(match);
  const name = speakerIn(match);
  if (name === null || quotation?.grade === 'named') return check.somebodyElses(name, asked, altered);
  const mention = quotation?.grade === 'pronoun' ? (quotation.speaker?.mention ?? null) : null;
  const pronoun = mention === null ? null : textAt(match.article, mention);
  return check.perhapsSomebodyElses(name, asked, altered, pronoun);
}

type Exact = Extract<Verdict, { kind: 'exact' }>;
type NotSpeech = Extract<Verdict, { kind: 'not-speech' }>;

/** An attribution that the article leaves open stays open. */
function whose(match: Match, asked: string | undefined, { check }: Words): string {
  const name = speakerIn(match);
  if (name !== null) return check.by(name);
  return asked === undefined ? check.nobodys : check.notClearlyBy(asked);
}

const mind = ({ match, extent, without }: Exact, { check }: Words): readonly string[] =>
  without === null
    ? []
    : [check.mind(textAt(match.article, without), extent === 'cut' ? 'left-out' : 'rest')];

function notSpeech({ match, said, altered }: NotSpeech, { check }: Words): string {
  switch (said) {
    case 'reported':
      return check.reportedOnly(speakerIn(match), altered);
    case 'partly':
      return check.partlyQuoted(altered);
    case 'none':
      return check.articlesOwn(altered);
  }
}

/** A pronoun that is nobody's tells no speaker. */
const spokenIn = ({ quotations }: Match): Quotation | undefined =>
  quotations.find(({ speaker, grade }) => speaker !== null && grade !== 'unknown');

function speakerIn(match: Match): string | null {
  const speaker = spokenIn(match)?.speaker ?? null;
  return speaker === null ? null : textAt(match.article, speaker.name);
}
