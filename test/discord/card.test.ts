import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionLine } from '../../src/discord/card.ts';
import type { Action, Block } from '../../src/reply.ts';
import { hostileText, words } from './hostile.ts';
import { buttonsOf, TYPE } from './loopback/shapes.ts';
import { note } from './newsdesk.ts';
import { bodies, lines, show, shown, texts, violations } from './reading.ts';

describe('lists and notes', () => {
  test('a list has a row for each item, linked where it can be', () => {
    const card = show({
      kind: 'list',
      title: 'Speakers *here*',
      items: [
        { text: 'Ada Brook', detail: '2 quotations' },
        { text: 'The article', url: 'https://courier.example/a_b' },
      ],
    });
    expect(texts(card)[0]).toBe(
      '**Speakers \\*here\\***\n- **Ada Brook**\u00a0· 2 quotations\n- [The article](<https://courier.example/a_b>)',
    );
  });

  test('how a follow-up was understood is small print', () => {
    expect(texts(show({ kind: 'note', tone: 'understood', text: 'Kuleba · Politico' }))).toEqual([
      '-# ↳ Kuleba · Politico',
    ]);
  });

  test('a verdict begins with what it comes to, and which page it is is small print', () => {
    const verdict = {
      kind: 'note',
      tone: 'verdict',
      text: 'Altered: the article’s words *differ*.',
    } as const;
    const page = { kind: 'note', tone: 'aside', text: 'Page 2 of 3' } as const;
    expect(texts(show(verdict, page))).toEqual([
      '**Altered:** the article’s words \\*differ\\*.',
      '-# Page 2 of 3',
    ]);
  });

  test('what was asked stands above the answer where people would not see it, clipped when it is long', () => {
    const asked = (question: string) => texts(shown([note('yes')], [], questionLine(question)))[0];
    expect(asked('Who *won*?\n> me')).toBe('-# Who \\*won\\*? > me');
    expect(asked('x'.repeat(300))).toBe(`-# ${'x'.repeat(199)}…`);
    expect(texts(show(note('yes')))).toEqual(['yes']);
  });

  test('any list and any note is shown whole and within the limits', () => {
    const item = fc.record({
      text: hostileText({ maxLength: 8 }),
      detail: hostileText({ maxLength: 4 }),
      url: fc.webUrl(),
    });
    const tone = fc.constantFrom('plain' as const, 'understood' as const, 'absent' as const);
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({
        kind: fc.constant('list' as const),
        title: hostileText({ maxLength: 6 }),
        items: fc.array(item, { maxLength: 60 }),
      }),
      fc.record({ kind: fc.constant('note' as const), text: hostileText({ maxLength: 200 }), tone }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const card = show(...blocks);
        expect(violations(card)).toEqual([]);
        expect(lines(card).flatMap(({ alive }) => alive)).toEqual([]);
        const given = blocks.flatMap((one) =>
          one.kind === 'list'
            ? [one.title, ...one.items.flatMap(({ text, detail = '' }) => [text, detail])]
            : one.kind === 'note'
              ? [one.text]
              : [],
        );
        const rest = words(
          lines(card)
            .map(({ text }) => text)
            .join(''),
        ).replace(/[·↳]/g, '');
        if (given.some((text) => words(text) !== '')) {
          expect(rest).toBe(words(given.join('')).replace(/[·↳]/g, ''));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a reply with nothing in it still says something', () => {
    expect(texts(show())).toEqual(['There is nothing to show.']);
  });
});

describe('buttons', () => {
  const call = (label: string, options: Record<string, string | number> = {}): Action => ({
    kind: 'command',
    label,
    command: 'ask',
    options,
    inPlace: false,
  });

  test('stand under the last message, five in a row, and what most people want next is primary', () => {
    const actions = Array.from({ length: 7 }, (_, index) => ({
      ...call(`Page ${index}`, { page: index }),
      primary: index === 1,
    }));
    const card = shown([note('x '.repeat(1900)), note('y '.repeat(1900))], actions);
    const [first, last] = bodies(card);
    expect(buttonsOf(first!)).toEqual([]);
    expect(buttonsOf(last!).map(({ style }) => style)).toEqual([2, 1, 2, 2, 2, 2, 2]);
    const rows = (last!.components[0]?.components ?? []).filter(({ type }) => type === TYPE.row);
    expect(rows.map((row) => row.components?.length)).toEqual([5, 2]);
  });

  test('that cannot be made are left out and named', () => {
    const card = shown(
      [note('x')],
      [
        call('Too long', { question: 'x'.repeat(100) }),
        call('Once'),
        call('Twice the same'),
        { kind: 'link', label: 'Evil', url: 'javascript:alert(1)' },
        { kind: 'link', label: 'Endless', url: `https://a.example/${'x'.repeat(512)}` },
      ],
    );
    expect(buttonsOf(bodies(card)[0]!).map(({ label }) => label)).toEqual(['Once']);
    expect(card.leftOut.map(({ label }) => label)).toEqual(['Too long', 'Twice the same', 'Evil', 'Endless']);
  });

  test('any number of blocks and buttons stays within the limits', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), (blocks, buttons) => {
        const card = shown(
          Array.from({ length: blocks }, (_, index) => note(`Note ${index}`)),
          Array.from({ length: buttons }, (_, index) => call(`Page ${index}`, { page: index })),
        );
        expect(violations(card)).toEqual([]);
        expect(bodies(card).flatMap(buttonsOf)).toHaveLength(Math.min(buttons, 25));
      }),
      { numRuns: 50 },
    );
  });
});
