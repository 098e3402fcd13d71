import { countsOf } from '../../src/news/quotations/counts.ts';
import { cueFeatures, starterSlot, TAGS } from '../../src/news/quotations/cue-tags.ts';
import { Features, type LinearModel } from '../../src/news/quotations/linear.ts';
import { frameAround, isQuoted, Window } from '../../src/news/quotations/tokens.ts';
import type { VerbRate } from '../../src/news/quotations/verbs.ts';
import { Learned, shuffled, softmax } from './learned.ts';
import type { Prepared } from './prepared.ts';

const EPOCHS = 4;
const STARTER_BYTES = 8192;

/** Learns to tag cues: in the light of the right tag before, word by word. */
export function learnCues(articles: readonly Prepared[], rate: VerbRate): LinearModel {
  const learned = new Learned(2);
  const features = new Features();
  const all = articles.map((one) => ({
    tokens: one.layout.tokens,
    counts: countsOf(one.layout.tokens, rate),
    tags: tagsOf(one),
  }));
  const scores = new Float64Array(3);
  for (let epoch = -1; epoch < EPOCHS; epoch++) {
    for (const { tokens, counts, tags } of shuffled(all, epoch + 1)) {
      let window = new Window(tokens, { from: 0, to: 0 });
      for (let at = 0; at < tokens.length; at++) {
        if (isQuoted(tokens, at)) continue;
        const previous = tokens.frames[at] === tokens.frames[at - 1] ? (tags[at - 1] ?? 0) : TAGS.outside;
        if (at >= window.to) window = new Window(tokens, frameAround(tokens, at));
        cueFeatures(tokens, window, at, previous, counts, features);
        const written = features.at.subarray(0, features.count);
        if (epoch < 0) {
          learned.meet(written);
          continue;
        }
        scores[0] = 0;
        scores[1] = learned.score(written, 0);
        scores[2] = learned.score(written, 1);
        softmax(scores);
        for (const tag of [TAGS.begins, TAGS.inside])
          learned.step(written, tag - 1, (scores[tag] ?? 0) - (tags[at] === tag ? 1 : 0));
      }
    }
    if (epoch >= 1) learned.remember();
  }
  return learned.mean();
}

function tagsOf({ layout, attributions }: Prepared): Uint8Array {
  const tags = new Uint8Array(layout.tokens.length);
  for (const { cue } of attributions) {
    if (cue === null) continue;
    for (let at = cue.from; at < cue.to; at++)
      if (tags[at] === TAGS.outside) tags[at] = at === cue.from ? TAGS.begins : TAGS.inside;
  }
  return tags;
}

/** A bit for each hash of a word that a cue begins with. */
export function startersOf(articles: readonly Prepared[]): Uint8Array {
  const bits = new Uint8Array(STARTER_BYTES);
  for (const { layout, attributions } of articles)
    for (const { cue } of attributions) {
      if (cue === null) continue;
      const slot = starterSlot(layout.tokens.hashes[cue.from] ?? 0, STARTER_BYTES * 8);
      bits[slot >> 3] = (bits[slot >> 3] ?? 0) | (1 << (slot & 7));
    }
  return bits;
}
