import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';

/** What may be registered, and what is read back. */

let discord: LoopbackDiscord;
let rest: REST;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});
afterEach(() => discord.close());

describe('commands', () => {
  const route = '/applications/200000000000000001/commands';
  const put = (...commands: object[]) => rest.put(route, { body: commands });
  const chat = (name: string, more: object = {}) => ({ name, description: 'd', ...more });
  const menu = (name: string, more: object = {}) => ({ type: 3, name, ...more });
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));

  test.each([
    ['a chat command with capitals', [chat('Ask')]],
    ['a message command with a description', [menu('Check this', { description: 'd' })]],
    [
      'a message command with options',
      [menu('Check', { options: [{ type: 3, name: 'x', description: 'd' }] })],
    ],
    ['a message command with a long name', [menu('x'.repeat(33))]],
    ['more than 15 message commands', many(16, (at) => menu(`Check ${at}`))],
    ['more than 100 chat commands', many(101, (at) => chat(`ask${at}`))],
    ['two of one type and name', [chat('ask'), chat('ask')]],
    [
      'a translation for a language that Discord has not',
      [chat('ask', { name_localizations: { xx: 'ask' } })],
    ],
    ['a translated name with a space', [chat('ask', { name_localizations: { de: 'frag mich' } })]],
    ['a translated description without words', [chat('ask', { description_localizations: { de: '' } })]],
    [
      'more than 8,000 characters',
      [
        chat('ask', {
          options: many(21, (at) =>
            chat(`o${at}`, {
              type: 3,
              choices: many(4, (each) => ({ name: `${each}`, value: 'x'.repeat(100) })),
            }),
          ),
        }),
      ],
    ],
    ['permissions that are no bits', [chat('ask', { default_member_permissions: 'all' })]],
  ])('with %s are refused', async (_, commands) => {
    await expect(put(...commands)).rejects.toMatchObject({ code: 50035 });
  });

  test('of all kinds are taken, and come with translations when those are asked for', async () => {
    const option = {
      type: 3,
      name: 'o',
      description: 'd',
      name_localizations: { de: 'wahl' },
      required: false,
    };
    const localized = { name_localizations: { de: 'frage' }, description_localizations: { de: 'Text' } };
    await put(
      chat('ask', { ...localized, default_member_permissions: '32', options: [option] }),
      chat('check'),
      menu('Check this', { name_localizations: { de: 'Das hier prüfen' } }),
      { type: 2, name: 'Check this' },
    );
    const plain = (await rest.get(route)) as Record<string, unknown>[];
    expect(JSON.stringify(plain)).not.toContain('localizations');
    const query = new URLSearchParams({ with_localizations: 'true' });
    const translated = (await rest.get(route, { query })) as Record<string, unknown>[];
    const ask = translated.find(({ name }) => name === 'ask');
    expect(ask).toMatchObject({ ...localized, default_member_permissions: '32', type: 1 });
    expect(ask?.options).toEqual([
      {
        type: 3,
        name: 'o',
        description: 'd',
        name_localizations: { de: 'wahl' },
        description_localizations: null,
      },
    ]);
    expect(translated.find(({ type }) => type === 3)).toMatchObject({ description: '', name: 'Check this' });
  });

  test('that stay keep their id', async () => {
    await put(chat('ask'));
    const [before] = discord.commands();
    await put(chat('ask', { description: 'other' }), chat('quote'));
    expect(discord.commands().find(({ name }) => name === 'ask')?.id).toBe(before?.id);
  });
});
