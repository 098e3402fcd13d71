import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { wordsOf } from './reading.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.log.lines.length = 0;
});
afterEach(() => {
  bot.discord.faults.clear();
  expect(bot.discord.violations).toEqual([]);
});

const outcome = () => bot.log.lines.findLast(({ message }) => message === 'interaction')?.fields.outcome;

describe('what goes wrong', () => {
  test('by a person’s mistake is told to that person alone, as it stands', async () => {
    const { messages } = await bot.discord.slash('fail', { how: 'user' });
    expect(messages).toHaveLength(1);
    expect(isEphemeral(messages[0]!)).toBe(true);
    expect(wordsOf(messages[0])).toBe('speaker: expected a name, got “*”. Try another.');
    expect(outcome()).toBe('user error');
  });

  test('by our mistake is one apology with the reference that the log has', async () => {
    const { messages } = await bot.discord.slash('fail', { how: 'fault', private: true });
    expect(messages).toHaveLength(1);
    const logged = bot.log.lines.find(({ level }) => level === 'error');
    expect(logged?.fields).toMatchObject({ command: 'fail', error: expect.any(TypeError) });
    expect(wordsOf(messages[0])).toMatch(/^Sorry, something broke on our side/);
    expect(wordsOf(messages[0])).toContain(logged?.fields.reference);
    expect(wordsOf(messages[0])).not.toContain('cannot read');
  });

  test('at a command that is no more is said in private', async () => {
    const { messages } = await bot.discord.slash('gone');
    expect(isEphemeral(messages[0]!)).toBe(true);
    expect(wordsOf(messages[0])).toMatch(/ask again/);
  });

  test.each([['lost request' as const], ['lost answer' as const]])(
    'between us and Discord at the acknowledgement, a %s, is made good',
    async (mishap) => {
      bot.discord.faults.next(/callback/, mishap);
      const { messages } = await bot.discord.slash('ask', { question: 'How long?' });
      expect(wordsOf(messages[0])).toContain('nine weeks');
      expect(outcome()).toBe('answered');
    },
  );

  test('between us and Discord at the answer is tried again, and shown once', async () => {
    bot.discord.faults.next(/^PATCH/, 'lost answer');
    const { messages } = await bot.discord.slash('ask', { question: 'How long?' });
    expect(messages).toHaveLength(1);
    expect(wordsOf(messages[0])).toContain('nine weeks');
  });

  test('inside Discord at the acknowledgement, which then turns out to have arrived, is made good', async () => {
    bot.discord.faults.next(/callback/, { status: 400, code: 40060 });
    const exchange = bot.discord.sendSlash('where');
    await bot.discord.until(() => outcome() !== undefined);
    expect(exchange.state).toBe('waiting'); // the loopback knows that it was not acknowledged…
    expect(outcome()).toBe('gone'); // …so the edit found nothing, and nothing was made of it
  });

  test('for a while inside Discord is waited for', async () => {
    bot.discord.faults.next(/^PATCH/, { status: 502 }, 2);
    bot.discord.faults.next(/callback/, { status: 429, retryAfterS: 0.1 });
    const { messages } = await bot.discord.slash('ask', { question: 'How long?' });
    expect(wordsOf(messages[0])).toContain('nine weeks');
  });

  test('by being too late is logged with the interaction’s age and not tried again', async () => {
    bot.discord.faults.next(/callback/, { status: 404, code: 10062, message: 'Unknown interaction' });
    bot.discord.sendSlash('where');
    await bot.discord.until(() => outcome() !== undefined);
    expect(outcome()).toBe('late');
    expect(bot.log.lines.find(({ level }) => level === 'warn')?.fields).toMatchObject({
      ageMs: expect.any(Number),
    });
  });

  test('by a message being gone is let go', async () => {
    bot.discord.faults.next(/^PATCH/, { status: 404, code: 10008 });
    bot.discord.sendSlash('where');
    await bot.discord.until(() => outcome() !== undefined);
    expect(outcome()).toBe('gone');
    expect(bot.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('by the fifteen minutes being over is said in the channel', async () => {
    bot.discord.faults.next(/^PATCH/, { status: 401, code: 50027, message: 'Invalid Webhook Token' });
    bot.discord.sendSlash('where');
    await bot.discord.until(() => outcome() !== undefined);
    expect(outcome()).toBe('expired');
    expect(wordsOf(bot.discord.posted.at(-1))).toMatch(/run the command again/);
  });

  test('by a missing permission says which', async () => {
    bot.discord.faults.next(/^PATCH/, { status: 403, code: 50013, message: 'Missing Permissions' });
    const { messages } = await bot.discord.slash('where', {}, { appPermissions: '1024' });
    expect(outcome()).toBe('forbidden');
    expect(isEphemeral(messages[0]!)).toBe(true);
    expect(wordsOf(messages[0])).toMatch(/allow me in this channel: Send Messages/);
  });

  test('by a body that Discord refuses is our fault: logged, and apologised for', async () => {
    bot.discord.faults.next(/^PATCH/, { status: 400, code: 50035, message: 'Invalid Form Body' });
    const { messages } = await bot.discord.slash('ask', { question: 'How long?' });
    expect(wordsOf(messages[0])).toMatch(/^Sorry/);
    expect(outcome()).toBe('fault');
  });

  test('where Discord allows few follow-ups is said instead of the rest', async () => {
    bot.discord.interactions.userInstalled = true;
    const { messages } = await bot.discord.slash('long', { notes: 8 });
    bot.discord.interactions.userInstalled = false;
    expect(messages.map((message) => wordsOf(message).slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      'Th',
    ]);
    expect(wordsOf(messages[5])).toMatch(/^The answer goes on/);
    expect(outcome()).toBe('answered');
  });

  test('by too many follow-ups leaves what was shown', async () => {
    bot.discord.faults.next(/^POST .webhooks/, { status: 400, code: 40094 });
    const { messages } = await bot.discord.slash('long', { notes: 3 });
    expect(messages).toHaveLength(1);
    await bot.discord.until(() => outcome() === 'undelivered');
  });
});
