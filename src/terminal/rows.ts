import type { Answer, Evidence, NoAnswer } from '../answer/answer.ts';
import { type Article, type Span, textAt } from '../news/article.ts';
import type { Grade, Quotation, QuotationKind } from '../news/quotations/quotation.ts';
import { WORDS } from './words.ts';

/** Rows for programs, as the README describes them. Every `text` is `article.text.slice(start, end)`. */
export interface SentenceRow {
  readonly text: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

export interface AnswerRow {
  readonly id?: unknown;
  readonly question: string;
  /** The question as it stands alone. */
  readonly understood: string;
  readonly answered: boolean;
  readonly answer: SentenceRow | null;
  readonly confidence: number;
  readonly reason: string | null;
  /** Best first. */
  readonly evidence: readonly (SentenceRow & { readonly score: number })[];
  /** Milliseconds from question to answer. */
  readonly ms: number;
}

/** `ms` is written to the microsecond. `answer` is null where nothing was answered, `reason` where something was. */
export function answerRow(question: string, outcome: Answer | NoAnswer, ms: number): AnswerRow {
  const answered = outcome.kind === 'answer';
  return {
    question,
    understood: outcome.question.text,
    answered,
    answer: answered ? sentenceRow(outcome.best) : null,
    confidence: outcome.confidence,
    reason: answered ? null : WORDS.ask.noAnswer(outcome.reason),
    evidence: outcome.evidence.slice(0, 10).map((each) => ({ ...sentenceRow(each), score: each.score })),
    ms: Math.round(ms * 1000) / 1000,
  };
}

const sentenceRow = ({ passage, sentence }: Evidence): SentenceRow => ({
  text: textAt(passage.article, sentence),
  article: passage.article.id,
  start: sentence.start,
  end: sentence.end,
});

export interface QuotationRow {
  /** The words of all spans, with a space between two. */
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly article: string;
  readonly speaker: {
    readonly name: string;
    readonly mention: string | null;
    readonly role: string | null;
    readonly grade: Grade;
  } | null;
  readonly cue: string | null;
  readonly venue: string | null;
  readonly kind: QuotationKind;
  readonly confidence: number;
}

/** The article must be the quotation’s own: its places are cut out of it. */
export function quotationRow(article: Article, quotation: Quotation): QuotationRow {
  const { speaker } = quotation;
  const cut = (span: Span | null): string | null => (span === null ? null : textAt(article, span));
  return {
    text: quotation.spans.map((span) => textAt(article, span)).join(' '),
    spans: quotation.spans.map(({ start, end }) => [start, end] as const),
    article: quotation.article,
    speaker:
      speaker === null
        ? null
        : {
            name: textAt(article, speaker.name),
            mention: cut(speaker.mention),
            role: cut(speaker.role),
            grade: quotation.grade,
          },
    cue: cut(quotation.cue),
    venue: cut(quotation.venue),
    kind: quotation.kind,
    confidence: quotation.confidence,
  };
}

/**
 * An article without its paragraphs: what it is, how it is divided, how much it holds. `quotations` counts
 * statements with words between marks.
 */
export function articleRow(article: Article, quotations: number) {
  return {
    id: article.id,
    headline: article.headline,
    standfirst: article.standfirst ?? null,
    byline: article.byline ?? null,
    publisher: article.publisher ?? null,
    published: article.published ?? null,
    url: article.url ?? null,
    sections: article.sections.map((section) => ({
      heading: section.heading === null ? null : textAt(article, section.heading),
      paragraphs: section.paragraphs.length,
    })),
    words: article.text.match(/\S+/g)?.length ?? 0,
    quotations,
  };
}
