import type { Article, Span } from '../article.ts';

/** What people are, as it stands just before their names. */
const NOUNS = new Set(
  'spokesman spokeswoman spokesperson president minister secretary director chief analyst professor adviser advisor senator mayor officer leader chair chairman chairwoman ambassador lawyer attorney author researcher economist strategist manager coach reporter journalist founder head official host'.split(
    ' ',
  ),
);

/** What may stand before such a noun. */
const BEFORE_NOUN =
  /(?:(?:\p{Lu}[\p{L}.’'-]*\s+)*)(?:(?:foreign|prime|defen[cs]e|finance|interior|vice|deputy|former|acting|senior|chief|press|campaign|police|fire|state|city|county|party|union|executive|managing|policy|political|communications)\s+){0,3}$/u;

/** Far enough for what stands before a name. UTF-16 units. */
const REACH = 80;

/** "White House spokesman Brian Hughes": the lower-case nouns just before a name, and what is capitalised before them. */
export function roleStart({ text }: Article, paragraph: Span, nameStart: number): number {
  const before = text.slice(Math.max(paragraph.start, nameStart - REACH), nameStart);
  const upTo = before.trimEnd();
  const noun = upTo.lastIndexOf(' ') + 1;
  if (!NOUNS.has(upTo.slice(noun).replace(/^co-/, ''))) return nameStart;
  const role = BEFORE_NOUN.exec(upTo.slice(0, noun))?.[0] ?? '';
  return nameStart - before.length + noun - role.length;
}

const SPEAKS = /\s(?:said|says|told|added|reported|announced|warned|wrote)$/;

/** "Dmytro Kuleba, a former foreign minister of Ukraine, also …" */
export function appositiveAfter(article: Article, paragraph: Span, nameEnd: number): Span | null {
  if (article.text[nameEnd] !== ',') return null;
  const after = article.text.slice(nameEnd, Math.min(paragraph.end, nameEnd + 120));
  const match = /^,\s+(?:an?|the)\s+([^,.;“”"]{3,80})[,.]/.exec(after);
  // "In Harrow Bay, the weather service said, …": that is somebody else, who speaks.
  if (match?.[1] === undefined || SPEAKS.test(match[1])) return null;
  const start = nameEnd + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}
