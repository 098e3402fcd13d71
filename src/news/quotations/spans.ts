import type { Span } from '../article.ts';
import type { Scene } from './scene.ts';
import { hashesOf, isQuoted, type Stretch } from './tokens.ts';

/** From a stretch's first token to its last, in the article's text. */
export const spanOf = ({ tokens }: Pick<Scene, 'tokens'>, { from, to }: Stretch): Span => ({
  start: tokens.starts[from] ?? 0,
  end: tokens.ends[to - 1] ?? 0,
});

const TELLS_WHEN = hashesOf('on in at during after before while when earlier late as by from');

/** Without the comma that closes an aside ("Sam Brandt, a former aide,") and without when it was (", on Monday"). */
export function mentionSpan({ tokens }: Pick<Scene, 'tokens'>, { from, to }: Stretch): Span {
  let end = to;
  for (let at = from + 1; at < to - 1; at++)
    if (tokens.words[at] === ',' && TELLS_WHEN.has(tokens.hashes[at + 1] ?? 0)) end = at;
  while (end > from + 1 && /^[,;:—-]+$/.test(tokens.words[end - 1] ?? '')) end--;
  return spanOf({ tokens }, { from, to: end });
}

/** Where the words that tell of the telling end after a cue: at a quotation, at what is reported, or with the frame. */
export function clauseEnd(
  { tokens }: Pick<Scene, 'tokens'>,
  cue: Stretch,
  reported: readonly Stretch[] = [],
): number {
  const stop = Math.min(...reported.map(({ from }) => from).filter((from) => from >= cue.to));
  let at = cue.to;
  while (tokens.frames[at] === tokens.frames[cue.from] && at < stop && !isQuoted(tokens, at)) at++;
  return tokens.ends[at - 1] ?? 0;
}
