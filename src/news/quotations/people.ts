import { type Article, type Span, textAt } from '../article.ts';

/** A noun phrase that speaks: who it names, and as what. */
export interface Mention {
  readonly span: Span;
  /** The name alone ("Brian Hughes"); null for a description ("a senior official") or a pronoun. */
  readonly name: Span | null;
  /** What stands before the name ("White House spokesman") or after it in commas. */
  readonly role: Span | null;
  readonly pronoun: boolean;
}

const PRONOUN = /^(?:he|she|they|I|we|who)$/i;

/** A capitalised word, an initial, or a particle between two of them. */
const NAME_RUN =
  /(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}’'-]*\.?)(?:\s+(?:(?:de|da|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le|y)\s+)*(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}’'-]*\.?))*/gu;

/** Words that are capitalised before a name without being part of it. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|President|Vice|Prime|Minister|Chancellor|Secretary|Senator|Sen|Representative|Rep|Governor|Gov|Mayor|Judge|Justice|General|Gen|Admiral|Colonel|Captain|Lieutenant|Sergeant|Officer|Chief|Director|Ambassador|Professor|Prof|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Rabbi|Imam|Reverend|Rev|Father|Sister|Congressman|Congresswoman|Councilman|Councilwoman|Attorney|Speaker|Leader|Chairman|Chairwoman|Chair|Commissioner|Spokesman|Spokeswoman|Former|Acting|Deputy|Foreign|Defense|Defence|Finance|Interior|Treasury|State|Press|Executive|Senior|Republican|Republicans|Democrat|Democrats|Democratic|Conservative|Labour|Adviser|Advisor|Analyst|Coach|Detective|Sheriff|Inspector|Superintendent|CEO|CFO)\.?$/;

const APPOSED_NAME = /^,\s+(?:\p{Ll}+\s+){0,4}(\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*)+)$/u;

/** Reads the words between two offsets as a mention. */
export function mentionIn(article: Article, span: Span): Mention {
  const text = textAt(article, span);
  if (PRONOUN.test(text)) return { span, name: null, role: null, pronoun: true };
  const comma = text.indexOf(',');
  const apposed = comma < 0 ? null : APPOSED_NAME.exec(text.slice(comma));
  if (apposed?.[1] !== undefined) {
    // "its founder, Rosa Lindqvist": the role stands before the name.
    const start = span.start + comma + apposed[0].length - apposed[1].length;
    return {
      span,
      name: { start, end: start + apposed[1].length },
      role: { start: span.start, end: span.start + comma },
      pronoun: false,
    };
  }
  const head = comma < 0 ? text : text.slice(0, comma);
  const run = [...head.matchAll(NAME_RUN)].at(-1);
  const end = run === undefined ? 0 : run.index + run[0].length;
  // "officials of the White House" ends in a name without naming anyone who could speak alone.
  if (run === undefined || head.slice(end).trim() !== '')
    return { span, name: null, role: null, pronoun: false };
  if (/\b(?:of|for|from|at|in|with)\s+(?:the\s+)?$/.test(head.slice(0, run.index)))
    return { span, name: null, role: null, pronoun: false };
  const words = [...run[0].matchAll(/\S+/g)];
  const lastTitle = words.findLastIndex((word) => TITLE.test(word[0]));
  const first = words[lastTitle + 1];
  if (first === undefined) return { span, name: null, role: null, pronoun: false };
  const start = span.start + run.index + first.index;
  const before = text
    .slice(0, start - span.start)
    .trim()
    .replace(/^(?:the|a|an)(?:\s+|$)/i, '');
  const roleStart = before === '' ? start : span.start + text.indexOf(before);
  const role =
    before !== '' ? { start: roleStart, end: roleStart + before.length } : appositive(text, comma, span);
  return { span, name: { start, end: span.start + end }, role, pronoun: false };
}

/** "…, a former foreign minister of Ukraine, …" */
function appositive(text: string, comma: number, span: Span): Span | null {
  if (comma < 0) return null;
  const rest = /^,\s*((?:an?|the|who is|now)\s+)?([^,]+?),?\s*$/.exec(text.slice(comma));
  if (rest?.[2] === undefined || !/\p{Ll}/u.test(rest[2])) return null;
  const start = span.start + text.lastIndexOf(rest[2]);
  return { start, end: start + rest[2].length };
}

/** A name where it stands, with what the article calls the person there. */
interface Named {
  readonly name: Span;
  readonly role: Span | null;
}

