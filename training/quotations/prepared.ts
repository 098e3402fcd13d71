import type { Article } from '../../src/news/article.ts';
import { type Layout, layoutOf } from '../../src/news/quotations/scene.ts';
import type { Stretch, Tokens } from '../../src/news/quotations/tokens.ts';
import { articleOf, type JudgedArticle, type JudgedAttribution } from '../../src/terminal/judged-quotes.ts';
import { locate, type Place } from './locate.ts';

/** An article cut into tokens, with the judgements laid on them. */
export interface Prepared {
  readonly judged: JudgedArticle;
  readonly article: Article;
  readonly layout: Layout;
  readonly attributions: readonly Laid[];
}

/** One judged attribution; null where the judged words do not stand in the frame of the cue. */
export interface Laid {
  readonly judged: JudgedAttribution;
  readonly cue: Stretch | null;
  readonly source: Stretch | null;
  readonly content: Stretch | null;
}

export function prepare(judged: JudgedArticle): Prepared {
  const article = articleOf(judged);
  const layout = layoutOf(article);
  return {
    judged,
    article,
    layout,
    attributions: judged.quotes.map((one) => lay(judged.text, one, layout.tokens)),
  };
}

function lay(text: string, judged: JudgedAttribution, tokens: Tokens): Laid {
  const places = locate(text, judged);
  const cue = places.cue === null ? null : covering(tokens, places.cue);
  const inFrame = (place: Place | null): Stretch | null => {
    const one = place === null || cue === null ? null : covering(tokens, place);
    if (one === null || cue === null) return null;
    const frame = tokens.frames[cue.from];
    return tokens.frames[one.from] === frame && tokens.frames[one.to - 1] === frame ? one : null;
  };
  return { judged, cue, source: inFrame(places.speaker), content: inFrame([judged.start, judged.end]) };
}

/** The tokens that a stretch of the text touches, without punctuation at its end. */
function covering(tokens: Tokens, [start, end]: Place): Stretch | null {
  let from = 0;
  let high = tokens.length;
  while (from < high) {
    const middle = (from + high) >> 1;
    if ((tokens.ends[middle] ?? 0) <= start) from = middle + 1;
    else high = middle;
  }
  let to = from;
  while (to < tokens.length && (tokens.starts[to] ?? end) < end) to++;
  while (to > from + 1 && /^[,.;:—-]$/.test(tokens.words[to - 1] ?? '')) to--;
  return to > from ? { from, to } : null;
}
