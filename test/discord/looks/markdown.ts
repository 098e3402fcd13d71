/**
 * Discord's markdown as HTML, as its apps show it: for looking at, so it draws whatever comes alive, wanted or
 * not. Written from Discord's own rules, not from `src/discord/markdown.ts`.
 */

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

export function blocksHtml(markdown: string): string {
  const lines = markdown.split('\n');
  let html = '';
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.startsWith('>>> ')) {
      const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
      return html + quoteHtml(rest);
    }
    const quoted = countWhile(lines, at, (one) => one.startsWith('> '));
    const listed = countWhile(lines, at, (one) => ITEM.test(one));
    if (quoted > 0) {
      html += quoteHtml(
        lines
          .slice(at, at + quoted)
          .map((one) => one.slice(2))
          .join('\n'),
      );
    } else if (listed > 0) {
      const items = lines
        .slice(at, at + listed)
        .map((one) => `<li>${inlineHtml(one.replace(ITEM, ''))}</li>`);
      html += `<ul>${items.join('')}</ul>`;
    } else html += lineHtml(line);
    at += Math.max(1, quoted, listed);
  }
  return html;
}

const ITEM = /^\s*[-*] /;

function countWhile(lines: readonly string[], from: number, holds: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index >= from && !holds(line));
  return (end < 0 ? lines.length : end) - from;
}

const quoteHtml = (markdown: string): string => `<blockquote>${blocksHtml(markdown)}</blockquote>`;

function lineHtml(line: string): string {
  const heading = /^(#{1,3}) +(.*)/.exec(line);
  if (heading !== null) return `<h${heading[1]!.length}>${inlineHtml(heading[2]!)}</h${heading[1]!.length}>`;
  if (line.startsWith('-# ')) return `<small>${inlineHtml(line.slice(3))}</small>`;
  return `<p>${line.trim() === '' ? '&nbsp;' : inlineHtml(line)}</p>`;
}

/** Whatever stands between two marks; an escaped mark does not close. */
const INSIDE = String.raw`((?:\\[\s\S]|[^\\])+?)`;
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`^\*\*${INSIDE}\*\*(?!\*)`), 'strong'],
  [new RegExp(`^__${INSIDE}__(?!_)`), 'u'],
  [new RegExp(`^~~${INSIDE}~~`), 's'],
  [new RegExp(String.raw`^\|\|${INSIDE}\|\|`), 'mark'],
  [new RegExp(String.raw`^\*(?=\S)${INSIDE}\*(?!\*)`), 'em'],
  [new RegExp(String.raw`^_(?=\S)${INSIDE}_(?!\w)`), 'em'],
];
const LINK = /^\[((?:\\[\s\S]|[^\\\]])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/;

export function inlineHtml(markdown: string): string {
  let html = '';
  for (let rest = markdown; rest !== ''; ) {
    const escaped = /^\\([^0-9A-Za-z\s])/.exec(rest);
    const code = /^(`+)([^`]+)\1(?!`)/.exec(rest);
    const link = LINK.exec(rest);
    const address = /^https?:\/\/[^\s<]+/.exec(rest);
    const pair = PAIRS.flatMap(([pattern, tag]) => {
      const match = pattern.exec(rest);
      return match === null ? [] : [{ match, tag }];
    })[0];
    const [taken, shown] =
      escaped !== null
        ? [escaped[0], escapeHtml(escaped[1]!)]
        : code !== null
          ? [code[0], `<code>${escapeHtml(code[2]!)}</code>`]
          : link !== null
            ? [link[0], `<a href="${escapeHtml(link[2]!)}">${inlineHtml(link[1]!)}</a>`]
            : pair !== undefined
              ? [pair.match[0], `<${pair.tag}>${inlineHtml(pair.match[1]!)}</${pair.tag}>`]
              : address !== null
                ? [address[0], `<a href="${escapeHtml(address[0])}">${escapeHtml(address[0])}</a>`]
                : [rest[0]!, escapeHtml(rest[0]!)];
    html += shown;
    rest = rest.slice(taken.length);
  }
  return html;
}
