import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { EndpointCaller } from '../endpoint-caller.ts';
import {
  type Answered,
  type Asking,
  asking,
  clickData,
  type Sending,
  send,
  settled,
  slashData,
} from './asking.ts';
import { Channels, type OpenedThread } from './channels.ts';
import { Commands } from './commands.ts';
import { type Check, openDescription } from './description.ts';
import { endpointAsking } from './endpoint.ts';
import type { Violation } from './errors.ts';
import type { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { type Clock, type Exchange, Interactions } from './interactions.ts';
import { Judge } from './judge.ts';
import { BOT, GUILD, guildFrame, type Place, usualChannel } from './places.ts';
import { Rest, type SeenRequest } from './rest.ts';
import { routes } from './routes.ts';
import { type Activity, type Talk, talk } from './saying.ts';
import { type Body, FLAGS, type Message, type User } from './shapes.ts';
import { until } from './waiting.ts';

export type { Answered, Asking } from './asking.ts';
export type { Place } from './places.ts';
export type { Said, Saying } from './saying.ts';

export interface LoopbackOptions extends Partial<Clock> {
  readonly token?: string;
  readonly port?: number;
  readonly heartbeatMs?: number;
  /** The servers that the bot was added to; people ask in the first. */
  readonly guildIds?: readonly string[];
  /** The servers' language. */
  readonly guildLocale?: string;
  /** The number of shards that `GET /gateway/bot` recommends. */
  readonly shards?: number;
  /** Bits of the privileged intents that the application was granted: none, where nothing is said. */
  readonly privilegedIntents?: number;
  /** False keeps no requests and of messages only what further requests need: for floods and memory runs. */
  readonly keep?: boolean;
  /** False lets bodies pass unread. */
  readonly validate?: boolean;
}

type Given = Readonly<Record<string, string | number | boolean>>;

/** A Discord of our own on this machine: its gateway and REST API with their rules, and people who use it. */
export interface LoopbackDiscord extends Asking, Talk {
  readonly token: string;
  readonly apiUrl: string;
  readonly port: number;
  readonly bot: User;
  readonly guildId: string;
  readonly guildIds: readonly string[];
  readonly channelId: string;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly requests: readonly SeenRequest[];
  readonly violations: readonly Violation[];
  /** Messages of the bot's outside of interactions, as they were when posted. */
  readonly posted: readonly Message[];
  readonly typed: readonly { readonly channelId: string; readonly atMs: number }[];
  readonly threads: readonly OpenedThread[];
  /** Channels in which the bot may not write: 50013. */
  readonly forbiddenChannels: Set<string>;
  readonly interactions: Interactions;
  readonly channels: Channels;
  /** With their translations, whether those were asked for or not. */
  commands(scope?: string): readonly Body[];
  closeGuild(id: string): void;
  connected(): Promise<void>;
  until(isSo: () => boolean, what?: string): Promise<void>;
  /** Sends the interaction and does not wait. */
  sendSlash(command: string, options?: Given, place?: Place): Exchange;
  /** The same, of a button, also of one whose message stays as it is. */
  sendClick(button: string, message: Message, place?: Place): Exchange;
  settled(exchange: Exchange): Promise<Answered>;
  /** People who ask through the bot's endpoint. Rejects with an `EndpointRefusal` or a `DiscordRefusal`. */
  endpoint(url: string, caller: EndpointCaller): Asking;
  /** Of all shards, or of one. */
  dropConnection(shard?: number): void;
  requestReconnect(shard?: number): void;
  close(): Promise<void>;
}

let description: Check | null | undefined;

export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { token = 'loopback.test.token', port = 0, heartbeatMs = 41_250, guildIds = [GUILD] } = options;
  const { keep = true, validate = true, guildLocale = 'en-US', privilegedIntents = 0, shards = 1 } = options;
  const clock = {
    acknowledgeMs: options.acknowledgeMs ?? 3_000,
    tokenLifeMs: options.tokenLifeMs ?? 15 * 60_000,
  };
  const guildId = guildIds[0] ?? GUILD;
  description = description === undefined ? openDescription() : description;
  const judge = new Judge(description, validate);
  const interactions = new Interactions({ clock, bot: BOT, keep });
  const commands = new Commands(BOT.id);
  const channels: Channels = new Channels({
    ...{ bot: BOT, keep, privilegedIntents },
    dispatch: (t, d, guild) => {
      if (gateway.identified > 0) gateway.dispatch(t, d, guild);
    },
    answerOf: (id) => interactions.shown(id),
  });
  const activity: Activity = { busy: 0, lastTouchedMs: 0 };
  const rest: Rest = new Rest({
    token: () => token,
    judge,
    keep,
    routes: routes({
      ...{ bot: BOT, interactions, channels, commands, judge, shards },
      gatewayUrl: () => gateway.url(),
    }),
    onRequest: (path, change) => {
      const touched = touchedBy(path, interactions, activity);
      if (touched === undefined) return;
      touched.busy += change;
      touched.lastTouchedMs = Date.now();
    },
  });
  const gateway: Gateway = new Gateway(rest.server, {
    ...{ token: () => token, bot: BOT, guildIds, heartbeatMs, privilegedIntents },
    guildFrame: (id) => guildFrame(id, channels.of(id), guildLocale),
  });
  for (const id of guildIds) channels.open({ id: usualChannel(id), kind: 'text', guildId: id });
  rest.server.listen(port, '127.0.0.1');
  await once(rest.server, 'listening');
  const { port: bound } = rest.server.address() as AddressInfo;
  const sending: Omit<Sending, 'deliver'> = { interactions, channels, guildId, guildLocale };
  const overGateway: Sending = {
    ...sending,
    deliver: (frame, _exchange, channel) => gateway.dispatch('INTERACTION_CREATE', frame, channel.guildId),
  };

  return {
    ...asking(overGateway),
    ...talk({ channels, bot: BOT, guildId, activity }),
    ...{ token, apiUrl: `http://127.0.0.1:${bound}/api`, port: bound, bot: BOT, guildId, guildIds },
    channelId: usualChannel(guildId),
    faults: rest.faults,
    gateway,
    requests: rest.seen,
    violations: judge.violations,
    posted: channels.posted,
    typed: channels.typed,
    threads: channels.threads,
    forbiddenChannels: channels.forbidden,
    interactions,
    channels,
    commands: (scope = 'global') => commands.of(scope),
    closeGuild: (id) => void commands.closedGuilds.add(id),
    until: (isSo, what = 'what the test waits for') => until(isSo, what),
    connected: () => until(() => gateway.isConnected, 'the bot to log in'),
    sendSlash: (command, given = {}, place = {}) =>
      send(overGateway, { type: 2, data: slashData(command, given), place }).exchange,
    sendClick: (button, message, place = {}) =>
      send(overGateway, { type: 3, data: clickData(button, message), place, source: message }).exchange,
    settled,
    endpoint: (url, caller) => endpointAsking(sending, { url, caller, judge }),
    dropConnection: (shard) => gateway.drop(shard),
    requestReconnect: (shard) => gateway.requestReconnect(shard),
    close: async () => {
      await gateway.shut();
      rest.server.closeAllConnections();
      await new Promise<void>((resolve) => rest.server.close(() => resolve()));
    },
  };
}

const OF_INTERACTION = /^\/api\/v10\/(?:interactions|webhooks)\/\d+\/([^/]+)/;

/** What waits for the quiet after such requests. */
function touchedBy(path: string, interactions: Interactions, channels: Activity): Activity | undefined {
  if (path.startsWith('/api/v10/channels/')) return channels;
  const token = OF_INTERACTION.exec(path)?.[1];
  return token === undefined ? undefined : interactions.find(token);
}

export const isEphemeral = ({ flags }: Message): boolean => (flags & FLAGS.ephemeral) !== 0;
