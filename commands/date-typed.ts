import { folded, LOCALES, once, timeGoneBy } from './time-gone-by.ts';

/**
 * A day, a month or a year that somebody typed, as the beginning of an ISO date; undefined for what is none.
 *
 *     16 Feb 2025 · 16.2.2025 · 2025/02/16 · 16/02/2025 · 16 de febrero de 2025 → 2025-02-16
 *     лютий 2025 · 2025-2 → 2025-02
 *     16 Feb · November → the last there was
 *     yesterday · Monday · vor 3 Tagen · a week · 7d → see `timeGoneBy`
 *
 * Understood in every language of ours, by what the locale itself calls months and times gone by. `3/2/2025` is none:
 * it is another day on either side of the Atlantic.
 *
 * @param today an ISO date.
 */
export function dateTyped(typed: string, today: string): string | undefined {
  const text = folded(typed).trim();
  return inFigures(text) ?? withMonth(text, today) ?? timeGoneBy(text, today);
}

/** Undefined for a 30 February. */
function isoBeginning(year: string, month?: string, day?: string): string | undefined {
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const written = parts.join('-');
  const [first = '', second = '01', third = '01'] = parts;
  const date = new Date(`${first}-${second}-${third}T00:00:00Z`);
  if (!/^[12]\d{3}/.test(written) || Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().startsWith(written) ? written : undefined;
}

function inFigures(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return isoBeginning(year, month, day);
  const [, one, mark, other, last] = /^(\d{1,2})(\. ?|[-/])(\d{1,2})(?:\. ?|[-/])(\d{4})$/.exec(text) ?? [];
  if (one === undefined || mark === undefined || other === undefined || last === undefined) return undefined;
  // Between points the day comes first everywhere.
  if (mark.startsWith('.') || Number(one) > 12 || one === other) return isoBeginning(last, other, one);
  return Number(other) > 12 ? isoBeginning(last, one, other) : undefined;
}

/** "16 *de* febrero *de* 2025", "16 лютого 2025 *року*". */
const FILLING: ReadonlySet<string> = new Set(['of', 'de', 'del', 'року', 'р']);

function withMonth(text: string, today: string): string | undefined {
  const parts = text.split(/[ .,]+/).filter((part) => part !== '' && !FILLING.has(part));
  const named = parts.find((part) => /^\p{L}/u.test(part));
  const figures = parts
    .filter((part) => part !== named)
    .map((part) => part.replace(/(?:st|nd|rd|th|er)$/, ''));
  const years = figures.filter((part) => /^\d{4}$/.test(part));
  const days = figures.filter((part) => /^\d{1,2}$/.test(part));
  const isRead = years.length <= 1 && days.length <= 1 && years.length + days.length === figures.length;
  const month = named === undefined || !isRead ? undefined : monthCalled(named);
  if (month === undefined) return undefined;
  const [[year], [day]] = [years, days];
  return year === undefined ? last(month, day, today) : isoBeginning(year, String(month), day);
}

/** The last there was of a month, or of a day of it. */
function last(month: number, day: string | undefined, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year - 1]
    .map((each) => isoBeginning(String(each), String(month), day))
    .find((date) => date !== undefined && date <= today);
}

/** Letters that tell a month in any language; "jui" is June or July in French. */
const FEWEST_LETTERS = 3;

function monthCalled(typed: string): number | undefined {
  if (typed.length < FEWEST_LETTERS) return undefined;
  const found = months().flatMap((names, index) =>
    names.some((name) => name.startsWith(typed)) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** What each month is called in any language of ours; also beside a day, which Ukrainian tells apart: лютий, лютого. */
const months = once((): readonly (readonly string[])[] => {
  const formats = LOCALES.flatMap((locale) =>
    [{}, { day: 'numeric' } as const].map(
      (beside) => new Intl.DateTimeFormat(locale, { ...beside, month: 'long', timeZone: 'UTC' }),
    ),
  );
  return Array.from({ length: 12 }, (_none, month) => formats.map((format) => monthIn(format, month)));
});

function monthIn(format: Intl.DateTimeFormat, month: number): string {
  const parts = format.formatToParts(Date.UTC(2000, month));
  return folded(parts.find(({ type }) => type === 'month')?.value ?? '');
}
