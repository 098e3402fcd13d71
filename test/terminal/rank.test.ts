import { describe, expect, test } from 'vitest';
import { rankRows } from '../../src/terminal/rank.ts';

async function rowsFor(...lines: readonly string[]) {
  const given = (async function* () {
    yield* lines;
  })();
  const rows: unknown[] = [];
  for await (const row of rankRows(given)) rows.push(row);
  return rows;
}

const row = (fields: object): string => JSON.stringify(fields);
const candidates = [{ text: 'It rained all day.' }, { text: 'Ada Quill is the mayor of Port Lund.' }];

describe('a row', () => {
  test('is answered with a score for each candidate, in the order given, and with its id', async () => {
    const [scored] = await rowsFor(row({ id: 7, question: 'Who is the mayor of Port Lund?', candidates }));
    expect(scored).toEqual({ id: 7, scores: [expect.any(Number), expect.any(Number)] });
    const { scores } = scored as { scores: number[] };
    expect(scores[1]).toBeGreaterThan(scores[0]!);
  });

  test('without an id is answered without one, and what else it holds is passed over', async () => {
    const labelled = candidates.map((candidate, label) => ({ ...candidate, label }));
    const [scored] = await rowsFor(row({ question: 'Who?', candidates: labelled, source: 'x' }));
    expect(Object.keys(scored as object)).toEqual(['scores']);
  });

  test('without candidates has no scores', async () => {
    expect(await rowsFor(row({ question: 'Who?', candidates: [] }))).toEqual([{ scores: [] }]);
  });

  test.each([
    ['{', 'expected a JSON object on one line'],
    ['[]', 'expected a JSON object with “question” and “candidates”; got []'],
    [row({ candidates }), 'expected “question”: words; got nothing'],
    [row({ question: ' ', candidates }), 'expected “question”: words; got " "'],
    [row({ question: 'Who?' }), 'expected “candidates”: a list of {"text": "…"}; got nothing'],
    [row({ question: 'Who?', candidates: {} }), 'expected “candidates”: a list'],
    [
      row({ question: 'Who?', candidates: [{ text: 'a' }, 'b'] }),
      'expected candidate 2 to be {"text": "…"}; got "b"',
    ],
    [row({ question: 'Who?', candidates: [null] }), 'expected candidate 1 to be {"text": "…"}; got null'],
  ])('that is %j is told what was expected', async (line, error) => {
    expect(await rowsFor(line)).toEqual([{ error: expect.stringContaining(error), line: 1 }]);
  });
});

test('a bad row keeps its id and its line, and the rows go on in their order', async () => {
  const good = row({ id: 'c', question: 'Who?', candidates });
  expect(await rowsFor('\ufeff', row({ id: 'b', question: 3 }), '', good)).toMatchObject([
    { id: 'b', error: expect.any(String), line: 2 },
    { id: 'c', scores: [expect.any(Number), expect.any(Number)] },
  ]);
});
