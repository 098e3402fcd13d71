import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Check, openDescription } from './description.ts';
import type { Violation } from './errors.ts';
import type { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { type Clock, type Exchange, Interactions } from './interactions.ts';
import { Rest, type SeenRequest } from './rest.ts';
import { type Body, buttonsOf, FLAGS, type Message, snowflake, type User } from './shapes.ts';
import { until } from './waiting.ts';

export interface LoopbackOptions extends Partial<Clock> {
  readonly token?: string;
  readonly port?: number;
  readonly heartbeatMs?: number;
}

/** Where and by whom something is asked. */
export interface Place {
  readonly channelId?: string;
  readonly user?: User;
  /** What the bot may do there, as Discord's bit field. */
  readonly appPermissions?: string;
  /** What the person may do there. */
  readonly permissions?: string;
}

type Given = Readonly<Record<string, string | number | boolean>>;

/** What came of an interaction, once nothing more came for a while. */
export interface Answered {
  readonly exchange: Exchange;
  /** As they are shown, in order; deleted ones are gone. */
  readonly messages: readonly Message[];
  /** The acknowledgement's type: 5 "thinking…", 6 update in place, 4 a message at once. */
  readonly acknowledgedWith: number | undefined;
}

/** A Discord of our own on this machine: its gateway and REST API with their rules, and people who use it. */
export interface LoopbackDiscord {
  readonly token: string;
  readonly apiUrl: string;
  readonly port: number;
  readonly bot: User;
  readonly guildId: string;
  readonly channelId: string;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly requests: readonly SeenRequest[];
  readonly violations: readonly Violation[];
  readonly posted: readonly Message[];
  readonly interactions: Interactions;
  commands(scope?: string): readonly Body[];
  closeGuild(id: string): void;
  connected(): Promise<void>;
  until(isSo: () => boolean, what?: string): Promise<void>;
  slash(command: string, options?: Given, place?: Place): Promise<Answered>;
  /** Sends the interaction and does not wait. */
  sendSlash(command: string, options?: Given, place?: Place): Exchange;
  settled(exchange: Exchange): Promise<Answered>;
  /** By the button's words or its custom id. */
  click(button: string, message: Message, place?: Place): Promise<Answered>;
  autocomplete(
    command: string,
    option: string,
    typed: string,
    given?: Given,
  ): Promise<readonly { name: string; value: string | number }[] | undefined>;
  dropConnection(): void;
  requestReconnect(): void;
  close(): Promise<void>;
}

const ASKER: User = { id: '300000000000000001', username: 'asker' };
const BOT: User = { id: '200000000000000001', username: 'verbatim-test' };
const GUILD = '400000000000000001';
const CHANNEL = '500000000000000001';
/** View the channel, send messages, use commands. */
const EVERYDAY_PERMISSIONS = '2147486720';
const ALL_PERMISSIONS = '2251799813685247';
/** Nothing more is expected of an interaction that has been left alone for this long. */
const QUIET_MS = 120;

let description: Check | null | undefined;

export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { token = 'loopback.test.token', port = 0, heartbeatMs = 41_250 } = options;
  const clock: Clock = {
    acknowledgeMs: options.acknowledgeMs ?? 3_000,
    tokenLifeMs: options.tokenLifeMs ?? 15 * 60_000,
  };
  description = description === undefined ? openDescription() : description;
  const interactions = new Interactions(clock, BOT);
  const rest: Rest = new Rest({
    token: () => token,
    bot: BOT,
    interactions,
    check: description,
    gatewayUrl: () => gateway.url(),
    onRequest: (interactionToken, change) => {
      const exchange = interactionToken === undefined ? undefined : interactions.find(interactionToken);
      if (exchange === undefined) return;
      exchange.busy += change;
      exchange.lastTouchedMs = Date.now();
    },
  });
  const gateway: Gateway = new Gateway(rest.server, {
    token: () => token,
    bot: BOT,
    guildIds: [GUILD],
    heartbeatMs,
  });
  rest.server.listen(port, '127.0.0.1');
  await once(rest.server, 'listening');
  const { port: bound } = rest.server.address() as AddressInfo;

  const ask = (type: number, data: object, place: Place, source?: Message): Exchange => {
    const { channelId = source?.channel_id ?? CHANNEL, user = ASKER } = place;
    const exchange = interactions.open(channelId, user, source);
    const { userInstalled } = interactions;
    gateway.dispatch(
      'INTERACTION_CREATE',
      interactionFrame(exchange, type, data, { ...place, userInstalled }),
    );
    return exchange;
  };

  const settled = async (exchange: Exchange): Promise<Answered> => {
    const isDone = (): boolean =>
      exchange.state === 'answered' && exchange.busy === 0 && Date.now() - exchange.lastTouchedMs > QUIET_MS;
    await until(isDone, `an answer to interaction ${exchange.id}, which is ${exchange.state}`);
    return { exchange, messages: [...exchange.messages], acknowledgedWith: exchange.callbackType };
  };

  const sendSlash: LoopbackDiscord['sendSlash'] = (command, given = {}, place = {}) =>
    ask(2, { id: snowflake(), type: 1, name: command, options: Object.entries(given).map(optionOf) }, place);

  return {
    token,
    apiUrl: `http://127.0.0.1:${bound}/api`,
    port: bound,
    bot: BOT,
    guildId: GUILD,
    channelId: CHANNEL,
    faults: rest.faults,
    gateway,
    requests: rest.seen,
    violations: rest.violations,
    posted: rest.posted,
    interactions,
    commands: (scope = 'global') => rest.commands.get(scope) ?? [],
    closeGuild: (id) => void rest.closedGuilds.add(id),
    until: (isSo, what = 'what the test waits for') => until(isSo, what),
    connected: () => until(() => gateway.isConnected, 'the bot to log in'),
    sendSlash,
    settled,
    slash: async (command, given, place) => settled(sendSlash(command, given, place)),
    click: async (button, message, place = {}) => {
      const found = buttonsOf(message).find(
        ({ label, custom_id }) => label === button || custom_id === button,
      );
      if (found?.custom_id === undefined) {
        const there = buttonsOf(message).map(({ label }) => label);
        throw new Error(`no button “${button}” on the message: there are ${there.join(', ') || 'none'}`);
      }
      return settled(ask(3, { component_type: 2, custom_id: found.custom_id }, place, message));
    },
    autocomplete: async (command, option, typed, given = {}) => {
      const options = [
        ...Object.entries(given).map(optionOf),
        { type: 3, name: option, value: typed, focused: true },
      ];
      const exchange = ask(4, { id: snowflake(), type: 1, name: command, options }, {});
      await until(() => exchange.choices !== undefined, `suggestions for /${command} ${option}`);
      return exchange.choices;
    },
    dropConnection: () => gateway.drop(),
    requestReconnect: () => gateway.requestReconnect(),
    close: async () => {
      await gateway.shut();
      rest.server.closeAllConnections();
      await new Promise<void>((resolve) => rest.server.close(() => resolve()));
    },
  };
}

