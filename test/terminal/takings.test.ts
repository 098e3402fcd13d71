import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Outcome, refused } from '../../src/intake/outcome.ts';
import { showTakings } from '../../src/terminal/takings.ts';

const ferry = { reference: 'a.md', id: 'ferry', file: 'ferry.md', headline: 'Ferry raised' } as const;
const kept = (kind: 'added' | 'unchanged'): Outcome => ({ kind, ...ferry });

async function shown(outcomes: readonly Outcome[], json = false): Promise<readonly string[]> {
  const streams = { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough() };
  await showTakings(
    async function* () {
      yield* outcomes;
    },
    streams,
    { json, batch: false },
  );
  return String(streams.output.read()).trimEnd().split('\n');
}

describe('what became of articles', () => {
  test('names the one that was there already, where there is no other', async () => {
    expect(await shown([kept('unchanged')])).toEqual(['unchanged: ferry.md “Ferry raised”', '1 unchanged']);
  });

  test('names the article that has the same headline as one that was added', async () => {
    const added = { ...ferry, kind: 'added', file: 'ferry-012345.md', namesake: 'ferry.md' } as const;
    expect((await shown([added]))[0]).toBe(
      'added: ferry-012345.md “Ferry raised” (ferry.md has the same headline)',
    );
  });

  test('of several only counts those that were there already', async () => {
    expect(await shown([kept('unchanged'), kept('unchanged')])).toEqual(['2 unchanged']);
    expect(await shown([kept('unchanged'), kept('added')])).toEqual([
      'added: ferry.md “Ferry raised”',
      '1 added · 1 unchanged',
    ]);
  });

  const full = Array.from({ length: 40 }, (_, at) => refused(`${at}.md`, 'the disk is full. Make room.'));

  test('does not repeat one reason for every article', async () => {
    const lines = await shown([...full, refused('x.md', 'expected a headline, got none.')]);
    expect(lines.slice(0, 2)).toEqual([
      'refused: 0.md: the disk is full. Make room.',
      'refused: 1.md: the disk is full. Make room.',
    ]);
    expect(lines.slice(10)).toEqual([
      'refused: x.md: expected a headline, got none.',
      'refused: 30 more, which --json names: the disk is full. Make room.',
      '41 refused',
    ]);
  });

  test('gives programs every row', async () => {
    expect(await shown(full, true)).toHaveLength(40);
  });
});
