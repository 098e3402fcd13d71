import { irregularForms } from '../../search/irregular.ts';
import { type Token, tokens } from '../../search/terms.ts';
import type { Nature } from './nature.ts';

/** A thing without a name: "rare earths". */
export interface NounGroup {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: Nature['number'];
  /** How it stands in the question: asked about as a whole, after "of", before the verb, at the end, plain, or a circumstance. */
  readonly standing: 'defined' | 'complement' | 'subject' | 'object' | 'plain' | 'circumstance';
}

const DETERMINER = /^(?:the|a|an|some|any|no|most|many|few|all)$/;
const PREPOSITION =
  /^(?:of|in|on|for|about|with|by|from|at|into|through|during|against|between|under|over|behind|as|than)$/;
const CIRCUMSTANCE = /\b(?:in|on|at|during|for|from)\s+(?:(?:the|a|an)\s+)?$/i;
const BEING_OR_HAVING = /^(?:is|are|was|were|be|been|has|have|had|get|got)$/;
const DOING = /^(?:do|does|did|can|could|will|would|should|may|might|must)$/;
const ASKING = /^(?:what|who)$/;

/** Heads of groups that are nothing by themselves: a role of what, an effect of what? */
const RELATIONAL =
  /^(?:one|role|type|kind|sort|form|difference|similarity|effect|impact|cause|reason|result|outcome|advantage|disadvantage|benefit|drawback|pro|con|example|part|way|symptom|significance|importance|feature|characteristic|definition|relationship|relation|connection|purpose|function|history|origin|meaning|use|cost|price|number|amount|percentage|share|rate|size|name|thing|aspect|fact|information|point|issue|theme|idea|goal|aim|source|side|end|start|beginning|time|year|day|week|month|period|era|article|story|question|answer|class|level|quality|stage|step|sign|risk|treatment|method|process|evidence|lot|lack|term|condition|detail)(?:e?s)?$/;
const ADJECTIVE =
  /^(?:good|bad|best|better|worse|worst|big|bigger|biggest|large|larger|largest|small|smaller|smallest|old|older|oldest|young|younger|youngest|new|safe|legal|real|true|famous|popular|dangerous|expensive|cheap|hard|easy|important|different|similar|common|rare|main|long|short|high|low|close|likely|well|still|always|usually|difficult|necessary|.*(?:ly|able|ible|ful|ous|ive|less))$/;

export const isAdjective = (word: string): boolean => ADJECTIVE.test(word);

/** A noun that asks for more of what was spoken of: "the role", "any effects". */
export const isRelational = (word: string): boolean => RELATIONAL.test(word);

/** Groups of lower-case words that stand where a noun stands: after "the", "of", "is", "has", or between "does" and its verb. */
export function nounGroupsIn(text: string, isName: (token: Token) => boolean): readonly NounGroup[] {
  const words = tokens(text);
  const isNoun = (token: Token | undefined): boolean =>
    token !== undefined && !token.stop && !token.capital && !isName(token) && !/^\d/.test(token.word);
  const found: NounGroup[] = [];
  for (let at = 1; at < words.length; at++) {
    if (!isNoun(words[at])) continue;
    let last = at;
    while (isNoun(words[last + 1]) && adjoin(text, words[last], words[last + 1])) last++;
    const group = groupOf(words, at, last);
    if (group !== null) found.push(standing(text, group.head, group.tail));
    at = last;
  }
  return found;
}

/** The nouns of a run of lower-case words, which may begin or end with the verb. */
function groupOf(words: readonly Token[], first: number, last: number): { head: Token; tail: Token } | null {
  const before = words[first - 1]?.word ?? '';
  const next = words[last + 1]?.word ?? '';
  // "was the heron found", "does the treaty say": the verb comes after the noun.
  const inverted = DETERMINER.test(before) ? (words[first - 2]?.word ?? '') : before;
  const opening = [DETERMINER, PREPOSITION, BEING_OR_HAVING, DOING].some((class_) => class_.test(before));
  // "what causes acid reflux"
  const verbOpens = ASKING.test(before) && last > first && /(?:s|ed)$/.test(words[first]?.word ?? '');
  // "does lithium matter", but "does lithium have …"
  const verbEnds = DOING.test(inverted) && !/^(?:have|do|get|come|go|make)$/.test(next);
  // "what is lithium used for"
  const passive = BEING_OR_HAVING.test(before);
  if (!opening && !verbOpens) return null;
  const head = words[verbOpens ? first + 1 : first];
  let end = verbEnds ? last - 1 : last;
  while (
    end > first &&
    (isAdjective(words[end]?.word ?? '') ||
      (BEING_OR_HAVING.test(inverted) && isParticiple(words[end]?.word ?? '')))
  )
    end--;
  const tail = words[end];
  if (head === undefined || tail === undefined || tail.end < head.end) return null;
  if (RELATIONAL.test(tail.word) || isAdjective(tail.word)) return null;
  // "was released", "are used": not things.
  return passive && /(?:ed|ing|en)$/.test(tail.word) ? null : { head, tail };
}

/** "Opened", "found". */
const isParticiple = (word: string): boolean =>
  /ed$/.test(word) || (irregularForms.has(word) && !/s$/.test(word));

function standing(text: string, head: Token, tail: Token): NounGroup {
  const words = text.slice(head.start, tail.end).replace(/['’‘]s$/, '');
  const [before, after] = [text.slice(0, head.start), text.slice(tail.end)];
  const place = { text: words, start: head.start, end: head.start + words.length };
  const number = /(?:[^siu]s|people|children|men|women)$/.test(tail.word) ? 'many' : 'one';
  if (OPENS_DEFINITION.test(before) && /^[^\p{L}]*$/u.test(after))
    return { ...place, number, standing: 'defined' };
  if (/\b(?:of|about)\s+(?:(?:the|a|an)\s+)?$/i.test(before))
    return { ...place, number, standing: 'complement' };
  if (CIRCUMSTANCE.test(before)) return { ...place, number, standing: 'circumstance' };
  if (OPENS_QUESTION.test(before)) return { ...place, number, standing: 'subject' };
  const object = /\b(?:the|a|an)\s+$/i.test(before) && /^[^\p{L}]*$/u.test(after);
  return { ...place, number, standing: object ? 'object' : 'plain' };
}

/** "What is (a) …?", "Tell me about …", "Describe the …". */
const OPENS_DEFINITION =
  /^\W*(?:(?:what|who)(?:['’]s|\s+(?:is|are|was|were))\s+(?:(?:a|an|the)\s+)?|(?:tell|describe|explain)\b[^,]*)$/i;

/** "What are …", "Does the …". */
const OPENS_QUESTION =
  /^\W*(?:(?:how\s+)?\w+\s+)?(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had)\s+(?:(?:the|a|an)\s+)?$/i;

/** No mark between two words, and no possessive. */
const adjoin = (text: string, a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  /^[\s-]$/.test(text.slice(a.end, b.start)) &&
  !/['’‘]s?$/.test(text.slice(a.start, a.end));
