import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { ParseError } from './masthead.ts';

/** In a file the line `---` stands above the first of the YAML, and lines count from 1. */
const LINES_ABOVE = 2;

/** @throws ParseError with the line of the file on which the YAML goes wrong. */
export function readYaml(yaml: string): unknown {
  const error = mistakeIn(yaml);
  if (error === undefined) return parsed(yaml);
  const line = error.mark?.line ?? 0;
  const value = unquotedValue(yaml, line);
  if (value === undefined) throw new ParseError(`front matter: ${error.reason}`, line + LINES_ABOVE);
  throw new ParseError(
    `front matter: put the value in quotation marks: ${value.quoted}`,
    value.line + LINES_ABOVE,
  );
}

/** Aliases of aliases can stand for more text than fits any memory, and a masthead needs none. */
const parsed = (yaml: string): unknown => load(yaml, { schema: CORE_SCHEMA, maxAliases: 0 });

function mistakeIn(yaml: string): YAMLException | undefined {
  try {
    parsed(yaml);
    return undefined;
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

/** `headline: A story: with a colon`: the field at or above a mistake that is none in quotation marks. */
function unquotedValue(
  yaml: string,
  mistaken: number,
): { readonly line: number; readonly quoted: string } | undefined {
  const lines = yaml.split(/\r?\n/);
  for (let line = Math.min(mistaken, lines.length - 1); line >= 0; line--) {
    const [, field, value] = /^([\w-]+:)[ \t]+(.*\S)/.exec(lines[line] ?? '') ?? [];
    if (field === undefined || value === undefined) continue;
    const quoted = `${field} ${inQuotationMarks(value)}`;
    const next = mistakeIn(lines.with(line, quoted).join('\n'));
    return next === undefined || (next.mark?.line ?? 0) > mistaken ? { line, quoted } : undefined;
  }
  return undefined;
}

const inQuotationMarks = (value: string): string =>
  /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
