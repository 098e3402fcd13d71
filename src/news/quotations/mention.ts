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

const PRONOUN =
  /^(?:he|she|they|it|i|we|you|who|which|that|this|these|those|his|her|their|its|my|our|one|some|others|both|many|all)$/i;

/** A full stop belongs to a name after an initial or in "Jr.", not where it ends a sentence. */
const NAME_WORD =
  "(?:(?:\\p{Lu}\\.)+|(?:Jr|Sr|St|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof)\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*)";
const PARTICLE = '(?:de|da|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le|y)';

const HYPHENED = '(?:al|el|ul|ad|ar|as|ash|az)-';

/** Capitalised words in a row, with initials and the particles of names between them. */
const NAME_RUN = new RegExp(`${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)*(?:${HYPHENED})?${NAME_WORD})*`, 'gu');
const ENDS_IN_HYPHENED = new RegExp(`(?<!\\p{L})${HYPHENED}$`, 'u');

/** Where capitalised words stand in a row, and what they are. */
export interface NameRun {
  readonly index: number;
  readonly text: string;
}

/** The names of a text, each with the particle that it begins with: "al-Haddad". */
export const nameRuns = (text: string): readonly NameRun[] =>
  [...text.matchAll(NAME_RUN)].map(({ 0: run, index }) => {
    if (text[index - 1] !== '-') return { index, text: run };
    const particle = ENDS_IN_HYPHENED.exec(text.slice(Math.max(0, index - 5), index))?.[0] ?? '';
    return { index: index - particle.length, text: particle + run };
  });

/** Words that are capitalised before a name without being part of it. */
const TITLES = new Set(
  'mr mrs ms dr sir lord lady dame president vice prime minister chancellor secretary senator sen representative rep governor gov mayor judge justice general gen admiral colonel captain lieutenant sergeant officer chief director ambassador professor prof king queen prince princess pope bishop archbishop cardinal rabbi imam reverend rev father sister congressman congresswoman councilman councilwoman attorney speaker leader chairman chairwoman chair commissioner spokesman spokeswoman former acting deputy foreign defense defence finance interior treasury state press executive senior republican republicans democrat democrats democratic conservative labour adviser advisor analyst coach detective sheriff inspector superintendent ceo cfo'.split(
    ' ',
  ),
);

const APPOSED_NAME = /^,\s+(?:\p{Ll}+\s+){0,4}(\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*)+)$/u;

/** What a role does not begin with: "the Mayor", "But President". */
const OPENING =
  /^(?:(?:the|a|an|but|and|so|yet|while|when|as|if|though|although|meanwhile|then|now|still)(?:\s+|$))+/i;

/** Capitalised because a sentence begins with them. */
const OPENERS = new Set(
  'the a an and but or so yet nor in on at by for from with without to as if when while after before since because although though however meanwhile then now still even both asked like unlike under during despite until once last this that these those his her their its our my he she they it we i not only also where why how what who yes no one two some many most other another earlier later instead according among against about'.split(
    ' ',
  ),
);

