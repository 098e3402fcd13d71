import type { APIApplicationCommandSubcommandOption } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands as shipped } from '../../commands/index.ts';
import { type AnyCommand, defineCommand, type OptionDefinitions } from '../../src/command.ts';
import { fingerprint } from '../../src/discord/registration.ts';
import { offeredCommands, operatorCommands, type SlashCommand } from '../../src/discord/slash.ts';
import { commandViolations } from './loopback/limits.ts';
import { COMMANDS, reply } from './newsdesk.ts';

const offered = (commands: readonly AnyCommand[], chat = false) => offeredCommands(commands, { chat });
const slashCommands = (commands: readonly AnyCommand[]) =>
  offered(commands).filter((each): each is SlashCommand => each.type === 1);

/** In English, as Discord shows it where it has no other language. */
const inEnglish = (options: SlashCommand['options'] = []) =>
  options.map(({ name_localizations, description_localizations, ...option }) => option);

const command = (
  change: { name?: string; description?: string; options?: OptionDefinitions } = {},
): AnyCommand =>
  defineCommand({
    name: 'ask',
    description: 'Answer a question',
    options: {},
    run: async () => reply([]),
    ...change,
  }) as AnyCommand;

describe('what people can type', () => {
  test('is every command but the hidden ones, everywhere that Discord has', () => {
    const slash = slashCommands(COMMANDS);
    expect(slash.map(({ name }) => name)).toEqual(['ask', 'long', 'fail', 'where']);
    for (const each of slash) expect(each).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test('has required options first, suggestions where there are some, and a private answer on request', () => {
    expect(inEnglish(slashCommands(COMMANDS)[0]?.options)).toEqual([
      { type: 3, name: 'question', description: 'What you want to know', required: true, max_length: 6000 },
      {
        type: 3,
        name: 'article',
        description: 'Only in this article',
        required: false,
        max_length: 100,
        autocomplete: true,
      },
      { type: 4, name: 'limit', description: 'How many', required: false, min_value: 1, max_value: 5 },
      { type: 5, name: 'private', description: 'Show the answer to you alone', required: false },
    ]);
  });

  test('keeps to Discord’s rules, for the commands that are shipped too', () => {
    for (const list of [COMMANDS, shipped]) {
      expect(commandViolations(offered(list, true) as never)).toEqual([]);
    }
  });

  test('is called and described in every language, also in Discord’s own English', () => {
    const [ask] = slashCommands(shipped);
    expect(ask?.name_localizations).toMatchObject({ 'en-US': 'ask', 'en-GB': 'ask' });
    for (const locale of ['uk', 'de', 'es-ES', 'es-419', 'fr'] as const) {
      expect(ask?.name_localizations?.[locale]).toMatch(/./);
      expect(ask?.description_localizations?.[locale]).not.toBe(ask?.description);
      for (const option of ask?.options ?? [])
        expect(option.description_localizations?.[locale]).toMatch(/./);
    }
  });

  test('for operators is one command with those of its group, translated at every depth', () => {
    expect(offered(shipped).map(({ name }) => name)).not.toContain('corpus');
    const [corpus, ...others] = operatorCommands(shipped) as readonly SlashCommand[];
    expect(others).toEqual([]);
    expect(commandViolations([corpus] as never)).toEqual([]);
    const members = (corpus?.options ?? []) as readonly APIApplicationCommandSubcommandOption[];
    expect(members.map(({ name }) => name)).toEqual(['add', 'remove', 'refresh', 'list']);
    for (const locale of ['uk', 'de', 'es-ES', 'fr'] as const)
      for (const { name, description, options = [], ...member } of members) {
        expect(member.name_localizations?.[locale]).not.toBe(name);
        expect(member.description_localizations?.[locale]).not.toBe(description);
        for (const option of options)
          expect(option.description_localizations?.[locale]).not.toBe(option.description);
      }
    const [address, file] = members[0]?.options ?? [];
    expect([address?.type, file?.type]).toEqual([3, 11]);
  });

  test('of a group for everybody stands where its first command does, everywhere', () => {
    const group = { name: 'shelf', description: 'Shelves', audience: 'everybody' } as const;
    const member = (name: string) => ({ ...command({ name }), group });
    const list = slashCommands([member('shelf look'), command(), member('shelf dust')]);
    expect(list.map(({ name }) => name)).toEqual(['shelf', 'ask']);
    expect(list[0]).toMatchObject({ contexts: [0, 1, 2], options: [{ name: 'look' }, { name: 'dust' }] });
    expect(() => slashCommands([member('dust')])).toThrow(/expected a name that begins with "shelf "/);
  });

  test('on a message is what its text can fill', () => {
    const menus = offered(shipped).filter(({ type }) => type === 3);
    expect(menus.map(({ name }) => name)).toEqual(['Ask the articles', 'Check this quote']);
    expect(menus[0]?.name_localizations?.de).toMatch(/./);
  });

  test('on a message is nothing for operators alone, since everybody would see it', () => {
    const group = { name: 'shelf', description: 'Shelves', audience: 'operators' } as const;
    const options = { text: { type: 'text', description: 'Some text' } } as const;
    const dust = { ...command({ name: 'shelf dust', options }), group, main: 'text', menu: 'Dust this' };
    expect(() => offered([dust])).toThrow(/offered to everybody, and \/shelf dust is for operators/);
  });

  test('about the server is offered where the bot reads messages, to those who manage it', () => {
    expect(offered(COMMANDS).map(({ name }) => name)).not.toContain('mentions');
    expect(offered(COMMANDS, true).find(({ name }) => name === 'mentions')).toMatchObject({
      contexts: [0],
      integration_types: [0],
      default_member_permissions: '32',
    });
  });

  test.each([
    [command({ name: 'Ask' }), /command "Ask": expected a name/],
    [command({ name: 'two words' }), /expected a name/],
    [command({ description: '' }), /expected a description of 1 to 100 characters, got 0/],
    [
      command({ options: { private: { type: 'text', description: 'x' } } }),
      /option "private": expected another name/,
    ],
    [
      command({
        options: Object.fromEntries(
          Array.from({ length: 26 }, (_, index) => [
            `o${index}`,
            { type: 'text' as const, description: 'x' },
          ]),
        ),
      }),
      /options: expected at most 25, got 26/,
    ],
  ])('is refused with the place and the reason when Discord could not register it: %#', (bad, reason) => {
    expect(() => slashCommands([bad])).toThrow(reason);
  });
});

describe('the fingerprint of commands', () => {
  const ours = slashCommands(COMMANDS);

  test('is the same for what Discord returns of them', () => {
    const returned = ours.toReversed().map((each) => ({
      ...each,
      id: '1',
      version: '2',
      default_member_permissions: null,
      contexts: each.contexts?.toReversed(),
      options: each.options?.map(({ required, ...option }) => (required ? { ...option, required } : option)),
    }));
    expect(fingerprint(returned)).toBe(fingerprint(ours));
  });

  test.each([
    ['a description', { description: 'Something else' }],
    ['the order of options', { options: ours[0]?.options?.toReversed() }],
    ['where it can be used', { contexts: [0] }],
    ['what it is called in another language', { name_localizations: { de: 'frag' } }],
    ['who may use it', { default_member_permissions: '32' }],
  ])('changes with %s', (_, change) => {
    expect(fingerprint([{ ...ours[0], ...change }, ...ours.slice(1)])).not.toBe(fingerprint(ours));
  });

  test('changes with an option of a command of a group', () => {
    const shelf = (description: string) => ({
      name: 'shelf',
      description: 'd',
      options: [{ type: 1, name: 'dust', description: 'd', options: [{ type: 3, name: 'o', description }] }],
    });
    expect(fingerprint([shelf('one')])).toBe(fingerprint([shelf('one')]));
    expect(fingerprint([shelf('one')])).not.toBe(fingerprint([shelf('another')]));
  });

  test('changes when a command goes', () => {
    expect(fingerprint(ours.slice(1))).not.toBe(fingerprint(ours));
  });
});
