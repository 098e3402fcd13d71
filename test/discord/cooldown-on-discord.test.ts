import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { type Answered, isEphemeral } from './loopback/discord.ts';
import type { Message, User } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** Who asks faster than anybody reads is asked to wait. */

const BURST = 8;
const QUESTION = { question: 'How long?' };
const ben: User = { id: '330000000000000002', username: 'ben' };

let bot: RunningBot;
/** One more a minute: no test takes so long. */
beforeEach(async () => {
  bot = await startBot({ environment: { questionsPerMinute: 1 } });
});
afterEach(async () => {
  await bot.close();
  expect(bot.discord.violations).toEqual([]);
});

const ask = (place = {}): Promise<Answered> => bot.discord.slash('ask', QUESTION, place);
const burst = async (place = {}): Promise<readonly Message[]> => {
  const answered = await Promise.all(Array.from({ length: BURST }, () => ask(place)));
  return answered.flatMap(({ messages }) => messages);
};
const outcome = () => bot.log.lines.findLast(({ message }) => message === 'interaction')?.fields;
const expectNotice = ({ messages, acknowledgedWith }: Answered, pattern: RegExp): void => {
  expect(acknowledgedWith).toBe(4);
  expect(messages.filter(isEphemeral).map(wordsOf)).toEqual([expect.stringMatching(pattern)]);
};
const WAIT = /^That was quick! Please wait \d+ seconds before you ask again\.$/;

describe('asking fast', () => {
  test('is answered for a burst, and then with a private request to wait, at once', async () => {
    expect((await burst()).map(wordsOf)).toEqual(
      Array.from({ length: BURST }, () => expect.stringContaining('nine weeks')),
    );
    const ninth = await ask();
    expectNotice(ninth, WAIT);
    expect(ninth.messages).toHaveLength(1);
    expect(outcome()).toMatchObject({ kind: 'command', command: 'ask', outcome: 'too fast' });
  });

  test('is told of in the language of whoever asks', async () => {
    await burst({ locale: 'de' });
    expectNotice(await ask({ locale: 'de' }), /^Das ging schnell! Bitte warte \d+ Sekunden/);
  });

  test('counts buttons too, and leaves their message as it is', async () => {
    const [message] = await burst();
    const pressed = await bot.discord.click('More context', message!);
    expectNotice(pressed, WAIT);
    expect(bot.discord.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(BURST);
    expect(outcome()).toMatchObject({ kind: 'button', outcome: 'too fast' });
  });

  test('counts menus and messages together with commands', async () => {
    await burst();
    expectNotice(await bot.discord.menu('Ask here', { content: 'How long?' }), WAIT);
    const { answers } = await bot.discord.say(`<@${bot.discord.bot.id}> How long?`, { atLeast: 1 });
    expect(answers.map(wordsOf)).toEqual([expect.stringMatching(WAIT)]);
  });

  test('does not count suggestions', async () => {
    await burst();
    expect(await bot.discord.autocomplete('ask', 'article', 'har')).toHaveLength(1);
    expectNotice(await ask(), WAIT);
  });

  test('does not count against somebody else', async () => {
    await burst();
    expect(wordsOf((await ask({ user: ben })).messages[0])).toContain('nine weeks');
  });

  test('in chat is told of once, and then met with silence', async () => {
    const say = () => bot.discord.say(`<@${bot.discord.bot.id}> How long?`);
    await burst();
    expect((await say()).answers.map(wordsOf)).toEqual([expect.stringMatching(WAIT)]);
    expect((await say()).answers).toEqual([]);
    expect(
      (await bot.discord.say('How long?', { dm: true, channelId: '600000000000000055' })).answers,
    ).toEqual([]);
  });
});

test('without a limit nobody is asked to wait', async () => {
  await bot.close();
  bot = await startBot({ environment: { questionsPerMinute: 0 } });
  await burst();
  expect(wordsOf((await ask()).messages[0])).toContain('nine weeks');
});