/** Whether a sentence may begin with it, so that its capital says nothing. */
export const isOpener = (word: string): boolean => OPENERS.has(word.toLowerCase());
const isTitle = (word: string): boolean =>
  TITLES.has((word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase());

/** Two capitalised words that end a phrase: "Scott Bessent", but not "Its founder". */
const NAMED = /\p{Lu}[\p{L}\p{M}’'-]*\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}\p{M}’'-]*$/u;

/** Reads the words between two offsets as a mention. */
export function mentionIn(article: Article, span: Span): Mention {
  const text = textAt(article, span);
  if (PRONOUN.test(text)) return { span, name: null, role: null, pronoun: true };
  const comma = text.indexOf(',');
  const apposed = comma < 0 ? null : APPOSED_NAME.exec(text.slice(comma));
  if (apposed?.[1] !== undefined && !NAMED.test(text.slice(0, comma))) {
    // "its founder, Rosa Lindqvist": the role stands before the name.
    const start = span.start + comma + apposed[0].length - apposed[1].length;
    return {
      span,
      name: { start, end: start + apposed[1].length },
      role: { start: span.start + (/^(?:the|an?)\s+/i.exec(text)?.[0].length ?? 0), end: span.start + comma },
      pronoun: false,
    };
  }
  const head = coreOf(comma < 0 ? text : text.slice(0, comma));
  const run = nameRuns(head).at(-1);
  const end = run === undefined ? 0 : run.index + run.text.length;
  // "officials of the White House" ends in a name without naming anyone who could speak alone.
  if (run === undefined || head.slice(end).trim() !== '')
    return { span, name: null, role: null, pronoun: false };
  // "the Ministry of Environment and Natural Resources", "Marsh and the crews of Harrow Bay": no one name stands for these.
  if (/\b(?:of|for|from|at|in|with|and|or)\s+(?:the\s+)?$/.test(head.slice(0, run.index)))
    return { span, name: null, role: null, pronoun: false };
  const untitled = afterTitles(run.text);
  if (untitled === null) return { span, name: null, role: null, pronoun: false };
  const start = span.start + run.index + untitled;
  const before = text
    .slice(0, start - span.start)
    .trim()
    .replace(OPENING, '');
  const roleStart = before === '' ? start : span.start + text.indexOf(before);
  const role =
    before !== '' ? { start: roleStart, end: roleStart + before.length } : appositive(text, comma, span);
  return { span, name: { start, end: span.start + end }, role, pronoun: false };
}

/** Where a name begins after what is capitalised before it: 6 in "Mayor Brandt"; null in "The Mayor", which is no name. */
export function afterTitles(run: string): number | null {
  let from = 0;
  for (const { 0: word, index } of run.matchAll(/\S+/g))
    if (isTitle(word) || isOpener(word)) from = index + word.length;
  const start = from + run.slice(from).search(/\S/);
  return start < from ? null : start;
}

/** The role in what is capitalised before a name: "Mayor" of "But Mayor "; nothing of "U.S. While ". */
export function roleIn(before: string): { readonly start: number; readonly text: string } | null {
  const words = [...before.matchAll(/\S+/g)];
  const first = words[words.findLastIndex(([word]) => isOpener(word)) + 1];
  return first === undefined ? null : { start: first.index, text: before.slice(first.index).trim() };
}

/** "Scott Bessent during a visit to Kyiv" names Bessent: what follows a name and a preposition is about him. */
function coreOf(phrase: string): string {
  const link =
    /(?<=\p{Lu}\S*)\s+(?:during|of|for|from|at|in|with|to|on|by|as|after|before|who|which|that|outside|near)\s/u.exec(
      phrase,
    );
  if (link === null) return phrase;
  const core = phrase.slice(0, link.index);
  // "the Ministry of Defence" goes on; "Brian Hughes of the White House" does not.
  return /\p{Lu}[\p{L}’'-]*\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}’'-]*$/u.test(core) && !BODY.test(core)
    ? core
    : phrase;
}

const BODY =
  /\b(?:Ministry|Department|Bank|House|Court|Bureau|Office|Board|Council|Committee|Commission|Institute|University|Center|Centre|School|Association|Union|Party|Agency|Chamber|Federation|Survey|Academy|Society|Secretary|Minister|Director|President|Speaker|Governor|Chief|Head|Bishop|Chairman|Professor|Mayor|Prime)$/;

/** "…, a former foreign minister of Ukraine, …" */
function appositive(text: string, comma: number, span: Span): Span | null {
  if (comma < 0) return null;
  const rest = /^,\s*((?:an?|the|who is|now)\s+)?([^,]+?),?\s*$/.exec(text.slice(comma));
  if (rest?.[2] === undefined || !/\p{Ll}/u.test(rest[2])) return null;
  const start = span.start + text.lastIndexOf(rest[2]);
  return { start, end: start + rest[2].length };
}
