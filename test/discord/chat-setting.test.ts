import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { serve } from '../../src/discord/service.ts';
import { keepLog, type RunningBot, startBot } from './in-process.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { INTENTS } from './loopback/intents.ts';
import { COMMANDS, desk, ENVIRONMENT } from './newsdesk.ts';

/** DISCORD_CHAT: which messages the bot reads. */

const { guildMessages, directMessages, messageContent } = INTENTS;

const open: { readonly close: () => Promise<void>; readonly discord: LoopbackDiscord }[] = [];
afterEach(async () => {
  for (const { close, discord } of open.splice(0)) {
    await close();
    expect(discord.violations).toEqual([]);
  }
});
const running = async (...args: Parameters<typeof startBot>): Promise<RunningBot> => {
  const bot = await startBot(...args);
  open.push(bot);
  return bot;
};

const question = ({ discord }: RunningBot): string => `<@${discord.bot.id}> How long?`;
const names = ({ discord }: RunningBot) => discord.commands().map(({ name }) => name);

describe('the bot', () => {
  test('reads messages, but not the words of those that are not for it', async () => {
    const bot = await running();
    expect(bot.discord.gateway.intents).toBe(guildMessages | directMessages);
    expect(names(bot)).toContain('mentions');
    expect((await bot.discord.say(question(bot), { atLeast: 1 })).answers).toHaveLength(1);
  });

  test('told to leave chat alone asks for no messages, answers none, and does not offer /mentions', async () => {
    const bot = await running({ environment: { discordChat: 'off' } });
    expect(bot.discord.gateway.intents).toBe(0);
    expect(names(bot)).not.toContain('mentions');
    expect((await bot.discord.say(question(bot))).answers).toEqual([]);
    expect((await bot.discord.say('How long?', { dm: true })).answers).toEqual([]);
    expect((await bot.discord.slash('ask', { question: 'How long?' })).messages).toHaveLength(1);
  });

  test('told to read everything asks for that', async () => {
    const bot = await running({
      privilegedIntents: messageContent,
      environment: { discordChat: 'everything' },
    });
    expect(bot.discord.gateway.intents).toBe(guildMessages | directMessages | messageContent);
    expect((await bot.discord.say('How long?')).answers).toEqual([]);
    expect((await bot.discord.say(question(bot), { atLeast: 1 })).answers).toHaveLength(1);
  });

  test('told to read everything without being allowed to ends with what to do', async () => {
    const discord = await startLoopbackDiscord();
    const environment = {
      ...ENVIRONMENT,
      discordToken: discord.token,
      discordApiUrl: discord.apiUrl,
      discordChat: 'everything' as const,
    };
    const stop = new AbortController();
    const ended = serve({ desk: desk(), commands: COMMANDS, environment, log: keepLog() }, stop.signal);
    open.push({
      discord,
      close: async () => {
        stop.abort();
        await ended.catch(() => undefined);
        await discord.close();
      },
    });
    await expect(ended).rejects.toThrow(UserError);
    await expect(ended).rejects.toThrow(
      /^DISCORD_CHAT: .*Message Content intent.*set DISCORD_CHAT to mentions/s,
    );
  });
});
