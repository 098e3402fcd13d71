import { createHash } from 'node:crypto';
import { pastTurns, standAlone } from '../src/answer/conversation/stand-alone.ts';
import { tokens } from '../src/search/terms.ts';
import { readRows } from './examples.ts';

/**
 * How well follow-ups are understood, against rewrites by people:
 *
 *   node dist/training/follow-ups.js EVAL_DIR [--half=a|b] [--misses[=N]] [--set=cast2019]
 *
 * Recall: of the content words that the rewrite adds to the question, the share that ours adds too.
 * Precision: of those that ours adds, the share that stands in the rewrite. Needless: of the questions that
 * people left as they were, the share to which ours adds a content word.
 */
interface FollowUpRow {
  readonly id: string;
  readonly topic: readonly string[];
  /** Question, answer, question … */
  readonly history: readonly string[];
  readonly question: string;
  readonly rewrite: string;
  readonly changed?: boolean;
}

const [directory = '../shared/eval', ...switches] = process.argv.slice(2);
const switchOf = (name: string): string | undefined =>
  switches.find((each) => each === `--${name}` || each.startsWith(`--${name}=`))?.replace(/^[^=]*=?/, '');
const set = switchOf('set') ?? 'canard-tune';
const half = switchOf('half');
const misses = switchOf('misses');
/** CAsT's history is questions alone, and its topics were written afterwards: nobody has them when asking. */
const hasAnswers = set !== 'cast2019';

const conversationOf = (id: string): string => id.replace(/#?_?\d+$/, '');
const halfOf = (id: string): string =>
  (createHash('sha1').update(conversationOf(id)).digest()[0] ?? 0) % 2 === 0 ? 'a' : 'b';
const contentOf = (text: string): ReadonlySet<string> =>
  new Set(tokens(text).flatMap(({ stop, term }) => (stop ? [] : [term])));

const rows = readRows<FollowUpRow>(`${directory}/follow-ups/${set}.jsonl`).filter(
  ({ id }) => half === undefined || halfOf(id) === half,
);
const total = { gold: 0, found: 0, ours: 0, right: 0, same: 0, needless: 0, needing: 0, helped: 0 };
const shown: string[] = [];
for (const { id, topic, history, question, rewrite, changed = rewrite !== question } of rows) {
  const [headline, section = null] = topic;
  const about = headline === undefined || !hasAnswers ? undefined : ([headline, section] as const);
  const turns = hasAnswers ? history : history.flatMap((asked) => [asked, '']);
  const ours = standAlone(question, pastTurns(turns, about), about);
  const asked = contentOf(question);
  const gold = [...contentOf(rewrite)].filter((term) => !asked.has(term));
  const added = [...contentOf(ours)].filter((term) => !asked.has(term));
  const right = added.filter((term) => contentOf(rewrite).has(term));
  const wrong = added.filter((term) => !right.includes(term));
  const missed = changed ? gold.filter((term) => !right.includes(term)) : [];
  if (changed) {
    total.gold += gold.length;
    total.found += right.length;
    total.ours += added.length;
    total.right += right.length;
    total.needing += gold.length > 0 ? 1 : 0;
    total.helped += gold.length > 0 && right.length > 0 ? 1 : 0;
  } else {
    total.same += 1;
    total.needless += added.length > 0 ? 1 : 0;
    total.ours += added.length;
    total.right += right.length;
  }
  if (wrong.length > 0 || missed.length > 0)
    shown.push(
      [
        `${id}  ${topic.join(' | ')}`,
        ...history.slice(-2).map((text) => `    ${text}`),
        `  asked   ${question}`,
        `  ours    ${ours}`,
        `  gold    ${changed ? rewrite : '(as it is)'}`,
        `  missed  ${missed.join(' ')}   wrong  ${wrong.join(' ')}`,
      ].join('\n'),
    );
}

if (misses !== undefined) {
  const every = Math.max(1, Math.floor(shown.length / Number(misses || 40)));
  console.log(shown.filter((_, at) => at % every === 0).join('\n\n'), '\n');
}
const share = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : part / whole).toFixed(3)} (${part} of ${whole})`;
console.log(`recall     ${share(total.found, total.gold)}`);
console.log(`precision  ${share(total.right, total.ours)}`);
console.log(`needless   ${share(total.needless, total.same)}`);
console.log(`helped     ${share(total.helped, total.needing)} of the turns that need words got a right one`);
