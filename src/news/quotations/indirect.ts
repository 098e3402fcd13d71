import type { Article } from '../article.ts';
import type { Cast } from './cast.ts';
import type { Quotation } from './quotation.ts';
import type { Reading } from './readings.ts';
import type { Scene } from './scene.ts';
import { clauseEnd, mentionSpan, spanOf } from './spans.ts';
import { isQuoted, SHAPE, type Stretch, type Tokens } from './tokens.ts';
import { venueAfter } from './venue.ts';

/** Log-odds that a cue is one, from which on what it reports is shown. */
const LEAST = -0.4;

/** What is reported without quotation marks, or with some of its words between marks: "X said that …". */
export function indirectIn(article: Article, scene: Scene, cast: Cast): readonly Quotation[] {
  const rows: Quotation[] = [];
  for (const readings of scene.readings.values())
    for (const reading of readings) {
      const { cue, odds, source, content } = reading;
      if (odds < LEAST || source === null || content === null || content.odds <= 0) continue;
      const parts = contentParts(
        scene.tokens,
        reading,
        clearOfOthers(scene.tokens, content, readings, reading),
        source,
      );
      if (!parts.some((part) => saysMore(scene.tokens, part))) continue;
      const { speaker, grade } = cast.recognise(mentionSpan(scene, source), null);
      const at = spanOf(scene, cue);
      rows.push({
        article: article.id,
        spans: parts.map((part) => spanOf(scene, part)),
        kind: 'indirect',
        speaker,
        grade,
        cue: at,
        venue: venueAfter(article, at, clauseEnd(scene, cue, parts)),
        confidence: likelihood(odds) * likelihood(source.odds) * likelihood(content.odds),
      });
    }
  return rows;
}

const likelihood = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** "She argued [that it was unfair], the Courier reported": a clause at the end that reports all of it is cut off. */
function clearOfOthers(
  tokens: Tokens,
  content: Stretch,
  readings: readonly Reading[],
  own: Reading,
): Stretch {
  let { from, to } = content;
  for (const { cue, source, odds } of readings) {
    if (source === null || cue === own.cue || odds < LEAST) continue;
    const clause = { from: Math.min(cue.from, source.from), to: Math.max(cue.to, source.to) };
    const isAfterOwn = clause.from > own.cue.to && clause.from > from;
    if (isAfterOwn && clause.to === to && tokens.words[clause.from - 1] === ',') to = clause.from - 1;
    if (clause.from === from && clause.to < own.cue.from && tokens.words[clause.to] === ',')
      from = clause.to + 1;
  }
  return { from, to };
}

/** "The vote, he said, was fair": the content without the clause that reports it. */
function contentParts(
  tokens: Tokens,
  { cue }: Reading,
  content: Stretch,
  source: Stretch,
): readonly Stretch[] {
  const isAround = content.from < cue.from && cue.to < content.to;
  if (!isAround) return [trimmed(tokens, content)].filter(isSomething);
  const clause = { from: Math.min(cue.from, source.from), to: Math.max(cue.to, source.to) };
  return [
    { from: content.from, to: Math.max(content.from, clause.from) },
    // "…, according to Mayor Brandt, who promised …": that is about her.
    ...(isAboutSpeaker(tokens, clause.to) ? [] : [{ from: Math.min(content.to, clause.to), to: content.to }]),
  ]
    .map((part) => trimmed(tokens, part))
    .filter(isSomething);
}

const isAboutSpeaker = ({ words }: Tokens, at: number): boolean =>
  /^who(?:m|se)?$/.test((words[at] === ',' ? words[at + 1] : words[at]) ?? '');

const isSomething = ({ from, to }: Stretch): boolean => to > from;

const AT_ENDS = /^(?:[,.;:—–-]|--)$/;

function trimmed({ words }: Tokens, { from, to }: Stretch): Stretch {
  let [first, end] = [from, to];
  while (first < end && AT_ENDS.test(words[first] ?? '')) first++;
  while (end > first && AT_ENDS.test(words[end - 1] ?? '')) end--;
  return { from: first, to: end };
}

/** Whether there is a word outside quotation marks: what is all between marks is a quotation already. */
function saysMore(tokens: Tokens, { from, to }: Stretch): boolean {
  // "So says a by-law" tells nothing.
  if (to - from === 1 && tokens.words[from] === 'so') return false;
  for (let at = from; at < to; at++)
    if (!isQuoted(tokens, at) && !((tokens.shapes[at] ?? 0) & SHAPE.punctuation)) return true;
  return false;
}
