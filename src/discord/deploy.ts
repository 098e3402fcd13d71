import {
  ApplicationCommandType,
  DiscordAPIError,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import { type AnyCommand, UserError } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import { faultOf, forLog } from './faults.ts';
import { isWrongToken, NOT_DISCORD, WRONG_TOKEN } from './login.ts';
import { offeringsOf } from './offering.ts';
import { invitation } from './places.ts';
import { register } from './registration.ts';
import { NO_TOKEN } from './service.ts';
import type { OfferedCommand } from './slash.ts';
import { tokenRest } from './wire.ts';

interface DeployDeps {
  readonly commands: readonly AnyCommand[];
  readonly environment: Environment;
  readonly log: Log;
  readonly print: (line: string) => void;
}

/** Registers the commands without logging in, and says what was done and how to invite the bot. */
export async function deploy({ commands, environment, log, print }: DeployDeps): Promise<void> {
  const { discordToken, discordGuildId } = environment;
  if (!discordToken) throw new UserError(NO_TOKEN);
  const offerings = offeringsOf(commands, environment);
  const rest = tokenRest(environment, discordToken);
  let known: Known = { applicationId: undefined, guildId: discordGuildId };
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    for (const { guildId, commands } of offerings) {
      const scope = { applicationId: application.id, guildId };
      known = scope;
      const result = await register(rest, scope, commands);
      const where = guildId === undefined ? 'everywhere' : `in server ${guildId}`;
      print(`${result === 'registered' ? 'Registered' : 'Unchanged'} ${where}: ${namesOf(commands)}`);
    }
    print(`Invite the bot: ${invitation(application.id)}`);
  } catch (error) {
    log.debug('deploying failed', { error: forLog(error) });
    throw explained(error, known, known.guildId === discordGuildId ? 'DISCORD_GUILD_ID' : 'CORPUS_SERVERS');
  }
}

const namesOf = (commands: readonly OfferedCommand[]): string =>
  commands
    .map(({ name, type }) => (type === ApplicationCommandType.ChatInput ? `/${name}` : `“${name}”`))
    .join(' ');

interface Known {
  readonly applicationId: string | undefined;
  readonly guildId: string | undefined;
}

function explained(error: unknown, { applicationId, guildId }: Known, variable: string): unknown {
  if (isWrongToken(error)) return new UserError(WRONG_TOKEN);
  const fault = faultOf(error);
  if (fault === 'forbidden' && applicationId !== undefined && guildId !== undefined) {
    return new UserError(
      `${variable}: the bot may not register commands in server ${guildId}. Invite it there first: ` +
        invitation(applicationId),
    );
  }
  if (fault === 'connection' || fault === 'server') {
    return new UserError('Discord cannot be reached. Check the network and DISCORD_API_URL, and try again.');
  }
  if (error instanceof DiscordAPIError && error.status === 404) {
    return new UserError(NOT_DISCORD);
  }
  return error;
}
