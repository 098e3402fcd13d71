/**
 * What words mean, as far as a small table of word vectors knows: "venue" is near "stadium", "turn down"
 * near "rejected". Used to rank sentences only; it writes nothing.
 */
export interface Meaning {
  /** The row of a term; -1 where the table does not know it. */
  rowOf(term: string): number;
  /** Cosine of a row and the nearest of some others: 1 the same, 0 nothing in common. The row itself does not count. */
  nearest(row: number, others: readonly number[]): number;
  /** The direction in which several rows point together, each as heavy as its weight; null without rows. */
  sum(rows: readonly number[], weights: readonly number[]): Float32Array | null;
}

/** For a corpus that should be searched by its words alone. */
export const noMeaning: Meaning = { rowOf: () => -1, nearest: () => 0, sum: () => null };

/**
 * Reads a table: a line of JSON `{"made", "width", "terms": how many, "text": bytes}`; the terms in order of their
 * bytes, each ended by a line feed (`text` bytes in all); where each begins, as 32 bits, lowest byte first; then for
 * each term `width` signed bytes, a unit vector times 127.
 *
 * Terms are found by bisection, not by a map: that would take longer to build than most questions take to answer.
 *
 * @throws Error when the bytes are not such a table.
 */
export function openMeaning(bytes: Uint8Array): Meaning {
  const head = bytes.indexOf(LINE_FEED) + 1;
  const { width, terms, text } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, head))) as {
    readonly width: number;
    readonly terms: number;
    readonly text: number;
  };
  const expected = head + text + 4 * terms + width * terms;
  if (bytes.length !== expected)
    throw new Error(`word vectors: expected ${expected} bytes, got ${bytes.length}`);
  const list = bytes.subarray(head, head + text);
  const starts = new DataView(bytes.buffer, bytes.byteOffset + head + text, 4 * terms);
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + head + text + 4 * terms, width * terms);
  const found = new Map<string, number>();

  return {
    rowOf(term) {
      const known = found.get(term);
      if (known !== undefined) return known;
      const row = bisect(term, list, starts);
      if (found.size >= MOST_REMEMBERED) found.clear();
      found.set(term, row);
      return row;
    },
    nearest(row, others) {
      let best = 0;
      const from = row * width;
      for (let index = 0; index < others.length; index++) {
        const other = others[index] ?? row;
        if (other === row) continue;
        let dot = 0;
        for (let a = from, b = other * width; a < from + width; a++, b++)
          dot += (vectors[a] ?? 0) * (vectors[b] ?? 0);
        if (dot > best) best = dot;
      }
      return best / (127 * 127);
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

const LINE_FEED = 10;
const MOST_REMEMBERED = 50_000;

/** The row of a term among lines in order of their bytes; -1 when it is none of them. */
function bisect(term: string, list: Uint8Array, starts: DataView): number {
  let low = 0;
  let high = starts.byteLength / 4 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(term, list, starts.getUint32(4 * middle, true));
    if (order === 0) return middle;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return -1;
}

/** Below 0 where the term comes before the line that begins at an offset, above 0 where after it. */
function compare(term: string, list: Uint8Array, start: number): number {
  for (let at = 0; at < term.length; at++) {
    const byte = list[start + at] ?? LINE_FEED;
    if (byte === LINE_FEED) return 1;
    const difference = term.charCodeAt(at) - byte;
    if (difference !== 0) return difference;
  }
  return list[start + term.length] === LINE_FEED ? 0 : -1;
}
