import {
  type Answer,
  type AnswerOptions,
  answerQuestion,
  type NoAnswer,
  type Shelf,
  type Shown,
  unknownTerms,
} from './answer/answer.ts';
import { createClosenessTable } from './answer/closeness.ts';
import { createConversations, type Turn, understoodAfter } from './answer/conversation.ts';
import { type Meaning, noMeaning } from './answer/meaning.ts';
import { type Question, understandQuestion } from './answer/question.ts';
import { type KnownWords, repairQuestion } from './answer/repair.ts';
import { articleKey } from './article-key.ts';
import { createChecker } from './check/check.ts';
import type { Verdict } from './check/verdict.ts';
import { type Article, type ArticleId, textAt } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';
import { quotationsIn } from './news/quotations/quotations.ts';
import { peopleIn, type SpeakerEntry } from './people/people.ts';
import { createRoster, type Roster } from './people/roster.ts';
import {
  type Archive,
  type QuotationFilter,
  selectQuotations,
  selectStatements,
} from './people/selection.ts';
import type { SearchEngine } from './search/engine.ts';
import { createLexicon, type Lexicon } from './search/lexicon.ts';
import { headingText, type Passage, type PassageId, passagesOf } from './search/passages.ts';
import { createSpelling, type Spelling } from './search/spelling.ts';
import { isSpeaker } from './speakers.ts';
import { type Suggestion, suggestArticles, suggestSpeakers } from './suggestions.ts';

export type { QuotationFilter, SpeakerEntry, Suggestion };

export interface AskOptions {
  /** Search in this article only. */
  readonly article?: ArticleId;
  /** Earlier questions asked here are taken into account, and this one is remembered. */
  readonly conversation?: string;
  /** Another conversation, which goes on in this one. */
  readonly continues?: string;
}

export interface CheckOptions {
  /** Any way of naming who is said to have said it. */
  readonly speaker?: string;
}

export type SuggestionKind = 'speaker' | 'article';

/** Everything the commands may know: articles that were read, and what can be asked of them. */
export interface Newsroom {
  /** Newest first. */
  readonly articles: readonly Article[];
  ask(question: string, options?: AskOptions): Answer | NoAnswer;
  /** What was answered last in a conversation; undefined when nothing was, or it was forgotten. */
  lastAnswer(conversation: string): Answer | NoAnswer | undefined;
  /** When something was last asked in a conversation, in ms since 1970; 0 where nothing is known of it. */
  lastAsked(conversation: string): number;
  /** Every row: newest article first, then in the order of the text; with `about`, the nearest to it first. */
  quotations(filter?: QuotationFilter): readonly Quotation[];
  /** What is shown of them, in the same order: each statement once, without scare quotes. */
  statements(filter?: QuotationFilter): readonly Quotation[];
  /** Whether somebody said the words, and the named speaker did. */
  checkQuotation(words: string, options?: CheckOptions): Verdict;
  /** Most quoted first. */
  speakers(article?: ArticleId): readonly SpeakerEntry[];
  /** Whom a person may mean, most quoted first. */
  speakersNamed(typed: string): readonly SpeakerEntry[];
  /** By id, by the key that buttons carry, or by (part of) its headline; undefined when none or several fit. */
  article(reference: string): Article | undefined;
  /** Best first, at most 25; with nothing typed, the most useful ones. */
  suggest(kind: SuggestionKind, typed: string): readonly Suggestion[];
  /**
   * Reads every article for its quotations, one at a time, with a pause after each in which others are answered:
   * nobody who asks for a speaker later waits for it. Never holds the process open.
   */
  readAhead(): Promise<void>;
}

/** Indexes articles. */
export function stock(
  articles: readonly Article[],
  engine: SearchEngine,
  meaning: Meaning = noMeaning,
): Shelf {
  const passages = new Map<PassageId, Passage>();
  const lexicon = createLexicon();
  for (const article of articles) {
    const own = passagesOf(article);
    engine.add(own);
    lexicon.add(own);
    for (const passage of own) passages.set(passage.id, passage);
  }
  return {
    engine,
    lexicon,
    closeness: createClosenessTable(meaning, lexicon.rarity),
    passage: (id) => passages.get(id),
  };
}

const COURTESY =
  /^\W*(?:hello|hi|hey|thanks?|thank you|ok(?:ay)?|yes|no|please|good (?:morning|afternoon|evening|night)|(?:good ?)?bye)\W*$/i;

/** "hello" goes on with nothing: words of which no article holds any are no follow-up. */
function understandAfter(
  question: string,
  history: readonly Turn<Answer | NoAnswer>[],
  lexicon: Lexicon,
): Question {
  const alone = understandQuestion(question, lexicon.isName);
  if (COURTESY.test(question)) return alone;
  if (alone.terms.length > 0 && unknownTerms(alone, lexicon).length === alone.terms.length) return alone;
  return understandQuestion(understoodAfter(question, history, lexicon.isName), lexicon.isName);
}

const asksForMore = (question: string): boolean => /\b(?:else|other|another|more)\b/i.test(question);

