import type { Span } from '../article.ts';
import type { Scene } from './scene.ts';
import { isQuoted, type Stretch } from './tokens.ts';

/** From a stretch's first token to its last, in the article's text. */
export const spanOf = ({ tokens }: Pick<Scene, 'tokens'>, { from, to }: Stretch): Span => ({
  start: tokens.starts[from] ?? 0,
  end: tokens.ends[to - 1] ?? 0,
});

/** Without the comma that closes an aside: "Sam Brandt, a former aide,". */
export function mentionSpan(scene: Pick<Scene, 'tokens'>, { from, to }: Stretch): Span {
  let end = to;
  while (end > from + 1 && /^[,;:—-]+$/.test(scene.tokens.words[end - 1] ?? '')) end--;
  return spanOf(scene, { from, to: end });
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
