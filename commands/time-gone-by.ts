import { LANGUAGES } from '../src/words/locales.ts';

export const LOCALES = Object.keys(LANGUAGES);

export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');

/** What the locale has to say is asked for when it is first wanted, and kept. */
export const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

const UNITS: readonly Unit[] = ['hour', 'day', 'week', 'month', 'year'];
const LETTERS: Readonly<Record<string, Unit>> = { h: 'hour', d: 'day', w: 'week', y: 'year' };

/**
 * When it was that is said to be so long ago, as the beginning of an ISO date; undefined for what is no such time.
 *
 *     yesterday · Monday · vor 3 Tagen · 2 weeks · a week · 7d · 24 hours → the day; Monday is the last there was
 *     last month · 2 years → the whole month or year
 *
 * @param text folded; @param today an ISO date.
 */
export function timeGoneBy(text: string, today: string): string | undefined {
  const weekday = weekdays().findIndex((names) => names.includes(text));
  if (weekday >= 0) return before(today, (7 + dayOfWeek(today) - weekday) % 7, 'day');
  const [, figures, letter = ''] = /^(\d{1,3}) ?([hdwy])$/.exec(text) ?? [];
  const unit = LETTERS[letter];
  if (unit !== undefined) return before(today, Number(figures), unit);
  return told(text.replace(/^вчора$/, 'учора'), today) ?? told(withFigure(text), today);
}

/** "a week", "eine Woche", "une semaine", "тиждень": one of them. */
const ONE = /\b(?:a|an|one|ein|eine[mnr]?|une?|una)(?= \S+(?: ago)?$)/;
const withFigure = (text: string): string => (ONE.test(text) ? text.replace(ONE, '1') : `1 ${text}`);

function told(text: string, today: string): string | undefined {
  const [figures] = /\d{1,3}/.exec(text) ?? [];
  for (const unit of UNITS) {
    const counts = figures === undefined ? UNCOUNTED[unit] : [Number(figures)];
    const count = counts.find((each) => LOCALES.some((locale) => saysSo(text, each, unit, locale)));
    if (count !== undefined) return before(today, count, unit);
  }
  return undefined;
}

/** What has words of its own; "this week" begins on another day in every country. */
const UNCOUNTED: Readonly<Record<Unit, readonly number[]>> = {
  hour: [],
  day: [0, 1, 2],
  week: [1, 2],
  month: [0, 1, 2],
  year: [0, 1, 2],
};

/** "2 days ago", "2 days"; "yesterday", "1 day ago". */
function saysSo(text: string, count: number, unit: Unit, locale: string): boolean {
  const { auto, always, plain } = formats()[locale] ?? {};
  return [auto?.format(-count, unit), always?.format(-count, unit), plain?.[unit].format(count)].some(
    (way) => way !== undefined && folded(way) === text,
  );
}

interface Formats {
  readonly auto: Intl.RelativeTimeFormat;
  readonly always: Intl.RelativeTimeFormat;
  readonly plain: Readonly<Record<Unit, Intl.NumberFormat>>;
}

const formats = once(
  (): Readonly<Record<string, Formats>> =>
    Object.fromEntries(
      LOCALES.map((locale) => {
        const plain = (unit: Unit) =>
          new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
        return [
          locale,
          {
            auto: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
            always: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
            plain: {
              hour: plain('hour'),
              day: plain('day'),
              week: plain('week'),
              month: plain('month'),
              year: plain('year'),
            },
          },
        ];
      }),
    ),
);

/** What each day of the week is called in any language of ours; Sunday first. */
const weekdays = once((): readonly (readonly string[])[] => {
  const named = LOCALES.map(
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  );
  // 2 January 2000 was a Sunday.
  return Array.from({ length: 7 }, (_none, day) =>
    named.map((format) => folded(format.format(Date.UTC(2000, 0, 2 + day)))),
  );
});

const dayOfWeek = (date: string): number => new Date(date).getUTCDay();

/** The day so long before; of months and years the whole one. */
export function before(today: string, count: number, unit: Unit): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const iso = (...date: Parameters<typeof Date.UTC>): string => new Date(Date.UTC(...date)).toISOString();
  switch (unit) {
    case 'hour':
      return before(today, Math.ceil(count / 24), 'day');
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
