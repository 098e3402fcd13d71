import { describe, expect, it } from 'vitest';
import { createConversations, type Turn, understoodAfter } from '../../src/answer/conversation.ts';

const MINUTE = 60_000;

const turn = (asked: string, more: Partial<Turn<number>> = {}): Turn<number> => ({
  asked,
  understood: asked,
  answer: null,
  topic: null,
  shown: [],
  again: () => 0,
  ...more,
});

function conversationsAt(start = 0) {
  let time = start;
  const conversations = createConversations<number>(() => time);
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  const asked = (key: string): string[] => conversations.turns(key).map((each) => each.asked);
  return { ...conversations, pass, asked };
}

describe('what is remembered', () => {
  it('is kept apart by conversation, oldest first', () => {
    const { remember, asked } = conversationsAt();
    remember('ann', turn('one'));
    remember('bob', turn('other'));
    remember('ann', turn('two'));
    expect(asked('ann')).toEqual(['one', 'two']);
    expect(asked('bob')).toEqual(['other']);
    expect(asked('eve')).toEqual([]);
  });

  it('is no more than the last six turns', () => {
    const { remember, asked } = conversationsAt();
    for (let at = 1; at <= 20; at++) remember('ann', turn(`${at}`));
    expect(asked('ann')).toEqual(['15', '16', '17', '18', '19', '20']);
  });

  it('is forgotten after half an hour of silence, not of talking', () => {
    const { remember, asked, pass } = conversationsAt(1_000_000);
    remember('ann', turn('one'));
    pass(29 * MINUTE);
    remember('ann', turn('two'));
    pass(29 * MINUTE);
    expect(asked('ann')).toEqual(['one', 'two']);
    pass(MINUTE);
    expect(asked('ann')).toEqual([]);
  });

  it('begins anew after it was forgotten', () => {
    const { remember, asked, pass } = conversationsAt();
    remember('ann', turn('one'));
    pass(31 * MINUTE);
    remember('ann', turn('two'));
    expect(asked('ann')).toEqual(['two']);
  });

  it('stays bounded in a flood of conversations, of which the silent ones go first', () => {
    const { remember, asked } = conversationsAt();
    remember('faithful', turn('one'));
    for (let at = 0; at < 10_000; at++) {
      remember(`stranger ${at}`, turn('hello'));
      if (at % 500 === 0) remember('faithful', turn('still here'));
    }
    const kept = Array.from({ length: 10_000 }, (_, at) => asked(`stranger ${at}`).length);
    expect(kept.filter((length) => length > 0).length).toBeLessThanOrEqual(1_000);
    expect(asked('stranger 0')).toEqual([]);
    expect(asked('stranger 9999')).toEqual(['hello']);
    expect(asked('faithful')).toContain('still here');
  });
});

describe('a follow-up in a conversation', () => {
  it('is understood by where the last answer stood, though a question since found none', () => {
    const turns = [
      turn('Where is the river fouled?', {
        answer: 'Below the mill, it smells.',
        topic: ['Mayor Ilse Brandt closes the Aller mill', 'The river'],
      }),
      turn('What does the weather do?'),
    ];
    expect(understoodAfter('What did she say?', turns).text).toBe('What did Ilse Brandt say?');
  });

  it('is left alone where nothing was said before', () => {
    expect(understoodAfter('What did she say?', []).text).toBe('What did she say?');
  });
});
