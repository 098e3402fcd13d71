import { type Imprint, imprintIn } from '../imprint.ts';
import { namesIn } from './byline-boxes.ts';
import { DAY, isoDate } from './dates.ts';

/** "Posted on Monday by Ada Quill", where more stands between than a day. */
const POSTED_BY =
  /^(?:[Pp]osted|[Pp]ublished|[Ww]ritten)\b[^!?]{0,60} by \p{Lu}[\p{L}\p{M}.’'-]*(?:(?:,? and |, | )\p{Lu}[\p{L}\p{M}.’'-]*){0,9}$/u;

/** "Published 4 March 2031 at 08:15 in all editions": a line that begins as a date. */
const DATED = new RegExp(
  String.raw`^(?:(?:first )?(?:published|updated|posted)\b.{0,60}|(?:\w{3,9},? )?(?:${DAY}).{0,30})$`,
  'i',
);

/** Most lines of a page hold neither a day nor "by", and are not looked at any further. */
const MAY_SAY = /\d{4}|\bby\b/i;

/** What a line says of its article; behind a bar may stand anything. */
export function saidIn(line: string): Imprint {
  if (!MAY_SAY.test(line)) return {};
  const said = imprintIn(line) ?? imprintIn(line.replace(/\s*[|•·].*$/, ''));
  if (said !== undefined) return said;
  const [author, published] = [
    POSTED_BY.test(line) ? namesIn(line) : undefined,
    DATED.test(line) ? isoDate(line) : undefined,
  ];
  return {
    ...(author !== undefined && { byline: author }),
    ...(published !== undefined && { published }),
  };
}
