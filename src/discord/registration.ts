import { type RESTPutAPIApplicationCommandsResult, Routes } from 'discord.js';
import { UserError } from '../command.ts';
import type { Log } from '../log.ts';
import { forLog } from './faults.ts';
import { isWrongToken, WRONG_TOKEN } from './login.ts';
import type { Offering } from './offering.ts';
import type { OfferedCommand } from './slash.ts';

/** The part of discord.js's REST client that registering needs. */
export interface Rest {
  get(route: `/${string}`, options: { query: URLSearchParams }): Promise<unknown>;
  put(route: `/${string}`, options: { body: unknown }): Promise<unknown>;
}

export interface Scope {
  readonly applicationId: string;
  /** Undefined: everywhere. */
  readonly guildId: string | undefined;
}

/**
 * Registers what changed: Discord is asked what it has, so that no state of ours can go stale. The whole list is
 * overwritten at once, which also removes commands that are gone.
 */
export async function register(
  rest: Rest,
  { applicationId, guildId }: Scope,
  wanted: readonly OfferedCommand[],
): Promise<'registered' | 'unchanged'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = (await rest.get(route, { query })) as RESTPutAPIApplicationCommandsResult;
  if (fingerprint(present) === fingerprint(wanted)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'registered';
}

/**
 * The bot answers also while its commands cannot be registered: those from before may still be there. Rejects with
 * a `UserError` when the token is wrong, and with nothing else.
 */
export async function registerAtStart(
  rest: Rest,
  application: () => Promise<string>,
  offerings: readonly Offering[],
  log: Log,
): Promise<void> {
  for (const { guildId, commands } of offerings) {
    const server = guildId ?? 'all';
    try {
      const result = await register(rest, { applicationId: await application(), guildId }, commands);
      log.info(`commands ${result}`, { commands: commands.length, server });
    } catch (error) {
      if (isWrongToken(error)) throw new UserError(WRONG_TOKEN);
      log.error('commands could not be registered; “verbatim deploy” says more', {
        server,
        error: forLog(error),
      });
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields that we set. Others, such as ids and versions, are Discord's. */
const COMMAND_FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'contexts',
  'integration_types',
  'default_member_permissions',
];
const OPTION_FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
];

/**
 * The same for commands that mean the same: Discord leaves out what has its default, and returns commands in an
 * order of its own. The order of options is kept, since people see it.
 */
export const fingerprint = (commands: readonly object[]): string =>
  JSON.stringify(
    commands.map((command) => normalised(command as Fields)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  );

const normalised = (command: Fields): string => {
  return JSON.stringify([picked({ type: 1, ...command }, COMMAND_FIELDS), optionsOf(command)]);
};

/** Those of a group’s commands, too. */
const optionsOf = ({ options }: Fields): readonly unknown[] =>
  (Array.isArray(options) ? (options as readonly Fields[]) : []).map((option) => [
    picked(option, OPTION_FIELDS),
    optionsOf(option),
  ]);

const picked = (fields: Fields, names: readonly string[]): readonly unknown[] =>
  names.map((name) => {
    const value = fields[name];
    if (Array.isArray(value)) return value.toSorted();
    if (typeof value === 'object' && value !== null) return Object.entries(value).toSorted();
    return value === false || value === undefined || value === '' ? null : value;
  });
