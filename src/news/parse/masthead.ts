import type { Masthead } from '../article.ts';

/** A file that cannot be read as an article. `line` counts from 1. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly line: number | undefined;
  readonly problem: ParseProblem | undefined;

  constructor(message: string, line?: number, problem?: ParseProblem) {
    super(message);
    this.line = line;
    this.problem = problem;
  }
}

/** What pages are refused for most often: each face says it in its reader's words. */
export type ParseProblem = 'paywall' | 'needs-script';

const FIELDS = ['headline', 'standfirst', 'byline', 'publisher', 'published', 'url'] as const;
type Field = (typeof FIELDS)[number];

const DATE =
  /^\d{4}-\d{2}-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * What a file says about its article, checked. Unknown fields are left alone: they are the owner's.
 *
 * @param lineOf the line on which a field stands, for the error.
 * @throws ParseError naming the field, what was expected and what was found.
 */
export function readMasthead(
  fields: Readonly<Record<string, unknown>>,
  lineOf: (field: string) => number | undefined = () => undefined,
): Partial<Masthead> {
  const masthead: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const value = fields[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string')
      throw new ParseError(`\`${field}\`: expected text, got ${describe(value)}`, lineOf(field));
    const text = value.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    if (field === 'published' && !isDate(text))
      throw new ParseError(
        `\`published\`: expected a date such as 2025-02-16, got ${describe(text)}`,
        lineOf(field),
      );
    if (field === 'url' && !isWebAddress(text))
      throw new ParseError(
        `\`url\`: expected an address that begins with http:// or https://, got ${describe(text)}`,
        lineOf(field),
      );
    masthead[field] = text;
  }
  return masthead;
}

function isDate(text: string): boolean {
  const day = text.slice(0, 10);
  if (!DATE.test(text) || Number.isNaN(Date.parse(day))) return false;
  // 30 February is read as 2 March, not refused.
  return new Date(day).toISOString().startsWith(day);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A value in a few characters, for an error message. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `${typeof value} ${String(value)}`;
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
