/**
 * What words mean, as far as a small table of word vectors knows: "venue" is near "stadium", "turn down"
 * near "rejected". Used to rank sentences only; it writes nothing.
 */
export interface Meaning {
  /** The row of a term; -1 where the table does not know it. */
  rowOf(term: string): number;
  /** Cosine of two rows: 1 the same, 0 nothing in common. */
  similarity(row: number, other: number): number;
  /** The direction in which several rows point together, each as heavy as its weight; null without rows. */
  sum(rows: readonly number[], weights: readonly number[]): Float32Array | null;
}

/** For a corpus that should be searched by its words alone. */
export const noMeaning: Meaning = { rowOf: () => -1, similarity: () => 0, sum: () => null };

/**
 * Reads a table: a line of JSON `{"made", "width", "terms": [term, …]}`, then for each term `width` signed
 * bytes, a unit vector times 127.
 *
 * @throws Error when the bytes are not such a table.
 */
export function openMeaning(bytes: Uint8Array): Meaning {
  const end = bytes.indexOf(10);
  const { width, terms } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    readonly width: number;
    readonly terms: readonly string[];
  };
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1);
  if (vectors.length !== width * terms.length)
    throw new Error(
      `word vectors: expected ${width * terms.length} bytes after the first line, got ${vectors.length}`,
    );
  const rows = new Map(terms.map((term, row) => [term, row]));

  return {
    rowOf: (term) => rows.get(term) ?? -1,
    similarity(row, other) {
      let dot = 0;
      let a = row * width;
      let b = other * width;
      for (let left = width; left > 0; left--) dot += (vectors[a++] ?? 0) * (vectors[b++] ?? 0);
      return dot / (127 * 127);
    },
    sum(among, weights) {
      if (among.length === 0) return null;
      const total = new Float32Array(width);
      among.forEach((row, index) => {
        const weight = weights[index] ?? 1;
        for (let at = 0; at < width; at++)
          total[at] = (total[at] ?? 0) + weight * (vectors[row * width + at] ?? 0);
      });
      const length = Math.hypot(...total);
      return length === 0 ? null : total.map((value) => value / length);
    },
  };
}