const shownIn = (outcome: Answer | NoAnswer): readonly Shown[] =>
  (outcome.kind === 'answer' ? [outcome.best, ...outcome.further] : []).map(({ passage, sentence }) => ({
    passage,
    sentence,
  }));

/** Stems are often words too: "reject" where the articles hold only "rejected". Taken last, as if they were rare. */
function* stemsOf(lexicon: Lexicon): Iterable<readonly [string, number]> {
  for (const [term] of lexicon.terms()) yield [term, 0];
}

/** Spelling is learned when the first unknown word is asked about: most questions hold none. */
function knownWords(lexicon: Lexicon, meaning: Meaning): KnownWords {
  let spelling: Spelling | undefined;
  return {
    inArticles: lexicon.knows,
    inEnglish: (term) => meaning.rowOf(term) >= 0,
    spelling: {
      meant: (word) => {
        spelling ??= createSpelling([...lexicon.words(), ...stemsOf(lexicon)]);
        return spelling.meant(word);
      },
    },
  };
}

/** Brings articles, an engine and our own judgement together. */
export function createNewsroom(
  read: readonly Article[],
  engine: SearchEngine,
  meaning: Meaning = noMeaning,
  now: () => number = Date.now,
): Newsroom {
  const articles = [...read].sort(newestFirst);
  const shelf = stock(articles, engine, meaning);
  const known = knownWords(shelf.lexicon, meaning);
  const conversations = createConversations<Answer | NoAnswer>(now);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byKey = new Map(articles.map((article) => [articleKey(article), article]));

  // Made when first asked for: reading all articles for their quotations takes longer than indexing them.
  let everybody: Roster | undefined;
  const roster = (): Roster => {
    everybody ??= createRoster(peopleIn(articles.flatMap(quotationsIn), byId));
    return everybody;
  };
  const checker = createChecker(articles);
  const archive: Archive = {
    articles,
    byId,
    shelf,
    quotationsIn,
    roster,
    understand: (about) => understandQuestion(repairQuestion(about, known), shelf.lexicon.isName),
  };

  return {
    articles,
    ask(question, { article, conversation, continues } = {}) {
      if (conversation !== undefined && continues !== undefined)
        conversations.takeUp(conversation, continues);
      const history = conversation === undefined ? [] : conversations.turns(conversation);
      const understood = understandAfter(repairQuestion(question, known), history, shelf.lexicon);
      const options: AnswerOptions = {
        ...(article !== undefined && {
          within: (id: PassageId) => shelf.passage(id)?.article.id === article,
        }),
        leaveOut: asksForMore(question) ? history.flatMap(({ shown }) => shown) : [],
      };
      const answered = (): Answer | NoAnswer => answerQuestion(understood, shelf, options);
      const outcome = answered();
      if (conversation !== undefined)
        conversations.remember(conversation, turnOf(question, outcome, answered));
      return outcome;
    },
    lastAnswer: (conversation) => conversations.turns(conversation).at(-1)?.again(),
    lastAsked: conversations.lastAt,
    quotations: (filter = {}) => selectQuotations(filter, archive),
    statements: (filter = {}) => selectStatements(filter, archive),
    checkQuotation: (words, { speaker } = {}) =>
      checker.check(
        words,
        speaker === undefined ? undefined : (quotation) => isSpeaker(quotation, speaker, byId),
      ),
    speakers: (id) =>
      id === undefined ? roster().people : peopleIn([byId.get(id) ?? []].flat().flatMap(quotationsIn), byId),
    speakersNamed: (typed) => roster().named(typed),
    article: (reference) => byId.get(reference) ?? byKey.get(reference) ?? byHeadline(articles, reference),
    suggest: (kind, typed) =>
      kind === 'article' ? suggestArticles(articles, typed) : suggestSpeakers(roster().people, typed),
    async readAhead() {
      for (const article of articles) {
        quotationsIn(article);
        await new Promise((resolve) => setTimeout(resolve, 0).unref());
      }
      roster();
    },
  };
}

/** What a follow-up may refer to. */
function turnOf(
  asked: string,
  outcome: Answer | NoAnswer,
  again: () => Answer | NoAnswer,
): Turn<Answer | NoAnswer> {
  const turn = { asked, understood: outcome.question.text, shown: shownIn(outcome), again };
  if (outcome.kind === 'no-answer') return { ...turn, answer: null, topic: null };
  const { passage, sentence } = outcome.best;
  const topic = [passage.article.headline, headingText(passage) || null] as const;
  return { ...turn, answer: textAt(passage.article, sentence), topic };
}

/** Articles without a date come last; the id settles the rest, so that two runs agree. */
function newestFirst(a: Article, b: Article): number {
  return (b.published ?? '').localeCompare(a.published ?? '') || a.id.localeCompare(b.id);
}

function byHeadline(articles: readonly Article[], reference: string): Article | undefined {
  const typed = reference.trim().toLowerCase();
  if (typed === '') return undefined;
  const whole = articles.filter(({ headline }) => headline.toLowerCase() === typed);
  const fitting =
    whole.length > 0
      ? whole
      : articles.filter(({ headline, id }) => `${headline} ${id}`.toLowerCase().includes(typed));
  return fitting.length === 1 ? fitting[0] : undefined;
}
