import { type Article, type ArticleId, textAt } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';
import type { Lexicon } from './search/lexicon.ts';
import { indexTerms } from './search/terms.ts';

/** A person, an office or a description that is quoted. */
export interface SpeakerEntry {
  readonly name: string;
  readonly role: string | null;
  /** Where the speaker is quoted, newest first. */
  readonly articles: readonly ArticleId[];
  readonly quotations: number;
}

export interface QuotationFilter {
  /** Any way of naming the speaker: "kuleba", "the foreign minister". */
  readonly speaker?: string;
  readonly about?: string;
  /** Share of what `about` says that a quotation, with what stands around it, must hold: 0..1; any, if not given. */
  readonly least?: number;
  readonly article?: ArticleId;
}

type Articles = ReadonlyMap<ArticleId, Article>;

/** The speakers of some quotations, most quoted first; then in the order in which they appear. */
export function speakersOf(quotations: readonly Quotation[], articles: Articles): readonly SpeakerEntry[] {
  const entries = new Map<string, SpeakerEntry>();
  for (const { article: id, speaker } of quotations) {
    const article = articles.get(id);
    if (article === undefined || speaker === null) continue;
    const name = textAt(article, speaker.name);
    // One full name is one person everywhere; a bare surname or a description only within its article.
    const key = /\p{Lu}\S*\s+\p{Lu}/u.test(name) ? name : `${name} ${id}`;
    const known = entries.get(key);
    const role = known?.role ?? (speaker.role === null ? null : textAt(article, speaker.role));
    entries.set(key, {
      name,
      role,
      articles: [...new Set([...(known?.articles ?? []), id])],
      quotations: (known?.quotations ?? 0) + 1,
    });
  }
  return [...entries.values()].sort((a, b) => b.quotations - a.quotations);
}

/** Those that fit a filter, in the order given; with `about`, the nearest to it first. */
export function selectQuotations(
  quotations: readonly Quotation[],
  { speaker, about, article, least = 0 }: QuotationFilter,
  articles: Articles,
  lexicon: Lexicon,
): readonly Quotation[] {
  const fitting = quotations.filter(
    (quotation) =>
      (article === undefined || quotation.article === article) &&
      (speaker === undefined || isSpeaker(quotation, speaker, articles)),
  );
  if (about === undefined) return fitting;
  const asked = [...new Set(indexTerms(about))].filter((term) => !term.startsWith('@'));
  const whole = asked.reduce((sum, term) => sum + lexicon.rarity(term), 0);
  return fitting
    .map((quotation) => ({ quotation, nearness: nearness(quotation, asked, articles, lexicon) }))
    .filter((row) => row.nearness > 0 && row.nearness >= least * whole)
    .sort((a, b) => b.nearness - a.nearness)
    .map((row) => row.quotation);
}

/** "kuleba", "the foreign minister": every word of it is in the speaker's name, role or mention. */
function isSpeaker({ article: id, speaker }: Quotation, typed: string, articles: Articles): boolean {
  const article = articles.get(id);
  if (article === undefined || speaker === null) return false;
  const spans = [speaker.name, speaker.role, speaker.mention].filter((span) => span !== null);
  const theirs = new Set(spans.flatMap((span) => indexTerms(textAt(article, span))));
  const wanted = indexTerms(typed).filter((term) => !term.startsWith('@'));
  return wanted.length > 0 && wanted.every((term) => theirs.has(term));
}

/** Rarity of the asked words that are in the quotation, or, at half, in the sentence that reports it. */
function nearness(
  quotation: Quotation,
  asked: readonly string[],
  articles: Articles,
  lexicon: Lexicon,
): number {
  const article = articles.get(quotation.article);
  const first = quotation.spans[0];
  const last = quotation.spans.at(-1);
  if (article === undefined || first === undefined || last === undefined) return 0;
  const said = new Set(quotation.spans.flatMap((span) => indexTerms(textAt(article, span))));
  const paragraph = article.sections
    .flatMap((section) => section.paragraphs)
    .find((span) => span.start <= first.start && last.end <= span.end);
  const around = new Set(paragraph === undefined ? [] : indexTerms(textAt(article, paragraph)));
  return asked.reduce((sum, term) => {
    const weight = lexicon.rarity(term);
    return sum + (said.has(term) ? weight : around.has(term) ? weight / 2 : 0);
  }, 0);
}
