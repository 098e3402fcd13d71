import { type Answer, type AnswerOptions, answerQuestion, type NoAnswer } from './answer/answer.ts';
import { createConversations } from './answer/conversation.ts';
import { type Meaning, noMeaning } from './answer/meaning.ts';
import { type Question, understandQuestion } from './answer/question.ts';
import { likelierMeant } from './answer/readings.ts';
import { type KnownWords, repairQuestion } from './answer/repair.ts';
import { createChecker } from './check/check.ts';
import type { Verdict } from './check/verdict.ts';
import { type Article, type ArticleId, newestFirst, type Span, textAt } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';
import { quotationsIn } from './news/quotations/quotations.ts';
import { createBacklog } from './newsroom/backlog.ts';
import { type ArticleFilter, type Change, createHoldings } from './newsroom/holdings.ts';
import { publishersOf } from './newsroom/publishers.ts';
import { createShelf, type SavedShelf } from './newsroom/shelf.ts';
import { asksForMore, readingsAfter, turnOf } from './newsroom/turns.ts';
import { isStating, peopleIn, type SpeakerEntry } from './people/people.ts';
import { createRegister } from './people/register.ts';
import type { Roster } from './people/roster.ts';
import {
  type Archive,
  type QuotationFilter,
  selectQuotations,
  selectStatements,
} from './people/selection.ts';
import type { SearchEngine } from './search/engine.ts';
import type { Lexicon } from './search/lexicon.ts';
import { createSpelling, type Spelling } from './search/spelling.ts';
import { isSpeaker } from './speakers.ts';
import { type Suggestion, suggestArticles, suggestNames, suggestSpeakers } from './suggestions.ts';

export type { ArticleFilter, Change, QuotationFilter, SpeakerEntry, Suggestion };

export interface AskOptions extends ArticleFilter {
  /** Earlier questions asked here are taken into account, and this one is remembered. */
  readonly conversation?: string;
  /** Another conversation, which goes on in this one. */
  readonly continues?: string;
}

export interface CheckOptions {
  /** Any way of naming who is said to have said it. */
  readonly speaker?: string;
}

export type SuggestionKind = 'speaker' | 'article' | 'publisher';

/** Articles as they once were, and lines of JSON of what was found out about them. */
export interface SavedNewsroom extends SavedShelf {
  readonly copies: Iterable<string>;
}

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
  /** The articles that fit, newest first. */
  selected(filter: ArticleFilter): readonly Article[];
  /** Their names as they are written most often; those with most articles first. */
  publishers(): readonly string[];
  /** The day it is, in UTC: `2025-02-16`. */
  today(): string;
  /** Whole days since an ISO date, or date and time. */
  daysSince(date: string): number;
  /** The copies of an article, in other papers, that hold these stretches of it word for word. */
  alsoIn(article: Article, spans: readonly Span[]): readonly Article[];
  /** Best first, at most 25; with nothing typed, the most useful ones. */
  suggest(kind: SuggestionKind, typed: string): readonly Suggestion[];
  /** From now on these articles are there, and those are not. Takes a few milliseconds an article. */
  update(change: Change): void;
  /** How many passages are searched. */
  readonly passages: number;
  /** Lines of JSON, from which the same can be searched again. */
  save(): Omit<SavedNewsroom, 'articles'> & { readonly engine: Iterable<string> };
  /**
   * Reads every article for its quotations, one at a time, with a pause after each in which others are answered:
   * nobody who asks for a speaker later waits for it. Never holds the process open.
   */
  readAhead(): Promise<void>;
}

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

/**
 * Brings articles, an engine and our own judgement together.
 *
 * @param saved what another one's `save` gave, with its articles: the engine has them already.
 */
