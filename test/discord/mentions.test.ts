import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { textsOf } from './loopback/shapes.ts';

/** /mentions: a server decides where the bot answers when it is mentioned. */

const ONE = '500000000000000041';
const OTHER = '500000000000000042';
const SECOND_SERVER = '400000000000000002';
const MANAGE_SERVER = '32';

let discord: LoopbackDiscord;
let bot: RunningBot;
let stateDir: string;
const start = () => startBot({ at: discord, environment: { stateDir } });

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'verbatim-state-'));
  discord = await startLoopbackDiscord({ guildIds: ['400000000000000001', SECOND_SERVER] });
  bot = await start();
});
afterAll(async () => {
  await bot.close();
  await discord.close();
  rmSync(stateDir, { recursive: true });
});
beforeEach(async () => {
  await set({ answered: true });
});
afterEach(() => expect(discord.violations).toEqual([]));

/** What is said of how it stands now. */
const set = async (options: Record<string, string | boolean> = {}, place = {}): Promise<string> => {
  const { messages } = await discord.slash('mentions', options, place);
  expect(messages.map(isEphemeral)).toEqual([true]);
  return messages.flatMap(textsOf).join('\n');
};
const isAnswered = async (channelId: string, guildId?: string): Promise<boolean> => {
  const place = { channelId, ...(guildId !== undefined && { guildId }) };
  const { answers } = await discord.say(`<@${discord.bot.id}> How long?`, place);
  return answers.length > 0;
};

describe('/mentions', () => {
  test('shows how it stands, to whoever asks alone, and changes nothing', async () => {
    expect(await set()).toBe('Mentions are answered in the whole server.');
    expect(await isAnswered(ONE)).toBe(true);
  });

  test('turns answers off, and on again', async () => {
    expect(await set({ answered: false })).toBe('Mentions are not answered in this server.');
    expect(await isAnswered(ONE)).toBe(false);
    expect(await set()).toBe('Mentions are not answered in this server.');
    expect(await set({ answered: true })).toBe('Mentions are answered in the whole server.');
    expect(await isAnswered(ONE)).toBe(true);
  });

  test('turns them off in a channel', async () => {
    expect(await set({ answered: false, channel: ONE })).toBe(
      `Mentions are answered in the whole server, except in <#${ONE}>.`,
    );
    expect(await isAnswered(ONE)).toBe(false);
    expect(await isAnswered(OTHER)).toBe(true);
    expect(await set({ answered: true, channel: ONE })).toBe('Mentions are answered in the whole server.');
    expect(await isAnswered(ONE)).toBe(true);
  });

  test('goes for a channel’s threads and a forum’s posts as well', async () => {
    const inThread = async (id: string): Promise<boolean> => {
      discord.channels.open({ id, kind: 'thread', guildId: discord.guildId, parentId: ONE });
      return isAnswered(id);
    };
    await set({ answered: false, channel: ONE });
    expect(await inThread('700000000000000041')).toBe(false);
    await set({ answered: false });
    await set({ answered: true, channel: ONE });
    expect(await inThread('700000000000000041')).toBe(true);
    expect(await inThread('700000000000000042')).toBe(true);
    const lookedUp = discord.requests.filter(({ path }) => /\/channels\/7\d+$/.test(path));
    expect(lookedUp).toHaveLength(2);
  });

  test('turns them on in some channels only', async () => {
    await set({ answered: false });
    expect(await set({ answered: true, channel: ONE })).toBe(`Mentions are answered only in <#${ONE}>.`);
    expect(await set({ answered: true, channel: OTHER })).toBe(
      `Mentions are answered only in <#${ONE}> and <#${OTHER}>.`,
    );
    expect([await isAnswered(ONE), await isAnswered(discord.channelId)]).toEqual([true, false]);
  });

  test('is each server’s own', async () => {
    await set({ answered: false });
    expect(await set({}, { guildId: SECOND_SERVER })).toBe('Mentions are answered in the whole server.');
    expect(await isAnswered('500000000000000049', SECOND_SERVER)).toBe(true);
  });

  test('leaves commands and direct messages as they are', async () => {
    await set({ answered: false });
    expect((await discord.slash('ask', { question: 'How long?' })).messages).toHaveLength(1);
    expect((await discord.say('How long?', { dm: true, atLeast: 1 })).answers).toHaveLength(1);
  });

  test('outlives a restart', async () => {
    await set({ answered: false });
    await set({ answered: true, channel: ONE });
    await bot.close();
    bot = await start();
    expect(await set()).toBe(`Mentions are answered only in <#${ONE}>.`);
    expect([await isAnswered(ONE), await isAnswered(OTHER)]).toEqual([true, false]);
  });

  test('answers in the language of whoever asks', async () => {
    expect(await set({ answered: false }, { locale: 'de' })).toBe(
      'Erwähnungen werden auf diesem Server nicht beantwortet.',
    );
  });

  test('is offered in servers to those who manage them, and nowhere else', () => {
    expect(discord.commands().find(({ name }) => name === 'mentions')).toMatchObject({
      contexts: [0],
      integration_types: [0],
      default_member_permissions: MANAGE_SERVER,
    });
  });
});
