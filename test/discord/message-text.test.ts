import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../src/discord/markdown.ts';
import { askerOfMessage, plainText, withoutMarks } from '../../src/discord/message-text.ts';
import { hostileText, straight } from './hostile.ts';

describe('what somebody wrote, as plain words', () => {
  test.each([
    ['a mention is not part of a question', '<@200000000000000001> who won?', 'who won?'],
    ['nor are a role, a channel, an emoji and a time', '<@&1> <#2> <:a:3> <t:1700000000:R> why?', 'why?'],
    ['a quote is what it quotes', '> **We** cannot\n> wait', 'We cannot wait'],
    ['emphasis is not spelling', '***what*** __did__ ~~he~~ ||say||?', 'what did he say?'],
    ['nor is a slant', '_who_ said _that he_ won?', 'who said that he won?'],
    ['code is read as it stands', '`who` won', 'who won'],
    ['a link is its words', 'see [the deal](https://example.org/x_y) now', 'see the deal now'],
    ['a link to nowhere else is left', 'is https://example.org true', 'is https://example.org true'],
    ['a heading and a list are lines', '# Title\n- first\n-# small', 'Title first small'],
    ['what was escaped was meant', '2 \\* 3 is \\*six\\*', '2 * 3 is *six*'],
    ['a single mark is a mark', 'snake_case and 5 * 6', 'snake_case and 5 * 6'],
    ['nothing is nothing', ' <@1> ', ''],
  ])('%s', (_why, written, read) => {
    expect(withoutMarks(written)).toBe(read);
  });

  test('what we escape is read back to the letter', () => {
    fc.assert(
      fc.property(hostileText({ maxLength: 12 }), (text) => {
        const shown = text.replace(/[\ue000-\ue07f]/g, '').replace(/[\s\u0085]+/g, ' ');
        // Escaping concerns lines; a blank at the ends of one is nobody's word.
        expect(withoutMarks(escapeText(shown))).toBe(straight(shown).trim());
      }),
    );
  });

  test('a message of a bot is read with all that it shows', () => {
    const components = [
      {
        type: 17,
        components: [{ type: 10, content: '### A headline' }, { type: 14 }, { type: 10, content: '> words' }],
      },
    ];
    const embeds = [{ description: 'from an *embed*' }];
    expect(plainText({ content: 'look:', components, embeds } as never)).toBe(
      'look: from an embed A headline words',
    );
  });
});

describe('whoever an answer was given to', () => {
  const row = {
    type: 1,
    components: [{ type: 2, style: 2, label: 'Dismiss', custom_id: '1!dismiss;300000000000000007' }],
  };
  test.each([
    ['is told by its button', { components: [{ type: 17, components: [row] }] }, '300000000000000007'],
    ['is told by its button in the older kind of message', { components: [row] }, '300000000000000007'],
    [
      'is told by the interaction where there is no button',
      { interaction_metadata: { user: { id: '5' } } },
      '5',
    ],
    ['is unknown otherwise', {}, undefined],
  ])('%s', (_why, message, asker) => {
    expect(askerOfMessage(message as never)).toBe(asker);
  });
});
