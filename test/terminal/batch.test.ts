import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { answerBatch } from '../../src/terminal/batch.ts';
import { readSet } from '../../src/terminal/evaluate.ts';
import { readJudgedRow, readQuestionRow } from '../../src/terminal/question-rows.ts';
import { linesOf } from '../../src/terminal/streams.ts';
import { harbour, newsroom } from './fixture.ts';

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('lines', () => {
  test.each([
    ['are split at line ends alone', ['a\nb\u2028c\rd\r\ne'], ['a', 'b\u2028c\rd', 'e']],
    ['may come in pieces', ['a', 'b\n', 'c'], ['ab', 'c']],
    ['keep the empty ones', ['a\n\nb\n'], ['a', '', 'b']],
    ['may be none', [''], []],
  ])('%s', async (_name, chunks, expected) => {
    expect(await gathered(linesOf(Readable.from(chunks)))).toEqual(expected);
  });

  test('are put together from bytes that split a character', async () => {
    const bytes = Buffer.from('é😀\n');
    const chunks = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await gathered(linesOf(Readable.from(chunks, { objectMode: false })))).toEqual(['é😀']);
  });
});

describe('a row', () => {
  test.each([
    ['{"question": "who?"}', { turns: ['who?'] }],
    ['{"id": 7, "question": "who?", "gold": []}', { id: 7, turns: ['who?'] }],
    ['{"id": null, "turns": ["who?", "and why?"]}', { id: null, turns: ['who?', 'and why?'] }],
    [
      '{"id": "x"}',
      { id: 'x', error: 'expected “question” (a string) or “turns” (a list of strings); got neither' },
    ],
    ['{"question": 3}', { error: 'expected “question”: words; got 3' }],
    ['{"question": " "}', { error: 'expected “question”: words; got " "' }],
    ['{"turns": []}', { error: 'expected “turns”: a list of questions, at least one; got []' }],
    [
      '{"turns": ["a", null]}',
      { error: 'expected “turns”: a list of questions, at least one; got ["a",null]' },
    ],
    [
      '{"question": "a", "turns": ["b"]}',
      { error: 'expected “question” or “turns”; got both: leave one out' },
    ],
    ['["who?"]', { error: 'expected a JSON object with “question” or “turns”; got ["who?"]' }],
    ['null', { error: 'expected a JSON object with “question” or “turns”; got null' }],
  ])('%s is read as %j', (line, expected) => {
    expect(readQuestionRow(line)).toEqual(expected);
  });

  test('that is no JSON says so', () => {
    expect(readQuestionRow('who?')).toEqual({
      error: expect.stringContaining('expected a JSON object on one line'),
    });
  });

  test.each([
    ['{"question": "a", "gold": ["b"], "article": "c"}', { turns: ['a'], gold: ['b'], article: 'c' }],
    ['{"question": "a", "gold": [], "article": null}', { turns: ['a'], gold: [] }],
    ['{"question": "a"}', { error: expect.stringContaining('got nothing') }],
    ['{"question": "a", "gold": "b"}', { error: expect.stringContaining('expected “gold”: a list') }],
    ['{"question": "a", "gold": [""]}', { error: expect.stringContaining('not empty') }],
    ['{"question": "a", "gold": [], "article": 3}', { error: 'expected “article”: an article’s id; got 3' }],
    ['{"gold": []}', { error: expect.stringContaining('got neither') }],
  ])('of a question set: %s', (line, expected) => {
    expect(readJudgedRow(line)).toEqual(expected);
  });
});

describe('a batch', () => {
  const answered = async (...lines: string[]) =>
    gathered(answerBatch(linesOf(Readable.from([lines.join('\n')])), newsroom));

  test('is answered row by row; bad rows and faults are told and stop nothing', async () => {
    const rows = await answered(
      '\ufeff{"id": 1, "question": "what does it cost?"}',
      '',
      'not json',
      '{"id": "b", "question": "break"}',
      '{"id": [2]}',
      '{"turns": ["what does it cost?", "and who pays?"]}',
      '{"question": "and who pays?"}',
    );
    expect(rows).toMatchObject([
      { id: 1, question: 'what does it cost?', answered: true },
      { error: expect.stringContaining('JSON'), line: 3 },
      { id: 'b', error: 'the index is torn', line: 4 },
      { id: [2], error: expect.stringContaining('got neither'), line: 5 },
      { question: 'and who pays?', understood: 'and who pays? (bridge)', answered: true },
      { question: 'and who pays?', understood: 'and who pays?', answered: false },
    ]);
    expect(rows[1]).not.toHaveProperty('id');
  });

  test('an answer is cut out of its article', async () => {
    const [row] = await answered('{"question": "what does it cost?"}');
    expect(row).toEqual({
      question: 'what does it cost?',
      understood: 'what does it cost?',
      answered: true,
      answer: {
        text: 'The bridge will cost 40 million crowns, according to the harbour office.',
        article: 'harbour-bridge',
        start: expect.any(Number),
        end: expect.any(Number),
      },
      confidence: 0.9,
      reason: null,
      evidence: [expect.objectContaining({ score: 2 }), expect.objectContaining({ score: 1 })],
      ms: expect.any(Number),
    });
    const { answer } = row as { answer: { text: string; start: number; end: number } };
    expect(answer.text).toBe(harbour.text.slice(answer.start, answer.end));
  });

  test('what is not in the articles has a reason, and evidence all the same', async () => {
    expect(await answered('{"question": "who pays?"}')).toMatchObject([
      {
        answered: false,
        answer: null,
        reason: 'The articles hold these words, but no sentence that answers the question.',
        evidence: [{}, {}],
      },
    ]);
  });
});

describe('a question set', () => {
  test('names the file and line of a row that is none', () => {
    const text = '{"question": "a", "gold": []}\n\n{"question": "b"}\n';
    expect(() => readSet(text, 'set.jsonl')).toThrow(UserError);
    expect(() => readSet(text, 'set.jsonl')).toThrow('set.jsonl:3: expected “gold”');
  });

  test('is not empty', () => {
    expect(() => readSet('\n', 'set.jsonl')).toThrow('set.jsonl: expected rows such as');
  });
});