const optionOf = ([name, value]: [string, string | number | boolean]): object => ({
  type: typeof value === 'string' ? 3 : typeof value === 'number' ? 4 : 5,
  name,
  value,
});

function interactionFrame(
  exchange: Exchange,
  type: number,
  data: object,
  place: Place & { readonly userInstalled: boolean },
): object {
  const user = { ...exchange.user, discriminator: '0', avatar: null };
  return {
    id: exchange.id,
    application_id: BOT.id,
    type,
    data,
    token: exchange.token,
    version: 1,
    guild_id: GUILD,
    channel_id: exchange.channelId,
    channel: { id: exchange.channelId, type: 0, guild_id: GUILD, name: 'news', permissions: ALL_PERMISSIONS },
    member: {
      user,
      roles: [],
      permissions: place.permissions ?? EVERYDAY_PERMISSIONS,
      joined_at: '2025-01-01T00:00:00Z',
      flags: 0,
    },
    ...(exchange.source !== undefined && { message: exchange.source }),
    locale: 'en-US',
    guild_locale: 'en-US',
    app_permissions: place.appPermissions ?? ALL_PERMISSIONS,
    entitlements: [],
    authorizing_integration_owners: place.userInstalled ? { 1: exchange.user.id } : { 0: GUILD },
    context: 0,
    attachment_size_limit: 10_485_760,
  };
}

export const isEphemeral = ({ flags }: Message): boolean => (flags & FLAGS.ephemeral) !== 0;
