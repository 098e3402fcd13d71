import type { EventEmitter } from 'node:events';
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import { UserError } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import { type Connection, createConnection } from './client.ts';
import { forLog } from './faults.ts';
import { finalRefusal, GatewayRefusal, logIn } from './login.ts';
import { type OfficeDeps, openOffice } from './office.ts';
import { invitation } from './places.ts';
import { register } from './registration.ts';
import { type OfferedCommand, offeredCommands } from './slash.ts';
import { watchConnection } from './watch.ts';

/** How long running answers may take once the bot is told to stop. */
const DRAIN_MS = 10_000;

export const NO_TOKEN =
  'DISCORD_TOKEN: expected a bot token, got nothing. Copy one from your application’s Bot page in the Discord ' +
  'developer portal into .env and start again.';

/** Logged in and answering until `stop`, then resolves; rejects when Discord will not have the bot any more. */
export async function serve(deps: OfficeDeps, stop: AbortSignal): Promise<void> {
  const { commands, environment, log } = deps;
  if (!environment.discordToken) throw new UserError(NO_TOKEN);
  const offered = offeredCommands(commands, { chat: environment.discordChat !== 'off' });
  let current: Client | undefined;
  const office = await openOffice(deps, {
    rest: () => current?.rest,
    bot: () => (current?.user ? { id: current.user.id, name: current.user.username } : undefined),
    isConnected: () => current?.isReady() === true && isConnected(current),
  });
  const newConnection = (): Connection => {
    const connection = createConnection(environment);
    current = connection.client;
    takeOver(current, {
      [GatewayDispatchEvents.InteractionCreate]: (data) => office.reception.receive(data as APIInteraction),
      [GatewayDispatchEvents.MessageCreate]: (data) =>
        office.reception.receiveMessage(data as GatewayMessageCreateDispatchData),
    });
    watchConnection(current, log, stop);
    return connection;
  };
  try {
    const connection = await logIn(newConnection, environment.discordToken, { log, stop });
    if (connection === undefined) return;
    const { client, end } = connection;
    try {
      log.info(`logged in as ${client.user.tag}`, {
        applicationId: client.application.id,
        servers: client.guilds.cache.size,
        shards: client.ws.shards.map(({ id }) => id),
        invitation: invitation(client.application.id),
      });
      const ended = endOf(client, stop);
      await registerAtStart(client, environment, offered, log);
      office.open();
      await ended;
      await office.close(DRAIN_MS);
    } finally {
      await end();
    }
  } finally {
    await office.shut();
  }
  log.info('stopped');
}

/**
 * Events as they come over the wire. The library is kept from them: of each it would build objects that nobody here
 * looks at, and remember their people and channels.
 */
function takeOver(client: Client, takers: Readonly<Record<string, (data: unknown) => void>>): void {
  const events: EventEmitter = client;
  events.on(Events.Raw, (packet: { t: string | null; readonly d: unknown }) => {
    const take = takers[packet.t ?? ''];
    if (take === undefined) return;
    packet.t = null;
    take(packet.d);
  });
}

/** By a heartbeat that was answered not long ago: a socket may be open and dead. */
const isConnected = ({ ws }: Client): boolean => ws.shards.every(({ status }) => status === READY);

/** discord.js’s `Status.Ready`. */
const READY = 0;

/** The bot answers also while its commands cannot be registered: those from before may still be there. */
async function registerAtStart(
  client: Client<true>,
  { discordGuildId }: Environment,
  offered: readonly OfferedCommand[],
  log: Log,
): Promise<void> {
  const scope = { applicationId: client.application.id, guildId: discordGuildId };
  try {
    const result = await register(client.rest, scope, offered);
    log.info(`commands ${result}`, { commands: offered.length, server: discordGuildId ?? 'all' });
  } catch (error) {
    log.error('commands could not be registered; “verbatim deploy” says more', { error: forLog(error) });
  }
}

/** Resolves when told to stop; rejects when the gateway closes for good, or the process would idle for ever. */
const endOf = (client: Client, stop: AbortSignal): Promise<void> => {
  const end = new Promise<void>((resolve, reject) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
    client.on(Events.ShardDisconnect, ({ code }) => reject(finalRefusal(new GatewayRefusal(code))));
    client.on(Events.Invalidated, () => reject(new Error('Discord ended the bot’s session for good')));
  });
  end.catch(() => undefined); // awaited a little later
  return end;
};
