import type { Reason } from '../answer/answer.ts';
import type { Sign } from '../answer/explain.ts';
import type { Extent } from '../check/verdict.ts';
import type { Look } from '../comparison.ts';
import type { Grade } from '../news/quotations/quotation.ts';
import type { Strength } from '../reply.ts';
import type { CorpusWords } from './corpus-words.ts';
import type { DiscordWords } from './discord-words.ts';

/**
 * All of our own words in one language. Names, headlines and what somebody typed are put in as they are: no language
 * may bend them, so that sentences are built around names that stand in the nominative.
 */
export interface Words {
  readonly set: Setting;
  readonly labels: Labels;
  readonly around: AroundWords;
  readonly articles: ArticlesWords;
  readonly ask: AskWords;
  readonly quote: QuoteWords;
  readonly check: CheckWords;
  readonly passage: PassageWords;
  readonly pages: PageWords;
  readonly why: WhyWords;
  readonly help: HelpWords;
  readonly corpus: CorpusWords;
  readonly discord: DiscordWords;
  /** What Discord registers, by the English name; empty in English, where the definitions hold it. */
  readonly commands: Readonly<Record<string, CommandWords>>;
}

/** How the language sets marks, lists, dates, numbers and counts. */
export interface Setting {
  /** In the marks of the language: “…”, „…“, «…». Never around an article's words where they are shown as quoted. */
  quoted(text: string): string;
  /** "a", "a and b", "a, b and c". */
  listed(things: readonly string[]): string;
  /** `2025-02-16T09:30:00Z` → `16 Feb 2025`: the publisher's day, whatever the time zone here. */
  date(published: string): string;
  /** With one decimal place: "1.5", "1,5". */
  decimal(value: number): string;
  articles(count: number): string;
  paragraphs(count: number): string;
  /** "12 quotations · 3 reported": words between marks and reported ones are counted apart. */
  statements(counts: { readonly quotations: number; readonly reported: number }): string;
}

/** On buttons: at most 38 characters; names are clipped by whoever puts them in. */
export interface Labels {
  readonly moreContext: string;
  readonly nextPassage: string;
  readonly previousPassage: string;
  readonly readArticle: string;
  readonly quotesOnThis: string;
  readonly allArticles: string;
  readonly previous: string;
  readonly next: string;
  quotesBy(name: string): string;
  allBy(name: string): string;
}

/** What every face puts around the articles' words. */
export interface AroundWords {
  readonly strength: Readonly<Record<Strength, string>>;
  /** What the marks in a comparison mean. */
  readonly looks: Readonly<Record<Look, string>>;
  /** Beside what somebody said that does not stand between marks; it may hold words that do. */
  readonly reported: string;
  /** Leads to a quotation in its article. */
  readonly readThere: string;
  /** Before the names of other papers that have the story too. */
  readonly alsoIn: string;
  /** After them: "and 2 more". */
  andMore(count: number): string;
  /** How the speaker was recognised; `mention` is the word that stands at the quotation: "he". */
  grade(grade: Grade, mention: string | undefined): string;
}

