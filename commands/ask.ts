import type { Answer, Evidence, NoAnswer } from '../src/answer/answer.ts';
import { defineCommand, UserError } from '../src/command.ts';
import { type Article, overlap, type Span } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, Block, PassageBlock, Reply, Strength } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { articleNamed } from './article-named.ts';
import { bearing, quotesAction } from './bearing.ts';
import { passageActions } from './passage-actions.ts';
import { type Place, writePlaces } from './places.ts';

/** A question → the article's own words, or that the articles do not say. */
export const ask = defineCommand({
  name: 'ask',
  description: 'Answers a question in the articles’ own words, or says that they do not say',
  options: {
    question: { type: 'text', description: 'What would you like to know?', required: true, maxLength: 1_000 },
    article: { type: 'text', description: 'Look in this article only', suggest: 'article' },
  },
  main: 'question',
  menu: 'Ask the articles',
  private: true,
  async run(newsroom, { question, article }, { conversation, continues, words }): Promise<Reply> {
    if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError(words.ask.noWords);
    const only = article === undefined ? undefined : articleNamed(newsroom, article, words).id;
    const outcome = newsroom.ask(question, {
      conversation,
      ...(continues !== undefined && { continues }),
      ...(only !== undefined && { article: only }),
    });
    return outcome.kind === 'answer'
      ? answered(newsroom, outcome, question, words)
      : notAnswered(outcome, question, words);
  },
});

function answered(newsroom: Newsroom, answer: Answer, question: string, words: Words): Reply {
  const passages = [
    { ...passageBlock(answer.best, answer.strength), answers: wholeSaying(newsroom, answer) },
    ...answer.further.map((one) => passageBlock(one, null)),
  ];
  const quotations = bearing(newsroom, answer, passages);
  return {
    blocks: [...understood(answer.question.text, question), ...passages, ...quotations],
    actions: [...actionsAt([answer.best, ...nextPassages(answer)], words), ...quotesAction(answer, words)],
  };
}

function notAnswered(
  { question: { text }, reason, nearest }: NoAnswer,
  question: string,
  words: Words,
): Reply {
  const note: Block = { kind: 'note', tone: 'absent', text: words.ask.noAnswer(reason) };
  if (nearest === null) return { blocks: [...understood(text, question), note], actions: [] };
  return {
    blocks: [...understood(text, question), note, passageBlock(nearest, 'nearest')],
    actions: actionsAt([nearest], words),
  };
}

/** What can be done with the first, which is shown, and with those that come after it. */
function actionsAt(places: readonly Evidence[], words: Words): readonly Action[] {
  const written = places.map(({ passage: { article }, sentence }): Place => ({ article, sentence }));
  const [first] = written;
  return first === undefined ? [] : passageActions(first, { at: writePlaces(written), number: 1 }, 0, words);
}

/** The best sentences of passages that are not shown already. */
function nextPassages({ best, further, evidence }: Answer): readonly Evidence[] {
  const seen = new Set([best, ...further].map(({ passage }) => passage.id));
  return evidence.filter(({ passage: { id } }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** Nobody should have to guess how a follow-up was read. */
const understood = (text: string, question: string): readonly Block[] =>
  text === question ? [] : [{ kind: 'note', tone: 'understood', text }];

function passageBlock({ passage, sentence }: Evidence, strength: Strength | null): PassageBlock {
  const { article, span, heading } = passage;
  return { kind: 'passage', article, span, answers: [sentence], heading, strength };
}

/** A quotation that runs over several sentences of the passage, broken by "he said", belongs together. */
function wholeSaying(newsroom: Newsroom, { question, best }: Answer): readonly Span[] {
  const { passage, sentence } = best;
  if (question.kind !== 'quote') return [sentence];
  const saying = newsroom
    .quotations({ article: passage.article.id })
    .filter(({ kind, spans }) => kind !== 'term' && spans.some((span) => overlap(span, sentence)))
    .sort((a, b) => Number(a.kind === 'indirect') - Number(b.kind === 'indirect'))[0];
  const together = passage.sentences.filter(
    (one) => one === sentence || saying?.spans.some((span) => overlap(span, one)),
  );
  return joined(passage.article, together);
}

/** Spans with nothing but white space between them, as one. */
function joined(article: Article, spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last === undefined || article.text.slice(last.end, span.start).trim() !== '') runs.push(span);
    else runs[runs.length - 1] = { start: last.start, end: span.end };
  }
  return runs;
}
