import { printable } from './printable.ts';

/** Markup that is safe as it stands. Only `html` makes it: everything else that is put into a page is text. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

/** A template of markup; what is put into it is escaped, unless it is markup itself. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: markup.reduce((page, piece, at) => `${page}${shown(parts[at - 1] ?? '')}${piece}`) };
}

export const nothing: Html = { markup: '' };

/** A style sheet of our own: it holds no text of others. */
export const style = (css: string): Html => ({ markup: `<style>${css}</style>` });

function shown(part: Part): string {
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(shown).join('');
  return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute; a control character becomes its picture, as in a terminal. */
const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