export function createNewsroom(
  read: readonly Article[],
  engine: SearchEngine,
  meaning: Meaning = noMeaning,
  now: () => number = Date.now,
  saved?: SavedNewsroom,
): Newsroom {
  const holdings = createHoldings(saved?.copies);
  const { byId } = holdings;
  const shelf = createShelf(engine, meaning, saved);
  let known = knownWords(shelf.lexicon, meaning);
  const conversations = createConversations<Answer | NoAnswer>(now);
  const register = createRegister(byId, newestFirst, ({ article: id, spans }) => {
    const article = byId.get(id);
    return article === undefined || !holdings.selection({}).isRetold(article, spans);
  });
  const checker = createChecker();
  const unregistered = createBacklog({
    read: (article) => register.read(article, quotationsIn(article)),
    forget: register.forget,
  });
  const unchecked = createBacklog(checker);
  const roster = (): Roster => {
    unregistered.readAll();
    return register.roster();
  };
  const archive: Archive = {
    holdings,
    shelf,
    quotationsIn,
    roster,
    understand: (about) => understandQuestion(repairQuestion(about, known), shelf.lexicon.isName),
  };

  const update = ({ put, remove }: Change): void => {
    const coming = new Map(put.map((article) => [article.id, article]));
    const touched = [...remove, ...coming.keys()];
    const copies = new Set(touched.flatMap(holdings.copiesOf));
    for (const id of touched) {
      const before = byId.get(id);
      if (before === undefined) continue;
      unregistered.remove(before);
      unchecked.remove(before);
      shelf.remove(id);
    }
    holdings.change({ put: [...coming.values()], remove });
    for (const article of [...coming.values()].sort(newestFirst)) {
      shelf.put(article);
      unregistered.put(article);
      unchecked.put(article);
    }
    // Another of them may be the one whose statements count now.
    for (const copy of [...copies, ...touched.flatMap(holdings.copiesOf)])
      if (byId.get(copy.id) === copy) unregistered.put(copy);
    known = knownWords(shelf.lexicon, meaning);
  };
  update({ put: read, remove: [] });

  /** Under way, also of articles that come meanwhile. */
  let reading: Promise<void> | undefined;
  const readAll = async (): Promise<void> => {
    while (unregistered.readNext() || unchecked.readNext())
      await new Promise((resolve) => setTimeout(resolve, 0).unref());
    roster();
  };

  const within = (filter: ArticleFilter): AnswerOptions => {
    const { isWhole, has, isRetold } = holdings.selection(filter);
    if (isWhole) return {};
    return {
      within: (id) => {
        const found = shelf.passage(id);
        return found !== undefined && has(found.article.id) && !isRetold(found.article, found.sentences);
      },
    };
  };

  return {
    get articles() {
      return holdings.articles;
    },
    ask(question, { conversation, continues, ...filter } = {}) {
      if (conversation !== undefined && continues !== undefined)
        conversations.takeUp(conversation, continues);
      const history = conversation === undefined ? [] : conversations.turns(conversation);
      const leaveOut = asksForMore(question) ? history.flatMap(({ shown }) => shown) : [];
      const answered = (understood: Question): Answer | NoAnswer =>
        answerQuestion(understood, shelf, { ...within(filter), leaveOut });
      const [first, second] = readingsAfter(repairQuestion(question, known), history, shelf.lexicon.isName);
      const outcome =
        second === undefined ? answered(first) : likelierMeant(answered(first), answered(second));
      if (conversation !== undefined)
        conversations.remember(conversation, turnOf(question, outcome, answered));
      return outcome;
    },
    lastAnswer: (conversation) => conversations.turns(conversation).at(-1)?.again(),
    lastAsked: conversations.lastAt,
    quotations: (filter = {}) => selectQuotations(filter, archive),
    statements: (filter = {}) => selectStatements(filter, archive),
    checkQuotation(words, { speaker } = {}) {
      unchecked.readAll();
      return checker.check(
        words,
        speaker === undefined ? undefined : (quotation) => isSpeaker(quotation, speaker, byId),
      );
    },
    speakers: (id) =>
      id === undefined
        ? roster().people.filter(isStating)
        : peopleIn([byId.get(id) ?? []].flat().flatMap(quotationsIn), byId),
    speakersNamed(typed) {
      const named = roster().named(typed);
      const told = named.filter(isStating);
      return told.length > 0 ? told : named;
    },
    article: (reference) =>
      byId.get(reference) ?? holdings.byKey(reference) ?? byHeadline(holdings.articles, reference),
    selected: (filter) => holdings.selection(filter).articles,
    publishers: () => publishersOf(holdings.articles),
    today: () => new Date(now()).toISOString().slice(0, 10),
    daysSince: (date) => Math.floor((now() - Date.parse(date)) / DAY_MS),
    alsoIn: (article, spans) =>
      holdings
        .copiesOf(article.id)
        .filter((copy) => spans.every((span) => copy.text.includes(textAt(article, span)))),
    suggest(kind, typed) {
      if (kind === 'article') return suggestArticles(holdings.articles, typed);
      if (kind === 'publisher') return suggestNames(publishersOf(holdings.articles), typed);
      return suggestSpeakers(roster().people.filter(isStating), typed);
    },
    update,
    get passages() {
      return engine.size;
    },
    save: () => ({ copies: holdings.save(), lexicon: shelf.lexicon.save(), engine: engine.save() }),
    readAhead() {
      reading ??= readAll().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

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
