import type { Match, Verdict } from '../src/check/verdict.ts';
import { textAt } from '../src/news/article.ts';

/** A verdict in our own words. @param asked who is said to have said it. */
export function inWords(verdict: Verdict, asked: string | undefined): string {
  switch (verdict.kind) {
    case 'exact':
      return `${exactly(verdict)} ${whose(verdict.match, asked)}${mind(verdict)}`;
    case 'altered':
      return `Altered: these are not the words in the article. ${whose(verdict.match, asked)}`;
    case 'somebody-else': {
      const words = verdict.altered ? 'Nearly these words' : 'These words';
      return `Somebody else’s: ${lowerFirst(words)} are by ${speakerIn(verdict.match) ?? 'another'}, not by “${asked ?? ''}”.`;
    }
    case 'not-speech':
      return notSpeech(verdict);
    case 'not-found':
      return verdict.nearest === null
        ? 'Not found: the articles quote nobody with these words.'
        : 'Not found: the articles quote nobody with these words. The nearest quotation says something else.';
  }
}

type Exact = Extract<Verdict, { kind: 'exact' }>;
type NotSpeech = Extract<Verdict, { kind: 'not-speech' }>;

function exactly({ extent }: Exact): string {
  switch (extent) {
    case 'whole':
      return 'Exact, word for word.';
    case 'part':
      return 'Exact, word for word: part of a longer quotation.';
    case 'cut':
      return 'Exact, with words left out.';
  }
}

/** An attribution that the article leaves open stays open. */
function whose(match: Match, asked: string | undefined): string {
  const name = speakerIn(match);
  if (name !== null) return `The article attributes them to ${name}.`;
  return asked === undefined
    ? 'The article does not make clear whose they are.'
    : `The article does not make clear whether they are “${asked}”’s.`;
}

function mind({ match, extent, without }: Exact): string {
  if (without === null) return '';
  const where = extent === 'cut' ? 'what is left out' : 'the rest of the sentence';
  return ` Mind the “${textAt(match.article, without)}” in ${where}.`;
}

function notSpeech({ match, said, altered }: NotSpeech): string {
  const words = altered ? 'nearly these words' : 'these words';
  if (said === 'reported')
    return `Not a quotation: the article reports ${words} without quotation marks, as said by ${speakerIn(match) ?? 'somebody it does not name'}.`;
  return said === 'partly'
    ? `Not a quotation as it stands: only some of ${words} are between quotation marks, the others are the article’s own.`
    : `Not a quotation: ${words} are the article’s own, and it quotes nobody with them.`;
}

function speakerIn({ article, quotations }: Match): string | null {
  const speaker = quotations.find((quotation) => quotation.speaker !== null)?.speaker;
  return speaker === undefined || speaker === null ? null : textAt(article, speaker.name);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
