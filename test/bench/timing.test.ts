import { expect, test } from 'vitest';
import { tableText, threeFigures, times } from '../../bench/table.ts';
import { race } from '../../bench/timing.ts';

test('a race times every subject on every input, warmed up, each beginning in turn', async () => {
  let now = 0;
  const runs: string[] = [];
  const subject = (name: string, ms: number) => ({
    name,
    run: (input: number) => {
      runs.push(`${name}${input}`);
      now += ms * input;
    },
  });
  const timings = await race([subject('a', 1), subject('b', 10)], [1, 2, 3], { rounds: 2, clock: () => now });
  expect(timings).toEqual([
    { name: 'a', median: 2, p95: expect.closeTo(2.9, 9) },
    { name: 'b', median: 20, p95: expect.closeTo(29, 9) },
  ]);
  expect(runs).toHaveLength(2 * 3 * 3);
  expect(runs.slice(0, 6)).toEqual(['a1', 'b1', 'b2', 'a2', 'a3', 'b3']);
  expect(runs.slice(6, 8)).toEqual(['b1', 'a1']);
});

test('a race waits for an answer that is promised', async () => {
  let now = 0;
  const late = { name: 'late', run: () => Promise.resolve().then(() => (now += 5)) };
  expect(await race([late], ['?'], { rounds: 1, clock: () => now })).toEqual([
    { name: 'late', median: 5, p95: 5 },
  ]);
});

test('a race without inputs has nothing to tell', async () => {
  expect(await race([{ name: 'a', run: () => 1 }], [], { rounds: 1 })).toEqual([
    { name: 'a', median: 0, p95: 0 },
  ]);
});

test('a table is words and then figures, flush right', () => {
  expect(
    tableText({
      title: 'Speed',
      notes: ['Milliseconds.'],
      columns: ['', 'median'],
      rows: [
        ['Verbatim', '1.50'],
        ['x', '120'],
      ],
    }),
  ).toBe(
    ['Speed', '  Milliseconds.', '', '          median', 'Verbatim    1.50', 'x            120'].join('\n'),
  );
});

test.each([
  [0, '0'],
  [0.0423, '0.042'],
  [4.214, '4.21'],
  [42.14, '42.1'],
  [421.4, '421'],
])('%d to three figures is %s', (value, text) => {
  expect(threeFigures(value)).toBe(text);
});

test('a ratio is written to two places, with its sign', () => {
  expect(times(1.5)).toBe('1.50×');
});
