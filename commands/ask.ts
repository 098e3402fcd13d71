import type { Answer, Evidence, NoAnswer } from '../src/answer/answer.ts';
import { defineCommand, UserError } from '../src/command.ts';
import { type Article, overlap, type Span } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, Block, PassageBlock, Reply, Strength } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import {
  CHOOSING,
  type Chosen,
  chosenFrom,
  filterOf,
  isLimited,
  lookedIn,
  nowhere,
} from './articles-chosen.ts';
import { bearing, quotesAction } from './bearing.ts';
import { newestNote } from './freshness.ts';
import { passageActions } from './passage-actions.ts';
import { type Place, writePlaces } from './places.ts';
import { canBeCarried } from './quote-call.ts';

/** A question → the article's own words, or that the articles do not say. */
export const ask = defineCommand({
  name: 'ask',
  description: 'Answers a question in the articles’ own words, or says that they do not say',
  options: {
    question: { type: 'text', description: 'What would you like to know?', required: true, maxLength: 1_000 },
    ...CHOOSING,
  },
  main: 'question',
  menu: 'Ask the articles',
  private: true,
  async run(newsroom, { question, ...choice }, { conversation, continues, words }): Promise<Reply> {
    if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError(words.ask.noWords);
    const chosen = chosenFrom(newsroom, choice, words);
    const none = nowhere(newsroom, chosen, words);
    if (none !== null) return { blocks: [none], actions: [] };
    const outcome = newsroom.ask(question, {
      conversation,
      ...(continues !== undefined && { continues }),
      ...filterOf(chosen),
    });
    const asked: Asked = { newsroom, question, chosen, words };
    return outcome.kind === 'answer' ? answered(outcome, asked) : notAnswered(outcome, asked);
  },
});

interface Asked {
  readonly newsroom: Newsroom;
  readonly question: string;
  readonly chosen: Chosen;
  readonly words: Words;
}

function answered(answer: Answer, { newsroom, question, chosen, words }: Asked): Reply {
  const passages = [
    passageBlock(newsroom, answer.best, answer.strength, wholeSaying(newsroom, answer)),
    ...answer.further.map((one) => passageBlock(newsroom, one, null)),
  ];
  const quotations = bearing(newsroom, answer, passages);
  return {
    blocks: [
      ...understood(answer.question.text, question),
      ...lookedIn(newsroom, chosen, words),
      ...passages,
      ...quotations,
      ...newestNote(newsroom, chosen, answer.best.passage.article, words),
    ],
    actions: [
      ...actionsAt([answer.best, ...nextPassages(answer)], words),
      ...quotesAction(answer, chosen, words),
    ],
  };
}

function notAnswered({ question: { text }, reason, nearest }: NoAnswer, asked: Asked): Reply {
  const { newsroom, question, chosen, words } = asked;
  const isPart = isLimited(chosen);
  const note: Block = { kind: 'note', tone: 'absent', text: words.ask.noAnswer(reason, isPart) };
  if (reason.kind === 'names-nothing') return { blocks: [...understood(text, question), note], actions: [] };
  return {
    blocks: [
      ...understood(text, question),
      ...lookedIn(newsroom, chosen, words),
      note,
      ...(nearest === null ? [] : [passageBlock(newsroom, nearest, 'nearest')]),
      ...newestNote(newsroom, chosen, null, words),
    ],
    actions: [...(nearest === null ? [] : actionsAt([nearest], words)), ...elsewhere(text, asked)],
  };
}

/** Other articles may say what those do not that were looked in. */
function elsewhere(question: string, { newsroom, chosen, words }: Asked): readonly Action[] {
  const options = { question };
  if (!isLimited(chosen) || !canBeCarried(options)) return [];
  return newsroom.ask(question).kind === 'answer'
    ? [{ kind: 'command', label: words.labels.allArticles, command: 'ask', options, inPlace: false }]
    : [];
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

function passageBlock(
  newsroom: Newsroom,
  { passage, sentence }: Evidence,
  strength: Strength | null,
  answers: readonly Span[] = [sentence],
): PassageBlock {
  const { article, span, heading } = passage;
  const also = newsroom.alsoIn(article, answers);
  return { kind: 'passage', article, span, answers, heading, strength, also };
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
