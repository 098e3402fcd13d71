import { QUESTIONS } from '../questions.ts';
import { counter, dater, lister, statementCounter } from '../setting.ts';
import type { AroundWords, AskWords, HelpWords, Labels, PageWords, PassageWords, Setting } from '../words.ts';

export const quoted = (text: string): string => `“${text}”`;
const listed = lister(' and ');
export const anyOf = lister(' or ');
export const counted = counter('en');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const SETTING: Setting = {
  quoted,
  listed,
  date: dater(MONTHS),
  decimal: (value) => value.toFixed(1),
  articles: (count) => counted(count, { one: 'article', other: 'articles' }),
  paragraphs: (count) => counted(count, { one: 'paragraph', other: 'paragraphs' }),
  statements: statementCounter(
    (count) => counted(count, { one: 'quotation', other: 'quotations' }),
    (count) => `${count} reported`,
  ),
};

export const LABELS: Labels = {
  moreContext: 'More context',
  nextPassage: 'Next passage',
  previousPassage: 'Previous passage',
  readArticle: 'Read article',
  quotesOnThis: 'Quotes on this',
  allArticles: 'Look in all articles',
  previous: 'Previous',
  next: 'Next',
  quotesBy: (name) => `Quotes by ${name}`,
  allBy: (name) => `All by ${name}`,
};

export const AROUND: AroundWords = {
  strength: {
    strong: 'strong match',
    fair: 'fair match',
    weak: 'weak match',
    nearest: 'nearest passage, not an answer',
  },
  looks: { missing: 'missing from your version', added: 'not in the article' },
  reported: 'reported speech',
  readThere: 'read it there',
  alsoIn: 'also in:',
  andMore: (count) => `and ${count} more`,
  grade(grade, mention) {
    switch (grade) {
      case 'named':
        return 'named';
      case 'pronoun':
        return mention === undefined ? 'through a pronoun' : `through a pronoun (${quoted(mention)})`;
      case 'inferred':
        return 'inferred';
      case 'unknown':
        return 'speaker unknown';
    }
  },
};

export const ASK: AskWords = {
  noWords: 'The question has no words in it. Type what you would like to know, such as: who said what?',
  noAnswer(reason, isPart = false) {
    switch (reason.kind) {
      case 'no-articles':
        return 'There are no articles yet, so there is nothing to answer from.';
      case 'names-nothing':
        return 'The question names nothing to look for. Try naming a person, a place or a thing.';
      case 'unknown-subject':
        return isPart
          ? `Nothing is said there about ${anyOf(reason.words.map(quoted))}.`
          : `The articles say nothing about ${anyOf(reason.words.map(quoted))}.`;
      case 'unknown-words':
        return isPart
          ? `It is not said there. Nothing there holds ${anyOf(reason.words.map(quoted))}.`
          : `The articles do not say. No article holds ${anyOf(reason.words.map(quoted))}.`;
      case 'no-sentence':
        return isPart
          ? 'No sentence there answers the question.'
          : 'The articles hold these words, but no sentence that answers the question.';
    }
  },
  newest: (published) => `newest article: ${SETTING.date(published)}`,
};

export const PASSAGE: PassageWords = {
  gone: 'That article has changed or gone since this was shown. Ask again to see it as it is now.',
  numbered: (number, count) => `Passage ${number} of ${count}`,
  notAPlace: (typed) => `Expected a place such as article#120-240, got ${quoted(typed)}.`,
};

export const PAGES: PageWords = {
  numbered: (page, pages) => `Page ${page} of ${pages}`,
  noSuch: (page, pages) =>
    pages === 1 ? 'There is only one page.' : `Expected a page from 1 to ${pages}, got ${page}.`,
};

export const HELP: HelpWords = {
  intro:
    'Ask a question in your own words. The answer is the articles’ own words, with where they stand. If the articles don’t say, I’ll tell you so.',
  examples: 'For example',
  commands: 'Commands',
  ...QUESTIONS,
};
