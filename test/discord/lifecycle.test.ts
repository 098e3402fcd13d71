import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { serve } from '../../src/discord/service.ts';
import { keepLog, type RunningBot, startBot } from './in-process.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { textsOf } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';
import { COMMANDS, desk, ENVIRONMENT, gate } from './newsdesk.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const running = async (...args: Parameters<typeof startBot>): Promise<RunningBot> => {
  const bot = await startBot(...args);
  open.push(bot.close);
  return bot;
};

const said = (bot: RunningBot, pattern: RegExp): boolean =>
  bot.log.lines.some(({ message }) => pattern.test(message));

describe('a connection', () => {
  test('that Discord asks to renew is resumed, and what was missed is answered', async () => {
    const { discord } = await running();
    discord.requestReconnect();
    await until(() => !discord.gateway.isConnected, 'the bot to leave');
    const missed = discord.sendSlash('where');
    const { messages } = await discord.settled(missed);
    expect(messages).toHaveLength(1);
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('that breaks is resumed, what was missed is answered, and the log says so once', async () => {
    const bot = await running();
    bot.discord.dropConnection();
    const missed = bot.discord.sendSlash('where');
    expect((await bot.discord.settled(missed)).messages).toHaveLength(1);
    expect(bot.discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
    await until(() => said(bot, /connected to Discord again/), 'the log');
    expect(bot.log.lines.filter(({ message }) => /connection to Discord lost/.test(message))).toHaveLength(1);
  });

  test('that looks alive and is not is noticed and resumed', async () => {
    const { discord } = await running({ heartbeatMs: 300 });
    discord.gateway.deaf = true;
    await until(() => !discord.gateway.isConnected, 'the bot to notice');
    discord.gateway.deaf = false;
    await until(() => discord.gateway.resumed === 1, 'the bot to resume');
  });

  test('whose session Discord has forgotten is made anew', async () => {
    const { discord } = await running();
    discord.gateway.invalidate(false);
    await until(() => discord.gateway.identified === 2, 'the bot to identify again');
    expect((await discord.slash('where')).messages).toHaveLength(1);
  });

  test('that Discord closes for good, the token being void, ends the bot with what to do', async () => {
    const bot = await running();
    bot.discord.gateway.close(4004);
    await expect(bot.ended).rejects.toThrow(UserError);
    await expect(bot.ended).rejects.toThrow(/DISCORD_TOKEN/);
  });
});

describe('logging in', () => {
  const begin = async (discord: LoopbackDiscord, token = discord.token) => {
    const log = keepLog();
    const stop = new AbortController();
    const environment = { ...ENVIRONMENT, discordToken: token, discordApiUrl: discord.apiUrl };
    const ended = serve({ desk: desk(), commands: COMMANDS, environment, log }, stop.signal);
    ended.catch(() => undefined);
    open.push(async () => {
      stop.abort();
      await ended.catch(() => undefined);
      await discord.close();
    });
    return { log, ended, stop };
  };
  const registered = (log: ReturnType<typeof keepLog>) =>
    until(() => log.lines.some(({ message }) => /^commands /.test(message)), 'the bot to be ready');

  test('says who the bot is and how to invite it', async () => {
    const discord = await startLoopbackDiscord();
    const { log } = await begin(discord);
    await registered(log);
    expect(log.lines.find(({ message }) => message === 'logged in as verbatim-test')?.fields.invitation).toBe(
      `https://discord.com/oauth2/authorize?client_id=${discord.bot.id}&scope=bot+applications.commands&permissions=309237648384`,
    );
  });

  test('with a wrong token ends at once and says what to do, without the token', async () => {
    const discord = await startLoopbackDiscord();
    const { ended } = await begin(discord, 'wrong.token');
    await expect(ended).rejects.toThrow(UserError);
    await expect(ended).rejects.toThrow(/^DISCORD_TOKEN: Discord does not know this token\. Copy it again/);
    await expect(ended).rejects.not.toThrow(/wrong\.token/);
    expect(discord.requests.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  test('with a token that only the gateway refuses ends as well', async () => {
    const discord = await startLoopbackDiscord();
    discord.gateway.refuseIdentify = 4004;
    const { ended } = await begin(discord);
    await expect(ended).rejects.toThrow(/DISCORD_TOKEN/);
  });

  test('without a token says where to get one', async () => {
    const stop = new AbortController();
    const deps = { desk: desk(), commands: COMMANDS, environment: ENVIRONMENT };
    await expect(serve({ ...deps, log: keepLog() }, stop.signal)).rejects.toThrow(/DISCORD_TOKEN: expected/);
  });

  test('goes on while Discord is down, with a line in the log for each attempt', async () => {
    const discord = await startLoopbackDiscord();
    discord.faults.next(/gateway.bot/, { status: 503 }, 4);
    const { log } = await begin(discord);
    await registered(log);
    const warned = log.lines.filter(({ level }) => level === 'warn');
    expect(warned.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Discord cannot be reached; trying again in \d\.\d s$/),
    ]);
  });

  test('goes on while the gateway refuses connections, and logs in once', async () => {
    const discord = await startLoopbackDiscord();
    discord.gateway.unavailable = true;
    const { log } = await begin(discord);
    await until(
      () => log.lines.some(({ message }) => /cannot be reached/.test(message)),
      'an attempt to fail',
    );
    discord.gateway.unavailable = false;
    await registered(log);
    const before = discord.gateway.welcomed;
    await new Promise((resolve) => setTimeout(resolve, 1_500)); // a client left behind would be back by now
    expect(discord.gateway.identified).toBe(1);
    expect(discord.gateway.welcomed).toBe(before);
  });

  test('is given up when told to stop', async () => {
    const discord = await startLoopbackDiscord();
    discord.faults.next(/gateway.bot/, { status: 503 }, 1_000);
    const { log, ended, stop } = await begin(discord);
    await until(() => log.lines.length > 0, 'an attempt to fail');
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });
});

describe('stopping', () => {
  test('lets running answers finish, and turns new questions away', async () => {
    const slow = gate();
    const bot = await running({ commands: [...COMMANDS, slow.command] });
    const exchange = bot.discord.sendSlash('wait');
    await until(() => slow.started() === 1, 'the command to run');
    const stopped = bot.stop();
    const { messages: late } = await bot.discord.slash('where');
    expect(isEphemeral(late[0]!)).toBe(true);
    expect(textsOf(late[0]!)).toEqual(['I am restarting. Please ask again in a moment.']);
    slow.open();
    await stopped;
    expect(textsOf(exchange.messages[0]!)).toEqual(['at last']);
    expect(bot.discord.gateway.isConnected).toBe(false);
  });

  test.each([false, true])(
    'tells whoever is left unanswered so, and nothing after that; private: %s',
    async (isPrivate) => {
      const slow = gate();
      const command = { ...slow.command, private: true };
      const bot = await running({ commands: [...COMMANDS, command] });
      const exchange = bot.discord.sendSlash('wait', isPrivate ? { private: true } : {});
      await until(() => slow.started() === 1, 'the command to run');
      await bot.stop();
      const left = exchange.messages.map((message) => [isEphemeral(message), ...textsOf(message)]);
      expect(left).toEqual([[true, 'I am restarting. Please ask again in a moment.']]);
      slow.open();
      await new Promise((resolve) => setTimeout(resolve, 500)); // an answer would have come by now
      expect(exchange.messages.flatMap((message) => textsOf(message))).toEqual(left.map(([, text]) => text));
      expect(said(bot, /stopped with answers unfinished/)).toBe(true);
    },
  );
});
