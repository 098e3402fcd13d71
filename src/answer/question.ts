import { conceptsAt, POSSESSIVE, type Token, termOf, tokens } from '../search/terms.ts';
import { isMerelyAsking } from './asking.ts';

/** What sort of answer is looked for. */
export const QUESTION_KINDS = [
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how-much',
  'how-degree',
  'how',
  'which',
  'what',
  'definition',
  'yes-no',
  'quote',
  'keywords',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A word of the question that an answer should speak of. */
export interface QuestionTerm {
  /** As typed, without its possessive: for people. */
  readonly word: string;
  /** Folded, for matching the very form. */
  readonly form: string;
  readonly term: string;
  /** The concept that the word names or helps to name ("@us."), so that other names for it count too. */
  readonly concept: string | null;
  /** Names somebody or something: capitalised here or, where the asker uses no capitals, in the articles. */
  readonly name: boolean;
  /** 1 for an ordinary word; less for one that asks rather than tells ("say", "happen"). */
  readonly weight: number;
}

export interface Question {
  /** As it stands alone: what was typed, or what a follow-up was understood to mean. */
  readonly text: string;
  readonly kind: QuestionKind;
  /** Every word's stem, small words included, in order. */
  readonly words: readonly string[];
  /** Without stop words and words that merely ask, each term once, in the order of the question. */
  readonly terms: readonly QuestionTerm[];
  /** "country" in "which country …", "percentage" in "what percentage …"; null when nothing is named. */
  readonly focus: string | null;
}

/** More words than any question needs; the ranker keeps sets of them in the bits of one number. */
const MOST_TERMS = 30;

/** Beyond this a question is an essay: what follows is left out of account. UTF-16 units. */
const LONGEST_QUESTION = 2_000;

/** Reads a question. Never fails: what cannot be read as a question is a list of keywords. */
export function understandQuestion(text: string, isName: (term: string) => boolean = () => false): Question {
  const read = text.slice(0, LONGEST_QUESTION);
  const words = tokens(read);
  const kind = kindOf(words, text);
  return {
    text,
    kind,
    words: words.map(({ term }) => term),
    terms: questionTerms(read, words, kind, isName),
    focus: focusOf(words, kind),
  };
}

/** "Which company", "what percentage": the words that say what sort of thing is asked for, not what it is about. */
const ASKING_WORDS = new Set(
  'mean happen say tell kind type sort call name percent percentage describe consider comment respond'
    .split(' ')
    .map(termOf),
);
const ASKING_WORD_WEIGHT = 0.3;

function questionTerms(
  text: string,
  words: readonly Token[],
  kind: QuestionKind,
  isName: (term: string) => boolean,
): readonly QuestionTerm[] {
  const untidy = !words.some(({ capital, stop }, at) => capital && !stop && at > 0);
  const concepts = new Map<number, string>();
  for (const { concept, first, last } of conceptsAt(words))
    for (let at = first; at <= last; at++) concepts.set(at, concept);
  const asks = isMerelyAsking(text);
  const found = new Map<string, QuestionTerm>();
  words.forEach((token, at) => {
    if (token.stop || asks(token) || found.has(token.term)) return;
    found.set(token.term, {
      word: text.slice(token.start, token.end).replace(POSSESSIVE, ''),
      form: token.word,
      term: token.term,
      concept: concepts.get(at) ?? null,
      name: untidy ? isName(token.term) : token.capital && at > 0,
      weight: kind !== 'keywords' && ASKING_WORDS.has(token.term) ? ASKING_WORD_WEIGHT : 1,
    });
  });
  return [...found.values()].slice(0, MOST_TERMS);
}

export const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were do does did has have had can could will would shall should may might must am'.split(' '),
);
export const REPORTING: ReadonlySet<string> = new Set(
  'say tell comment respond reply claim argue state think announce explain react describe call'
    .split(' ')
    .map(termOf),
);

function kindOf(words: readonly Token[], text: string): QuestionKind {
  const forms = words.map(({ word }) => word.replace(/^(what|who|where|when|why|how)'?s$/, '$1'));
  const at = forms.findIndex((form) => QUESTION_WORDS.has(form));
  const first = forms[0] ?? '';
  if (at < 0 || (at > 4 && AUXILIARIES.has(first)))
    return AUXILIARIES.has(first) && words.length > 2 ? 'yes-no' : 'keywords';
  if (at > 0 && AUXILIARIES.has(first)) return 'yes-no';
  const asked = forms[at] ?? '';
  const next = forms[at + 1] ?? '';
  const rest = words.slice(at + 1);
  if (asked === 'when') return 'when';
  if (asked === 'where') return 'where';
  if (asked === 'why') return 'why';
  if (asked === 'how') return howKind(next);
  if (asked === 'who' || asked === 'whom' || asked === 'whose')
    return isDefinition(rest) ? 'definition' : 'who';
  if (/^(?:what|which)$/.test(asked)) {
    if (/^(?:year|date|day|month|time|decade|century)$/.test(next)) return 'when';
    if (/^(?:country|countries|city|cities|place|state|location|region|town)$/.test(next)) return 'where';
    if (/^(?:percentage|percent|share|proportion|amount|fraction)$/.test(next)) return 'how-much';
    if (/^(?:number)$/.test(next)) return 'how-many';
    if (/^(?:reason|reasons|cause)$/.test(next)) return 'why';
    if (
      /^(?:person|people|man|woman|president|minister|official|officials|leader|spokesman|spokeswoman)$/.test(
        next,
      )
    )
      return 'who';
    if (AUXILIARIES.has(next) && rest.some(({ term }) => REPORTING.has(term))) return 'quote';
    if (isDefinition(rest) && /\?|^\s*what/i.test(text)) return 'definition';
  }
  return next !== '' && rest[0]?.stop === false ? 'which' : 'what';
}

const QUESTION_WORDS = new Set(['who', 'whom', 'whose', 'when', 'where', 'why', 'how', 'what', 'which']);

const DEGREES = new Set(
  'old tall long far big large high deep wide fast often heavy hot cold soon late close strong wealthy rich'.split(
    ' ',
  ),
);

function howKind(next: string): QuestionKind {
  if (next === 'many') return 'how-many';
  if (next === 'much') return 'how-much';
  return DEGREES.has(next) ? 'how-degree' : 'how';
}

/** "What is X?", "Who is X?": a form of "be" and then one name or noun group, nothing more. */
function isDefinition(rest: readonly Token[]): boolean {
  if (!/^(?:is|are|was|were)$/.test(rest[0]?.word ?? '')) return false;
  const content = rest.slice(1).filter(({ stop }) => !stop);
  return (
    content.length >= 1 &&
    content.length <= 3 &&
    !rest.slice(2).some(({ word }) => /^(?:of|in|for|by|to|with|at|on|from|about)$/.test(word)) &&
    content.at(-1)?.word.endsWith('ed') !== true
  );
}

function focusOf(words: readonly Token[], kind: QuestionKind): string | null {
  if (kind === 'keywords' || kind === 'definition') return null;
  const at = words.findIndex(
    ({ word }) => word === 'what' || word === 'which' || word === 'many' || word === 'much',
  );
  const next = words[at + 1];
  return at < 0 || next === undefined || next.stop ? null : next.term;
}
