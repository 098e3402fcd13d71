import { plainLine } from './plain.ts';

/**
 * Who wrote it, as a newspaper prints it: `desk@courier.example (Noor Amani)` → "Noor Amani". Mail and web
 * addresses are nobody's name. Names that are given twice are said once.
 */
export function readByline(creators: readonly (string | undefined)[]): string | undefined {
  const names = creators
    .map((creator) => readName(creator ?? ''))
    .filter((name) => name !== '' && !NOBODY.test(name));
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}

/** What software calls who has none: `noreply@courier.example (Unknown)`. */
const NOBODY = /^(?:admin(?:istrator)?|unknown|root|user|author|webmaster|guest|none|null|undefined|n\/a)$/i;

const LONGEST_NAME = 300;
const MAIL = /[^\s@()<>[\],;]+@[^\s@()<>[\],;]+/g;

function readName(creator: string): string {
  const nested = /<name>([^<]*)<\/name>/i.exec(creator.slice(0, LONGEST_NAME))?.[1];
  const line = plainLine((nested ?? creator).slice(0, LONGEST_NAME)).replace(/^by\b[:\s]*/i, '');
  if (/^https?:\/\/\S+$/i.test(line)) return '';
  if (!line.includes('@')) return line;
  return line
    .replace(MAIL, '')
    .replace(/mailto:/gi, '')
    .replace(/[()<>[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
}
