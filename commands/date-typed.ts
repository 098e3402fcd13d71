import { LANGUAGES } from '../src/words/locales.ts';

/**
 * A day, a month or a year that somebody typed, as the beginning of an ISO date; undefined for what is none.
 *
 *     16 Feb 2025 · 16.2.2025 · 16 de febrero de 2025 → 2025-02-16
 *     лютий 2025 · 2025-2 → 2025-02
 *     yesterday · vor 3 Tagen · 2 weeks → the day that was so long before today; of months and years, the whole one
 *
 * Understood in every language of ours, by what the locale itself calls months and times gone by. `16/2/2025` is none:
 * it is another day on either side of the Atlantic.
 *
 * @param today an ISO date.
 */
export function dateTyped(typed: string, today: string): string | undefined {
  const text = folded(typed).trim();
  return inFigures(text) ?? withMonth(text) ?? goneBy(text, today);
}

const LOCALES = Object.keys(LANGUAGES);

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');

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
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return isoBeginning(year, month, day);
  const [, dayFirst, next, last] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  return last === undefined ? undefined : isoBeginning(last, next, dayFirst);
}

/** "16 *de* febrero *de* 2025", "16 лютого 2025 *року*". */
const FILLING: ReadonlySet<string> = new Set(['of', 'de', 'del', 'року', 'р']);

function withMonth(text: string): string | undefined {
  const parts = text.split(/[ .,]+/).filter((part) => part !== '' && !FILLING.has(part));
  const named = parts.find((part) => /^\p{L}/u.test(part));
  const figures = parts
    .filter((part) => part !== named)
    .map((part) => part.replace(/(?:st|nd|rd|th|er)$/, ''));
  const [day, year] = figures.length === 1 ? [undefined, figures[0]] : figures;
  const month = named === undefined ? undefined : monthCalled(named);
  if (month === undefined || year === undefined || figures.length > 2) return undefined;
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day ?? '1')) return undefined;
  return isoBeginning(year, String(month), day);
}

/** Letters that tell a month in any language; "jui" is June or July in French. */
const FEWEST_LETTERS = 3;

function monthCalled(typed: string): number | undefined {
  if (typed.length < FEWEST_LETTERS) return undefined;
  const formats = LOCALES.flatMap((locale) =>
    // Alone and beside a day, which Ukrainian tells apart: лютий, лютого.
    [{}, { day: 'numeric' } as const].map(
      (beside) => new Intl.DateTimeFormat(locale, { ...beside, month: 'long', timeZone: 'UTC' }),
    ),
  );
  const found = Array.from({ length: 12 }, (_none, index) => index + 1).filter((month) =>
    formats.some((format) => monthIn(format, month).startsWith(typed)),
  );
  return found.length === 1 ? found[0] : undefined;
}

function monthIn(format: Intl.DateTimeFormat, month: number): string {
  const parts = format.formatToParts(Date.UTC(2000, month - 1));
  return folded(parts.find(({ type }) => type === 'month')?.value ?? '');
}

const UNITS = ['day', 'week', 'month', 'year'] as const;
type Unit = (typeof UNITS)[number];

function goneBy(typed: string, today: string): string | undefined {
  // Ukrainian has both, by the word before.
  const text = typed.replace(/^вчора$/, 'учора');
  const [figures] = /\d{1,3}/.exec(text) ?? [];
  for (const unit of UNITS) {
    // "this week" begins on another day in every country.
    const counts = figures !== undefined ? [Number(figures)] : unit === 'week' ? [1, 2] : [0, 1, 2];
    const count = counts.find((each) => LOCALES.some((locale) => saysSo(text, each, unit, locale)));
    if (count !== undefined) return before(today, count, unit);
  }
  return undefined;
}

/** "2 days ago", "2 days"; "yesterday", "1 day ago". */
function saysSo(text: string, count: number, unit: Unit, locale: string): boolean {
  const relative = (['auto', 'always'] as const).map((numeric) =>
    new Intl.RelativeTimeFormat(locale, { numeric }).format(-count, unit),
  );
  const plain = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return [...relative, plain].some((way) => folded(way) === text);
}

function before(today: string, count: number, unit: Unit): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const iso = (...date: Parameters<typeof Date.UTC>): string => new Date(Date.UTC(...date)).toISOString();
  switch (unit) {
    case 'day':
      return iso(year, month - 1, day - count).slice(0, 10);
    case 'week':
      return iso(year, month - 1, day - 7 * count).slice(0, 10);
    case 'month':
      return iso(year, month - 1 - count, 1).slice(0, 7);
    case 'year':
      return String(year - count);
  }
}
