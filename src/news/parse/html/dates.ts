import { readMasthead } from '../masthead.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(?:${MONTHS.join('|')})[a-z]{0,6}\.?`;
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const IN_WORDS = String.raw`${NTH}[ -](?:of )?${MONTH},?[ -]\d{4}|${MONTH} ${NTH},? \d{4}`;

/** A day and its year as newspapers write them, without weekday and hour; whatever its case. */
export const DAY = String.raw`${IN_WORDS}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}`;

/**
 * A date as pages write it → ISO 8601. Only the day is read where words stand around it; `04/03/2031`, which is April
 * or March, is no date.
 *
 * @returns undefined where no date can be told.
 */
export function isoDate(written: string): string | undefined {
  const text = written.replace(/\s+/g, ' ').trim();
  return valid(fromNumbers(text)) ?? valid(fromWords(text)) ?? valid(fromFigures(text));
}

function fromNumbers(text: string): string | undefined {
  if (/^\d{13}$/.test(text)) return instant(Number(text));
  if (/^\d{10}$/.test(text)) return instant(Number(text) * 1000);
  const match =
    /^(\d{4})([-/]?)(\d{2})\2(\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, year, , month, day, time, zone] = match;
  const date = `${year}-${month}-${day}`;
  if (time === undefined) return date;
  const offset =
    zone === undefined ? '' : /^[a-z]/i.test(zone) ? 'Z' : zone.length === 3 ? `${zone}:00` : zone;
  return valid(`${date}T${time}${offset}`) ?? date;
}

const SOMEWHERE = new RegExp(String.raw`\b(?:${IN_WORDS})\b`, 'i');

/** "Tue, 04 Mar 2031 08:00:00 GMT", "4 March 2031", "March 4th, 2031 at 8:30 a.m." */
function fromWords(text: string): string | undefined {
  const written = SOMEWHERE.exec(text)?.[0] ?? '';
  const [day, name, year] = [/\d{1,2}/, /[a-z]{3}/i, /\d{4}$/].map((part) => part.exec(written)?.[0]);
  if (day === undefined || name === undefined || year === undefined) return undefined;
  const date = `${year}-${twoDigits(MONTHS.indexOf(name.toLowerCase()) + 1)}-${twoDigits(Number(day))}`;
  const time = /\b(\d{2}:\d{2}:\d{2}) (?:(GMT|UTC|Z)|([+-]\d{4}))/.exec(text);
  return time === null ? date : `${date}T${time[1]}${time[3] ?? 'Z'}`;
}

/** "28.02.2025": with dots the day is first. "28/02/2025" and "02/28/2025" can be but one day. */
function fromFigures(text: string): string | undefined {
  const [, one, sign, other, year] = /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/.exec(text) ?? [];
  if (sign === undefined || (sign === '/' && Number(one) <= 12 && Number(other) <= 12)) return undefined;
  const [day, month] = sign === '/' && Number(other) > 12 ? [other, one] : [one, other];
  return `${year}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`;
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

function valid(published: string | undefined): string | undefined {
  try {
    return readMasthead({ published }).published;
  } catch {
    return undefined;
  }
}
