import { type Client, Events } from 'discord.js';
import { UserError } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Deps } from './attending.ts';
import { type Connection, createConnection } from './client.ts';
import { forLog } from './faults.ts';
import { GatewayRefusal, isWrongToken, logIn, WRONG_TOKEN } from './login.ts';
import { invitation } from './places.ts';
import { openReception } from './reception.ts';
import { register } from './registration.ts';
import { slashCommands } from './slash.ts';
import { watchConnection } from './watch.ts';

export interface ServiceDeps extends Deps {
  readonly environment: Environment;
}

/** How long running answers may take once the bot is told to stop. */
const DRAIN_MS = 10_000;

export const NO_TOKEN =
  'DISCORD_TOKEN: expected a bot token, got nothing. Copy one from your application’s Bot page in the Discord ' +
  'developer portal into .env and start again.';

/** Logged in and answering until `stop`, then resolves; rejects when Discord will not have the bot any more. */
export async function serve(deps: ServiceDeps, stop: AbortSignal): Promise<void> {
  const { commands, environment, log } = deps;
  if (!environment.discordToken) throw new UserError(NO_TOKEN);
  const slash = slashCommands(commands);
  const reception = openReception(deps);
  const newConnection = (): Connection => {
    const connection = createConnection(environment);
    connection.client.on(Events.InteractionCreate, (interaction) => reception.receive(interaction));
    watchConnection(connection.client, log);
    return connection;
  };
  const connection = await logIn(newConnection, environment.discordToken, { log, stop });
  if (connection === undefined) return;
  const { client, end } = connection;
  try {
    log.info(`logged in as ${client.user.tag}`, {
      applicationId: client.application.id,
      servers: client.guilds.cache.size,
      invitation: invitation(client.application.id),
    });
    const ended = endOf(client, stop);
    await registerAtStart(client, environment, slash, log);
    deps.newsroom
      .readAhead()
      .catch((error: unknown) => log.error('articles could not be read ahead', { error: forLog(error) }));
    await ended;
    const left = await reception.close(DRAIN_MS);
    if (left > 0) log.warn('stopped with answers unfinished', { left });
  } finally {
    await end();
  }
  log.info('stopped');
}

/** The bot answers also while its commands cannot be registered: those from before may still be there. */
async function registerAtStart(
  client: Client<true>,
  { discordGuildId }: Environment,
  slash: ReturnType<typeof slashCommands>,
  log: Log,
): Promise<void> {
  const scope = { applicationId: client.application.id, guildId: discordGuildId };
  try {
    const result = await register(client.rest, scope, slash);
    log.info(`commands ${result}`, { commands: slash.length, server: discordGuildId ?? 'all' });
  } catch (error) {
    log.error('commands could not be registered; “verbatim deploy” says more', { error: forLog(error) });
  }
}

/** Resolves when told to stop; rejects when the gateway closes for good, or the process would idle for ever. */
const endOf = (client: Client, stop: AbortSignal): Promise<void> => {
  const end = new Promise<void>((resolve, reject) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
    client.on(Events.ShardDisconnect, ({ code }) => {
      const refusal = new GatewayRefusal(code);
      reject(isWrongToken(refusal) ? new UserError(WRONG_TOKEN) : refusal);
    });
    client.on(Events.Invalidated, () => reject(new Error('Discord ended the bot’s session for good')));
  });
  end.catch(() => undefined); // awaited a little later
  return end;
};
