/** Minutes that are meant by a name; `GMT` and the like are told apart from `+00:00` by nobody. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z' },
  ...{ EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
  ...{ BST: '+01:00', AEST: '+10:00', AEDT: '+11:00' },
  ...{ CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00' },
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first newspaper is of 1605. What is older is a date that a program writes for "none": 0001-01-01. */
const FIRST_NEWSPAPER = 1605;

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]+(.*))?$/i;
const DAY_FIRST =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(.*))?$/i;
const MONTH_FIRST =
  /^(?:[a-z]+,\s*)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/i;
/** As programs in C print it: `Tue Mar 4 08:00:00 UTC 2031`. */
const YEAR_LAST = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d\d:\d\d:\d\d(?: [a-z]{3,4})?) (\d{4})$/i;
/** `20310304T080000Z`. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?([Z+-].*)?)?$/i;
const TIME =
  /^([01]\d|2[0-3]|\d):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s*([a-z]+|(?:gmt|utc)?[+-]\d{2}(?::?\d{2})?)?(?: \([a-z]+\))?$/i;

/**
 * A date as feeds write it → ISO 8601, with the newspaper's own zone: `Mon, 04 Mar 2031 08:00:00 EST` →
 * `2031-03-04T08:00:00-05:00`. The name of the weekday is not looked at: it is wrong too often. A time or zone
 * that cannot be read is left out, and so is a day that there is not.
 */
export function readDate(written: string): string | undefined {
  const text = written.replace(/\s+/g, ' ').trim().slice(0, LONGEST_DATE);
  const [year, month, day, time] = partsOf(text);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < FIRST_NEWSPAPER || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  const iso = `${date.toISOString().slice(0, 10)}${readTime(time ?? '')}`;
  // The beginning of Unix time is "none" too.
  return /^1970-01-01T00:00:00(?:Z|\+00:00)?$/.test(iso) ? undefined : iso;
}

const LONGEST_DATE = 60;

type Parts = readonly [year?: number, month?: number, day?: number, time?: string | undefined];

function partsOf(text: string): Parts {
  const iso = ISO.exec(text.replace(COMPACT, '$1-$2-$3T$4:$5:$6$7'));
  if (iso !== null) return [Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]];
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null)
    return [fullYear(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), dayFirst[4]];
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null)
    return [Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), monthFirst[4]];
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) return [Number(yearLast[4]), monthOf(yearLast[1]), Number(yearLast[2]), yearLast[3]];
  return [];
}

/** 1 to 12; 0 of what is no month. */
const monthOf = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1;

/** RFC 2822, 4.3: years of two digits below 50 are of this century. */
function fullYear(digits = ''): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function readTime(text: string): string {
  const [match, hours = '', minutes = '', seconds = '00', zone = ''] = TIME.exec(text) ?? [];
  if (match === undefined || /^[ap]m$/i.test(zone)) return '';
  return `T${hours.padStart(2, '0')}:${minutes}:${seconds}${readZone(zone)}`;
}

function readZone(zone: string): string {
  const [, sign, hours, minutes = '00'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toUpperCase()] ?? '';
  return Number(hours) <= 14 && Number(minutes) < 60 ? `${sign}${hours}:${minutes}` : '';
}
