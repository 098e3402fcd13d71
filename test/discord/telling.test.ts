import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import { createTelling } from '../../src/discord/telling.ts';
import { startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { reply } from './newsdesk.ts';
import { wordsOf } from './reading.ts';

/** Told by hand: each waits until it is let go. */
function byHand() {
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  const tell = (text: string): Promise<void> => {
    told.push(text);
    return new Promise((resolve) => void waiting.push(resolve));
  };
  return { told, tell, letGo: () => waiting.shift()?.() };
}

describe('telling of progress', () => {
  test('leaves out what is out of date by the time it can be told', async () => {
    const { told, tell, letGo } = byHand();
    const telling = createTelling(tell, 0);
    for (const text of ['1 of 9', '2 of 9', '3 of 9']) telling.say(text);
    expect(told).toEqual(['1 of 9']);
    letGo();
    while (told.length < 2) await turn();
    expect(told).toEqual(['1 of 9', '3 of 9']);
    letGo();
    await telling.end();
  });

  test('ends only when what is being told has been told', async () => {
    const { told, tell, letGo } = byHand();
    const telling = createTelling(tell, 60_000);
    telling.say('Reading…');
    telling.say('1 of 2');
    let ended = false;
    const end = telling.end().then(() => {
      ended = true;
    });
    await turn();
    expect(ended).toBe(false);
    letGo();
    await end;
    expect(told).toEqual(['Reading…']);
  });

  test('waits between two, so that nobody is told more than they can read', async () => {
    const { told, tell, letGo } = byHand();
    const telling = createTelling(tell, 60_000);
    telling.say('1 of 2');
    letGo();
    await turn();
    telling.say('2 of 2');
    await turn();
    expect(told).toEqual(['1 of 2']);
    await telling.end();
  });

  test('does without what cannot be told', async () => {
    const told: string[] = [];
    const telling = createTelling(async (text) => {
      told.push(text);
      throw new Error('Discord is down');
    }, 0);
    telling.say('1 of 2');
    await turn();
    telling.say('2 of 2');
    while (told.length < 2) await turn();
    await telling.end();
    expect(told).toEqual(['1 of 2', '2 of 2']);
  });

  test('ends at once where nothing was told', async () => {
    await createTelling(async () => undefined).end();
  });

  test('tells nothing that is said once it has ended', async () => {
    const told: string[] = [];
    const telling = createTelling(async (text) => void told.push(text), 0);
    await telling.end();
    telling.say('late');
    await turn();
    expect(told).toEqual([]);
  });
});

test('what all see is the answer alone: nothing is told of progress there', async () => {
  const slow = defineCommand({
    name: 'ask',
    description: 'Takes its time',
    options: {},
    private: true,
    async run(_newsroom, _options, { progress }) {
      progress?.('1 of 2');
      await turn();
      return reply([{ kind: 'note', tone: 'plain', text: 'Nine weeks.' }]);
    },
  });
  const { discord, close } = await startBot({ commands: [slow as AnyCommand] });
  onTestFinished(close);
  const seen = await discord.slash('ask', {});
  expect(seen.messages.map((message) => [wordsOf(message), isEphemeral(message)])).toEqual([
    ['Nine weeks.', false],
  ]);
  expect(seen.exchange.edits).toBe(1);
  const alone = await discord.slash('ask', { private: true });
  expect(alone.messages.map((message) => [wordsOf(message), isEphemeral(message)])).toEqual([
    ['Nine weeks.', true],
  ]);
  expect(alone.exchange.edits).toBe(2);
});
