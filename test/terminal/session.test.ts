import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import type { SuggestionKind } from '../../src/newsroom.ts';
import { complete } from '../../src/terminal/completion.ts';
import { openSession } from '../../src/terminal/session.ts';
import { commands, newsroom } from './fixture.ts';

/** What is said to each line, the notes' texts or the error's message. */
async function conversation(...lines: string[]): Promise<string[]> {
  const session = openSession(newsroom, commands);
  const said: string[] = [];
  for (const line of lines) {
    try {
      const taken = await session.take(line);
      said.push(
        taken.kind === 'reply'
          ? taken.reply.blocks.map((block) => 'text' in block && block.text).join()
          : taken.kind,
      );
    } catch (error) {
      said.push(error instanceof UserError ? error.message : `fault: ${String(error)}`);
    }
  }
  return said;
}

describe('a session', () => {
  test('takes questions, commands and words to leave with', async () => {
    expect(await conversation('what does it cost?', '', '/quote quill', '/quit')).toEqual([
      'answer: what does it cost?',
      'nothing',
      'quote {"speaker":"quill"}',
      'leave',
    ]);
  });

  test('numbers choose from the actions that were offered last', async () => {
    expect(await conversation('what does it cost?', '1', '2', '', '1')).toEqual([
      'answer: what does it cost?',
      'because of “what does it cost?”',
      'quote {"page":2}',
      'nothing',
      'because of “what does it cost?”',
    ]);
  });

  test('a number that is not offered is refused, and what is offered stays', async () => {
    expect(await conversation('1', 'what does it cost?', '3', '0', '1')).toEqual([
      'There is no [1] to choose. Nothing is offered yet. To ask about a number, use more words than that.',
      'answer: what does it cost?',
      expect.stringContaining('There is no [3] to choose. Offered are [1] to [2].'),
      expect.stringContaining('There is no [0] to choose.'),
      'because of “what does it cost?”',
    ]);
  });

  test('a fault ends nothing', async () => {
    expect(await conversation('break', 'what does it cost?')).toEqual([
      'fault: TypeError: the index is torn',
      'answer: what does it cost?',
    ]);
  });

  test('a follow-up is asked in the same conversation', async () => {
    expect(await conversation('and now?')).toEqual(['answer: and now?']);
  });
});

describe('Tab', () => {
  test.each([
    ['/', ['/ask ', '/quote ', '/help ', '/quit '], '/'],
    ['/q', ['/quote ', '/quit '], '/q'],
    ['/quote ', ['speaker:', 'about:', 'page:'], ''],
    ['/quote ab', ['about:'], 'ab'],
    ['/quote ada', ['"Ada Quill" ', '"Adam Reed" '], 'ada'],
    ['/quote speaker:', ['"Ada Quill" ', '"Adam Reed" ', '"Bo Lund" '], ''],
    ['/quote about:sand speaker:bo', ['"Bo Lund" '], 'bo'],
    ['/quote speaker:"ada q', ['"Ada Quill" '], '"ada q'],
    ['/quote speaker:bo ab', ['about:'], 'ab'],
    ['/quote about:sa', [], 'about:sa'],
    ['/quote about:wet sand spe', ['speaker:'], 'spe'],
    ['/quote Ada Q', ['"Ada Quill" '], 'Ada Q'],
    ['/quote "Ada', ['"Ada Quill" ', '"Adam Reed" '], '"Ada'],
    ['/quote speaker:ada q', ['"Ada Quill" '], 'ada q'],
    ['/ask article:coun', ['"Council Delays Harbour Bridge" '], 'coun'],
    ['/zebra x', [], '/zebra x'],
    ['what did bo', ['Bo Lund'], 'bo'],
    ['what did Ada Q', ['Ada Quill'], 'Ada Q'],
    ['what did Ada', ['Ada Quill', 'Adam Reed'], 'Ada'],
    ['what of Council Del', ['Council Delays Harbour Bridge'], 'Council Del'],
    ['what did x', [], 'what did x'],
    ['', [], ''],
  ])('after %j', (line, candidates, replaced) => {
    expect(complete(line, newsroom, commands)).toEqual([candidates, replaced]);
  });

  test('puts no description in the place of a word', () => {
    const suggest = (kind: SuggestionKind) =>
      kind === 'speaker' ? [{ label: 'The evacuees', value: 'The evacuees' }] : [];
    expect(complete('who decides on an evac', { ...newsroom, suggest }, commands)[0]).toEqual([]);
  });
});
