import { describe, expect, test } from 'vitest';
import { duration, openProgress, progressLine } from '../../src/terminal/progress.ts';

describe('the line of progress', () => {
  test.each([
    [{ done: 0, total: 56, elapsed: 0 }, '▕                        ▏ 0 %  0 of 56'],
    [{ done: 14, total: 56, elapsed: 3_000 }, '▕██████                  ▏ 25 %  14 of 56, about 9 s left'],
    [{ done: 1, total: 56, elapsed: 10 }, '▕▍                       ▏ 1 %  1 of 56'],
    [
      { done: 8_000, total: 8_000, elapsed: 9_000 },
      '▕████████████████████████▏ 100 %  8,000 of 8,000, about 0 s left',
    ],
    [{ done: 0, total: 0, elapsed: 0 }, '▕████████████████████████▏ 100 %  0 of 0'],
  ])('%j is drawn as %s', (progress, line) => {
    expect(progressLine(progress)).toBe(line);
  });

  test.each([80, 60, 40, 20, 5, 1])('is never as wide as a terminal of %d columns', (columns) => {
    expect(progressLine({ done: 14, total: 56, elapsed: 3_000 }, columns).length).toBeLessThan(columns);
  });

  test('leaves the bar out where only the figures fit', () => {
    expect(progressLine({ done: 14, total: 56, elapsed: 3_000 }, 35)).toBe('25 %  14 of 56, about 9 s left');
  });
});

test.each([
  [0, '0 s'],
  [8_400, '9 s'],
  [125_000, '2 min 5 s'],
  [3_840_000, '1 h 4 min'],
])('%d ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

describe('on a screen', () => {
  const screenOf = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, isTTY, columns: 80, write: (text: string) => written.push(text) };
  };

  test('the line is drawn over itself, not too often, and cleared', () => {
    let now = 0;
    const screen = screenOf(true);
    const progress = openProgress(screen, () => now);
    for (let done = 0; done < 10; done++) {
      progress.show(done, 10);
      now += 40;
    }
    progress.clear();
    expect(screen.written).toHaveLength(5);
    expect(screen.written.every((text) => text.startsWith('\r\u001b[K'))).toBe(true);
    expect(screen.written.at(-1)).toBe('\r\u001b[K');
  });

  test('the time that is left is told by all that went by, also when more turns out to be there', () => {
    let now = 0;
    const screen = screenOf(true);
    const progress = openProgress(screen, () => now);
    progress.show(0, 10);
    now = 2_000;
    progress.show(5, 10);
    now = 4_000;
    progress.show(10, 100);
    expect(screen.written.slice(1)).toEqual([
      expect.stringContaining('about 2 s left'),
      expect.stringContaining('about 36 s left'),
    ]);
  });

  test('that is none, nothing is drawn', () => {
    const screen = screenOf(false);
    const progress = openProgress(screen);
    progress.show(0, 10);
    progress.clear();
    expect(screen.written).toEqual([]);
  });
});
