import { describe, expect, it } from 'vitest';
import { understoodRows } from '../../src/terminal/understand.ts';

async function rowsOf(...lines: readonly string[]): Promise<unknown[]> {
  async function* input(): AsyncGenerator<string> {
    yield* lines;
  }
  const rows: unknown[] = [];
  for await (const row of understoodRows(input())) rows.push(row);
  return rows;
}

const SAID = ['Who is Ivo Marek?', 'Ivo Marek is a former judge.'];

describe('verbatim understand', () => {
  it('rewrites the last of the turns so that it stands alone', async () => {
    const row = { id: 7, turns: [...SAID, 'Where was he born?'] };
    expect(await rowsOf(JSON.stringify(row))).toEqual([{ id: 7, understood: 'Where was Ivo Marek born?' }]);
  });

  it('reads a topic, in part or whole, or none', async () => {
    const turns = ['When was she born?'];
    const topics = [
      ['Ilse Brandt', 'Early life'],
      ['Ilse Brandt'],
      ['Ilse Brandt', null],
      [],
      null,
      undefined,
    ];
    const rows = await rowsOf(...topics.map((topic) => JSON.stringify({ turns, topic })));
    expect(rows).toEqual([
      ...Array(3).fill({ understood: 'When was Ilse Brandt born?' }),
      ...Array(3).fill({ understood: 'When was she born?' }),
    ]);
  });

  it('takes a question without an answer', async () => {
    const turns = ['Who is Ivo Marek?', '', 'Where was he born?'];
    expect(await rowsOf(JSON.stringify({ turns }))).toEqual([{ understood: 'Where was Ivo Marek born?' }]);
  });

  it('says what is wrong with a row, in which line, and goes on', async () => {
    const rows = await rowsOf(
      '\ufeff{"turns": ["Who?"]}',
      '',
      '{"id": "a", "turns": ["Who?", "Ivo"]}',
      '{"turns": []}',
      '{"turns": [" "]}',
      '{"turns": ["Who?", 3, "Why?"]}',
      '{"turns": ["Who?"], "topic": "Ivo"}',
      '[]',
      '{',
      '{"turns": ["What is lithium?"]}',
    );
    expect(rows).toHaveLength(9);
    expect(rows[0]).toEqual({ understood: 'Who?' });
    expect(rows[1]).toEqual({ id: 'a', error: expect.stringContaining('“turns”'), line: 3 });
    expect(rows.slice(1, 8).map((row) => (row as { line: number }).line)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(rows[5]).toMatchObject({ error: expect.stringContaining('“topic”') });
    expect(rows[8]).toEqual({ understood: 'What is lithium?' });
  });
});
