/**
 * Reads Discord's markdown as Discord's apps do, to see what our text turns into: which words are shown, which
 * are bold, what is a link, and whether anything else came alive. Written from Discord's own rules, not from
 * `src/discord/markdown.ts`, which it is there to check.
 */

export interface Line {
  readonly kind: 'quote' | 'small' | 'heading' | 'item' | 'plain';
  /** The words that are shown, without any marks. */
  readonly text: string;
  readonly bold: readonly string[];
  /** Struck through; also among what came alive, since no article’s words may be. */
  readonly struck: readonly string[];
  /** The text without what is struck through. */
  readonly unstruck: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** What came alive that should not have. */
  readonly alive: readonly string[];
}

const PREFIXES: readonly (readonly [Line['kind'], RegExp])[] = [
  ['quote', /^> /],
  ['small', /^-# /],
  ['heading', /^#{1,3} /],
  ['item', /^- /],
];

export const readMarkdown = (markdown: string): readonly Line[] => markdown.split('\n').map(readLine);

function readLine(line: string): Line {
  const [kind, prefix] = PREFIXES.find(([, pattern]) => pattern.test(line)) ?? (['plain', /^/] as const);
  const rest = line.replace(prefix, '');
  const alive = /^\s*(#{1,3}\s|-#\s|[-*+]\s|\d+\.\s|>{1,3}\s|>>>)/.test(rest) ? [`line mark: ${rest}`] : [];
  const inline = readInline(rest);
  return { kind, ...inline, alive: [...alive, ...inline.alive] };
}

/** In the order in which they are tried at a place. */
const ALIVE: readonly (readonly [string, RegExp])[] = [
  ['emphasis', /^[*_]/],
  ['spoiler', /^\|\|/],
  ['code', /^`/],
  ['mention, time or emoji', /^<(@[!&]?|#|t:|a?:|id:|\/)/],
  ['autolink', /^((https?|discord):\/\/|<(mailto|tel|sms):)[^\s<]/],
  ['everyone', /^@(everyone|here)/],
  ['emoji', /^:[\w+-]+:/],
  ['invitation', /^discord\.gg\//i],
  ['link', /^\[[^\]]*\]\([^)]*\)/],
  ['turned around', /^[\u202a-\u202e\u2066-\u2069]/],
  ['line end', /^[\r\v\f\u0085\u2028\u2029]/],
];

const LINK = /^\[((?:\\[\s\S]|[^[\]\\])*)\]\(<([^<>()\s\\]*)>\)/;

function readInline(markdown: string): Omit<Line, 'kind'> {
  let text = '';
  let unstruck = '';
  let boldFrom: number | undefined;
  const bold: string[] = [];
  const struck: string[] = [];
  let struckFrom: number | undefined;
  const links: { label: string; url: string }[] = [];
  const alive: string[] = [];
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/.exec(rest);
    const link = LINK.exec(rest);
    if (escaped?.[1] !== undefined) {
      text += escaped[1];
      unstruck += escaped[1];
      at += 2;
    } else if (rest.startsWith('**')) {
      if (boldFrom !== undefined) bold.push(text.slice(boldFrom));
      boldFrom = boldFrom === undefined ? text.length : undefined;
      if (boldFrom !== undefined && /^\*\*(\s|\*)/.test(rest)) alive.push('bold that does not open');
      at += 2;
    } else if (rest.startsWith('~~')) {
      if (struckFrom !== undefined) {
        struck.push(text.slice(struckFrom));
        unstruck = unstruck.slice(0, unstruck.length - (text.length - struckFrom));
        alive.push(`struck: ${struck.at(-1)}`);
      }
      struckFrom = struckFrom === undefined ? text.length : undefined;
      if (struckFrom !== undefined && /^~~(\s|~)/.test(rest)) alive.push('strikethrough that does not open');
      at += 2;
    } else if (link !== null) {
      const label = readInline(link[1] ?? '');
      text += label.text;
      unstruck += label.text;
      alive.push(...label.alive);
      links.push({ label: label.text, url: link[2] ?? '' });
      at += link[0].length;
    } else {
      const found = ALIVE.find(([, pattern]) => pattern.test(rest));
      if (found !== undefined) alive.push(`${found[0]}: ${rest.slice(0, 20)}`);
      text += markdown[at] ?? '';
      unstruck += markdown[at] ?? '';
      at += 1;
    }
  }
  if (boldFrom !== undefined) alive.push('bold that does not close');
  if (struckFrom !== undefined) alive.push('strikethrough that does not close');
  return { text, bold, struck, unstruck, links, alive };
}
