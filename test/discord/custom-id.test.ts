import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCall, encodeCall } from '../../src/discord/custom-id.ts';
import { hostileText } from './hostile.ts';

const name = fc.stringMatching(/^[-_a-z0-9]{1,10}$/);
const value = fc.oneof(
  hostileText({ maxLength: 5 }),
  fc.integer(),
  fc.double({ noNaN: true }).filter(Number.isFinite),
);
const call = fc.record({
  command: name,
  options: fc.dictionary(name, value, { maxKeys: 4 }),
  inPlace: fc.boolean(),
});

describe('a call in a custom id', () => {
  test('comes back as it was, or was not offered', () => {
    fc.assert(
      fc.property(call, (given) => {
        const id = encodeCall(given);
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(100);
        expect(id).toBe(id.trim());
        const decoded = decodeCall(id);
        expect(decoded?.command).toBe(given.command);
        expect(decoded?.inPlace).toBe(given.inPlace);
        expect(Object.entries(decoded?.options ?? {})).toEqual(
          Object.entries(given.options).map(([key, option]) => [key, option === 0 ? 0 : option]),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('can be read by people', () => {
    const options = { question: 'what; did he say? 50%', page: 2 };
    expect(encodeCall({ command: 'ask', options, inPlace: false })).toBe(
      '1>ask;question:what%3B did he say? 50%25;page#2',
    );
    expect(encodeCall({ command: 'more', options: {}, inPlace: true })).toBe('1=more');
    const key = { key: 'k3y' };
    expect(encodeCall({ command: 'corpus add', options: key, inPlace: true })).toBe('1=corpus add;key:k3y');
    expect(decodeCall('1=corpus add;key:k3y')).toMatchObject({ command: 'corpus add', options: key });
  });

  test('that does not fit in 100 characters is not offered', () => {
    expect(
      encodeCall({ command: 'ask', options: { question: 'x'.repeat(86) }, inPlace: false }),
    ).toBeUndefined();
    expect(
      encodeCall({ command: 'ask', options: { question: 'x'.repeat(85) }, inPlace: false }),
    ).toHaveLength(100);
  });

  test.each([
    '',
    '0>ask',
    '2>ask',
    '1ask',
    '1>',
    '1>ask;',
    '1>ask;x',
    '1>ask;n#abc',
    '1>ask;n#',
    '1>a;b:%zz',
    '1>a;b:1;b:2',
  ])('%j, which this version did not write, is not understood', (id) => {
    expect(decodeCall(id)).toBeUndefined();
  });

  test('never throws, whatever it reads', () => {
    fc.assert(fc.property(hostileText(), (id) => void decodeCall(`1>${id}`)));
  });
});
