import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnyCommand, defineCommand, UserError } from '../../src/command.ts';
import { deploy } from '../../src/discord/deploy.ts';
import type { Environment } from '../../src/environment.ts';
import { silentLog } from '../../src/log.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { COMMANDS, ENVIRONMENT, reply } from './newsdesk.ts';

let discord: LoopbackDiscord;
beforeEach(async () => {
  discord = await startLoopbackDiscord();
});
afterEach(async () => {
  expect(discord.violations).toEqual([]);
  await discord.close();
});

const operators = defineCommand({
  name: 'shelf mend',
  group: { name: 'shelf', description: 'Looks after the shelf', audience: 'operators' },
  description: 'Mends it',
  options: { file: { type: 'file', description: 'What with' } },
  run: async () => reply([]),
}) as AnyCommand;

async function deployed(change: Partial<Environment> = {}, commands = COMMANDS): Promise<string[]> {
  const lines: string[] = [];
  await deploy({
    commands,
    environment: {
      ...ENVIRONMENT,
      discordToken: discord.token,
      discordApiUrl: discord.apiUrl,
      ...change,
    },
    log: silentLog,
    print: (line) => void lines.push(line),
  });
  return lines;
}

describe('deploying', () => {
  test('registers the commands everywhere and says how to invite the bot', async () => {
    expect(await deployed()).toEqual([
      'Registered everywhere: /ask /long /fail /where /mentions “Ask here”',
      expect.stringMatching(
        /^Invite the bot: https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot/,
      ),
    ]);
    expect(discord.commands().map(({ name }) => name)).toHaveLength(6);
  });

  test('a second time changes nothing', async () => {
    await deployed();
    expect((await deployed())[0]).toBe('Unchanged everywhere: /ask /long /fail /where /mentions “Ask here”');
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('after a change overwrites the whole list', async () => {
    await deployed();
    expect((await deployed({ discordChat: 'off' }, COMMANDS.slice(1, 3)))[0]).toBe(
      'Registered everywhere: /long',
    );
    expect(discord.commands().map(({ name }) => name)).toEqual(['long']);
  });

  test('in one server leaves the others alone', async () => {
    const [line] = await deployed({ discordGuildId: discord.guildId });
    expect(line).toMatch(`Registered in server ${discord.guildId}:`);
    expect(discord.commands()).toEqual([]);
    expect(discord.commands(discord.guildId)).toHaveLength(6);
  });

  test('offers the operators’ commands in their servers alone, or everywhere', async () => {
    const commands = [...COMMANDS, operators];
    const other = '400000000000000009';
    const [first, second] = await deployed({ corpusServers: [other] }, commands);
    expect(first).toBe('Registered everywhere: /ask /long /fail /where /mentions “Ask here”');
    expect(second).toBe(`Registered in server ${other}: /shelf`);
    expect(discord.commands(other)).toMatchObject([
      {
        name: 'shelf',
        contexts: [0],
        integration_types: [0],
        default_member_permissions: '32',
        options: [{ type: 1, name: 'mend', options: [{ type: 11, name: 'file' }] }],
      },
    ]);
    expect((await deployed({ corpusServers: [other] }, commands))[1]).toMatch(/^Unchanged in server/);
    expect((await deployed({ corpusServers: 'all' }, commands))[0]).toMatch(/^Registered .* \/shelf$/);
    const [here, next] = await deployed({ corpusServers: [other], discordGuildId: other }, commands);
    expect(here).toMatch(/^Registered in server .* \/shelf$/);
    expect(next).toMatch(/^Invite the bot/);
    expect(discord.commands(other).map(({ name }) => name)).toEqual(expect.arrayContaining(['ask', 'shelf']));
    discord.closeGuild('400000000000000008');
    await expect(deployed({ corpusServers: ['400000000000000008'] }, commands)).rejects.toThrow(
      /^CORPUS_SERVERS: the bot may not register/,
    );
  });

  test.each([
    ['without a token', { discordToken: '' }, /./],
    [
      'with a wrong token',
      { discordToken: 'wrong.token' },
      /^DISCORD_TOKEN: Discord does not know this token/,
    ],
    ['where nothing answers', { discordApiUrl: 'http://127.0.0.1:9/api' }, /^Discord cannot be reached/],
  ])('%s says what to do', async (_, change, message) => {
    await expect(deployed(change)).rejects.toThrow(UserError);
    await expect(deployed(change)).rejects.toThrow(message);
  });

  test('to an address that is not Discord’s API says so', async () => {
    await expect(deployed({ discordApiUrl: `${discord.apiUrl}/elsewhere` })).rejects.toThrow(
      /DISCORD_API_URL/,
    );
  });

  test('in a server that the bot was not invited to gives the invitation', async () => {
    discord.closeGuild(discord.guildId);
    const deploying = deployed({ discordGuildId: discord.guildId });
    await expect(deploying).rejects.toThrow(/Invite it there first: https:\/\/discord\.com\/oauth2/);
  });
});