/** Which articles are looked in: one, or those of a publisher and of a time; dates are beginnings of ISO dates. */
export interface Scope {
  readonly headline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface ArticlesWords {
  readonly none: string;
  readonly sections: string;
  /** Above those that were taken for an article's name; *several*: each of them fits. */
  notOne(typed: string, several: boolean): string;
  /** The same of publishers. */
  notOnePublisher(typed: string, several: boolean): string;
  /** @param option what the option is called where it was typed. */
  notADate(option: string, typed: string): string;
  /** The later one was given as the earlier one. */
  swapped(since: string, until: string): string;
  /** No article is in the scope. */
  noneOf(scope: Scope): string;
  /** Others were left out. */
  onlyIn(scope: Scope): string;
  /** After either, where a time was chosen: articles of which nobody knows when they are from. */
  undated(count: number): string;
  /** The article that was chosen is not of the time that was. @param published as `Setting.date` takes it. */
  outside(headline: string, published: string | undefined, scope: Scope): string;
}

export interface AskWords {
  readonly noWords: string;
  /** @param isPart only some articles were looked in, which stands above: `onlyIn`. */
  noAnswer(reason: Reason, isPart?: boolean): string;
  /** How far the articles go. @param published as `Setting.date` takes it. */
  newest(published: string): string;
}

/** Where nothing is quoted. */
export interface Sought extends Scope {
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
}

export interface QuoteWords {
  /** Above a list of speakers. */
  readonly speakers: string;
  readonly noSpeakers: string;
  readonly perhaps: string;
  readonly amongOthers: string;
  moreSpeakers(count: number): string;
  /** Nobody called so (`about` is then left out), nobody on that, or nobody at all. */
  nobody(sought: Sought): string;
  /** Somebody called so is quoted, but not on that. */
  notOn(sought: Sought & { readonly speaker: string; readonly about: string }): string;
  /** Several people are called so: some of their names, and how many others there are. */
  anyOf(typed: string, names: readonly string[], others: number): string;
}

/** Verdicts. *nearly*: not these words, but nearly these. */
export interface CheckWords {
  readonly exact: Readonly<Record<Extent, string>>;
  readonly altered: string;
  readonly notFound: string;
  readonly nearestSaysElse: string;
  /** Above other articles that have them. */
  readonly sameWords: string;
  readonly nobodys: string;
  noWords(quote: string): string;
  /** At the end of such a list. */
  more(count: number): string;
  by(name: string): string;
  notClearlyBy(asked: string): string;
  /** A word such as "not" that turns the sense around, in what was left out or in what was not given. */
  mind(word: string, place: 'left-out' | 'rest'): string;
  somebodyElses(by: string | null, asked: string, nearly: boolean): string;
  /** The article does not name the speaker there. @param pronoun "he", which seems to stand for the speaker */
  perhapsSomebodyElses(by: string, asked: string, nearly: boolean, pronoun: string | null): string;
  reportedOnly(by: string | null, nearly: boolean): string;
  partlyQuoted(nearly: boolean): string;
  articlesOwn(nearly: boolean): string;
}

export interface PassageWords {
  readonly gone: string;
  /** "Passage 2 of 4" */
  numbered(number: number, count: number): string;
  notAPlace(typed: string): string;
}

export interface PageWords {
  /** "Page 1 of 3" */
  numbered(page: number, pages: number): string;
  /** There is no such page. */
  noSuch(page: number, pages: number): string;
}

/** Where a word of the question stands. */
export type Place = 'sentence' | 'by-another-name' | 'passage' | 'headings' | 'nowhere' | 'elsewhere';

export interface WhyWords {
  readonly nothingYet: string;
  readonly noSentence: string;
  readonly wordsOfQuestion: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly setApart: string;
  readonly othersStronger: string;
  readonly shownAsAnswer: string;
  readonly signs: Readonly<Record<Sign, string>>;
  /** @param points as `Setting.decimal` gives it. */
  behind(points: string): string;
  sure(percent: number): string;
}

/** The example questions are in English in every language: so are the articles, and so are questions read. */
export interface HelpWords {
  readonly intro: string;
  readonly examples: string;
  readonly commands: string;
  whatDidSay(name: string): string;
  whoIs(name: string): string;
}

export interface OptionWords {
  /** Lower case: `/^[-_'\p{L}\p{N}]{1,32}$/u`. */
  readonly name: string;
  /** 1–100 characters. */
  readonly description: string;
}

/** A slash command in another language than English. */
export interface CommandWords extends OptionWords {
  /** By the option's English name. */
  readonly options: Readonly<Record<string, OptionWords>>;
  /** In the menu of a message: 1–32 characters. */
  readonly menu?: string;
}