/** Every name of an article, to look surnames and pronouns up in. */
export interface Names {
  /** The fullest name that ends as this one does: "Zelensky" → "Volodymyr Zelensky". The name itself when there is none. */
  fullest(name: Span): Span;
  /** What the article calls the person where it introduces them: "Former Ukrainian Foreign Minister". */
  roleOf(name: Span): Span | null;
  /** Who opens the last sentence of a paragraph before an offset: "Mayor Ilse Brandt asked both sides to settle." */
  subjectBefore(paragraph: Span, offset: number): Span | null;
}

/** Reads the whole article once; what it returns answers without reading again. */
export function namesIn(article: Article): Names {
  const byLastWord = new Map<string, Named[]>();
  const byParagraph = new Map<number, Span[]>();
  for (const paragraph of article.sections.flatMap((section) => section.paragraphs)) {
    const opening: Span[] = [];
    for (const run of textAt(article, paragraph).matchAll(NAME_RUN)) {
      const start = paragraph.start + run.index;
      const whole = { start: roleStart(article, paragraph, start), end: start + run[0].length };
      const { name, role } = mentionIn(article, whole);
      if (name === null) continue;
      const key = lastWord(textAt(article, name));
      const known = byLastWord.get(key) ?? [];
      known.push({ name, role: role ?? appositiveAfter(article, paragraph, name.end) });
      byLastWord.set(key, known);
      if (opensSentence(article, paragraph, whole.start) && /\s/.test(textAt(article, whole)))
        opening.push(name);
    }
    byParagraph.set(paragraph.start, opening);
  }
  const resolved = new Map<string, { readonly fullest: Span; readonly role: Span | null }>();
  const resolve = (name: Span) => {
    const own = plainName(textAt(article, name));
    const before = resolved.get(own);
    if (before !== undefined) return before;
    const same = (byLastWord.get(lastWord(own)) ?? []).filter((other) => {
      const theirs = plainName(textAt(article, other.name));
      return theirs.endsWith(own) || own.endsWith(theirs);
    });
    const fullest = same.reduce(
      (best, { name: other }) =>
        other.end - other.start > best.end - best.start && !/[’']s$/.test(textAt(article, other))
          ? other
          : best,
      name,
    );
    const made = { fullest, role: same.find(({ role }) => role !== null)?.role ?? null };
    resolved.set(own, made);
    return made;
  };
  return {
    fullest: (name) => resolve(name).fullest,
    roleOf: (name) => resolve(name).role,
    subjectBefore: (paragraph, offset) =>
      byParagraph.get(paragraph.start)?.findLast(({ start }) => start < offset) ?? null,
  };
}

const opensSentence = (article: Article, paragraph: Span, at: number): boolean =>
  /(?:^|[.!?][”"’']?\s+)$/.test(article.text.slice(Math.max(paragraph.start, at - 4), at));

const plainName = (name: string): string => name.replace(/[’']s?$/, '');
const lastWord = (name: string): string => plainName(name).split(/\s+/).at(-1)?.toLowerCase() ?? '';

/** "White House spokesman Brian Hughes": the lower-case nouns just before a name, and what is capitalised before them. */
function roleStart(article: Article, paragraph: Span, nameStart: number): number {
  if (!/\p{Ll}\s$/u.test(article.text.slice(Math.max(paragraph.start, nameStart - 2), nameStart)))
    return nameStart;
  const before = article.text.slice(Math.max(paragraph.start, nameStart - 80), nameStart);
  const role =
    /(?:(?:\p{Lu}[\p{L}.’'-]*\s+)*)(?:(?:spokes(?:man|woman|person)|president|minister|secretary|director|chief|analyst|professor|adviser|advisor|senator|mayor|officer|leader|chairman|chairwoman|ambassador|lawyer|attorney|author|researcher|economist|strategist|manager|coach|reporter|journalist|founder|head|official)\s+)$/u.exec(
      before,
    );
  return role === null ? nameStart : nameStart - role[0].length;
}

/** "Dmytro Kuleba, a former foreign minister of Ukraine, also …" */
function appositiveAfter(article: Article, paragraph: Span, nameEnd: number): Span | null {
  if (article.text[nameEnd] !== ',') return null;
  const after = article.text.slice(nameEnd, Math.min(paragraph.end, nameEnd + 120));
  const match = /^,\s+(?:an?|the)\s+([^,.;“”"]{3,80})[,.]/.exec(after);
  if (match?.[1] === undefined) return null;
  const start = nameEnd + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}
