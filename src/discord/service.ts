import type { EventEmitter } from 'node:events';
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import { UserError } from '../command.ts';
import { type Connection, createConnection } from './client.ts';
import { finalRefusal, GatewayRefusal, logIn } from './login.ts';
import { offeringsOf } from './offering.ts';
import { type OfficeDeps, openOffice } from './office.ts';
import { invitation } from './places.ts';
import { registerAtStart } from './registration.ts';
import { watchConnection } from './watch.ts';

export const NO_TOKEN =
  'DISCORD_TOKEN: expected a bot token, got nothing. Copy one from your application’s Bot page in the Discord ' +
  'developer portal into .env and start again.';

/** Logged in and answering until `stop`, then resolves; rejects when Discord will not have the bot any more. */
export async function serve(deps: OfficeDeps, stop: AbortSignal): Promise<void> {
  const { commands, environment, log } = deps;
  if (!environment.discordToken) throw new UserError(NO_TOKEN);
  const offerings = offeringsOf(commands, environment);
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
      office.open();
      // Not waited for: Discord may want it put off for minutes.
      const { id } = client.application;
      const registering = registerAtStart(client.rest, async () => id, offerings, log);
      try {
        const ended = endOf(client, stop);
        await Promise.race([ended, registering.then(() => ended)]);
      } finally {
        await office.close();
      }
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

/** A socket that is open and dead is noticed at its next heartbeat. */
const isConnected = ({ ws }: Client): boolean => ws.shards.every(({ status }) => status === READY);

/** discord.js’s `Status.Ready`. */
const READY = 0;

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
