import { type Token, termOf } from '../search/terms.ts';

/**
 * Which words of a question only ask that something be told, and of nothing: "news" in "Is there any news about bees?",
 * "happened" in "What happened in Karsund?". What it is that is asked about, the others say.
 */
export function isMerelyAsking(text: string): (token: Token) => boolean {
  const { until, from } = newsAskedFor(text);
  return ({ term, start }) => term === HAPPEN || start < until || start >= from;
}

/** "Latest news on the dam", "What happened at the museum?": whatever there is, the newest first. */
export function asksForNews(text: string): boolean {
  const { until, from } = newsAskedFor(text);
  return until > 0 || from < text.length || HAPPENED.test(text);
}

const HAPPEN = termOf('happen');

const HAPPENED =
  /^\W*what(?:['’]?s|\s+(?:is|has|have|had|was))?\s+(?:been\s+)?(?:happen(?:ed|ing|s)|going\s+on)\s+(?:\(|(?:to|in|at|with|on|around|near)\b)/i;

/** "What’s the latest news on …", "Do you have any updates about …", "Anything new on …": up to what it is of. */
const ASKS_FOR_NEWS =
  /^\W*(?:(?:what(?:['’]?s|\s+(?:is|are|was|were))?|(?:is|are|was|were)\s+there|(?:do|have)\s+you(?:\s+(?:have|got|know|heard))?|(?:tell|give|show)\s+(?:me|us)|please|any|some|the|of|all)\s+)*(?:(?:(?:latest|newest|recent|current|breaking|new|more|further|any)\s+)*(?:news|updates?|headlines|developments?)|latest|newest|(?:(?:any|some)thing\s+|(?<=what(?:['’]?s|\s+is)\s+))new)\b(?=\s+(?:\(|(?:on|about|of|from|in|at|with|for|regarding|concerning|around)\b)|\W*$)/i;

/** "orla dam latest news" */
const ENDS_WITH_NEWS = /(?:\b(?:latest|newest|recent|breaking|new)\s+)*\b(?:latest|news|updates?)\W*$/i;

/** Where the words that ask for news end that a question begins with, and where those begin that keywords end with. */
function newsAskedFor(text: string): { readonly until: number; readonly from: number } {
  return {
    until: ASKS_FOR_NEWS.exec(text)?.[0].length ?? 0,
    from: isSentence(text) ? text.length : (ENDS_WITH_NEWS.exec(text)?.index ?? text.length),
  };
}

const isSentence = (text: string): boolean =>
  /\b(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|said|says)\b/i.test(
    text,
  );
