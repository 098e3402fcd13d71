import { readFileSync } from 'node:fs';

import type { Article } from '../../../../src/news/article.ts';
import { parseHtml } from '../../../../src/news/parse/html.ts';

/** A page that lies beside this file. */
export const pageNamed = (name: string): string =>
  readFileSync(new URL(`${name}.html`, import.meta.url), 'utf8');

export const read = (page: string, url?: string): Article =>
  parseHtml('page', { bytes: new TextEncoder().encode(page), ...(url !== undefined && { url }) });

/** Without its text, and what is laid out of it. */
export function mastheadOf({ id: _id, text: _text, sections: _sections, ...masthead }: Article): object {
  return masthead;
}

/** What Windows-1252 has beyond Latin-1, of what our page uses. */
const BEYOND_LATIN_1: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => BEYOND_LATIN_1[letter] ?? letter.charCodeAt(0));
