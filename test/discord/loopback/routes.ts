import { type Channels, channelFrame, threadViolations } from './channels.ts';
import type { Commands } from './commands.ts';
import { missingAccess, missingPermissions } from './errors.ts';
import type { Interactions } from './interactions.ts';
import type { Judge } from './judge.ts';
import { channelFlagViolations } from './limits.ts';
import type { User } from './shapes.ts';

export interface Call {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Undefined is answered with 204. */
export type Endpoint = (call: Call) => unknown;
export type Route = readonly [RegExp, Endpoint];

export interface RouteDeps {
  readonly bot: User;
  readonly interactions: Interactions;
  readonly channels: Channels;
  readonly commands: Commands;
  readonly judge: Judge;
  /** The number of shards that Discord recommends. */
  readonly shards: number;
  readonly gatewayUrl: () => string;
}

/** The endpoints, each by its method and path. */
export const routes = (deps: RouteDeps): readonly Route[] => [
  ...interactionRoutes(deps),
  ...channelRoutes(deps),
  ...applicationRoutes(deps),
];

function applicationRoutes({ bot, commands, judge, shards, gatewayUrl }: RouteDeps): readonly Route[] {
  const isTranslated = (query: URLSearchParams): boolean => query.get('with_localizations') === 'true';
  return [
    [
      /^GET \/gateway\/bot$/,
      () => ({
        url: gatewayUrl(),
        shards,
        // So many may identify at once: a real application of this size waits 5 s between them.
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 64 },
      }),
    ],
    [
      /^GET \/(?:oauth2\/)?applications\/@me$/,
      () => ({ id: bot.id, name: bot.username, description: '', flags: 0 }),
    ],
    [/^GET \/users\/@me$/, () => ({ ...bot, discriminator: '0', avatar: null, bot: true })],
    [/^GET \/applications\/(\d+)\/commands$/, ({ query }) => commands.list('global', isTranslated(query))],
    [
      /^PUT \/applications\/(\d+)\/commands$/,
      ({ body }) => commands.overwrite('global', judge.commands(body)),
    ],
    [
      /^GET \/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
      ({ parts: [, guild = ''], query }) => commands.list(guild, isTranslated(query)),
    ],
    [
      /^PUT \/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
      ({ parts: [, guild = ''], body }) => commands.overwrite(guild, judge.commands(body)),
    ],
  ];
}

function interactionRoutes({ interactions, judge }: RouteDeps): readonly Route[] {
  return [
    [
      /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/,
      ({ parts: [id = '', token = ''], body }) => interactions.acknowledge(id, token, judge.callback(body)),
    ],
    [
      /^PATCH \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
      ({ parts: [, token = '', id = ''], body }) =>
        interactions.edit(token, id, judge.message('edit', body, interactions.message(token, id))),
    ],
    [
      /^POST \/webhooks\/(\d+)\/([^/]+)$/,
      ({ parts: [, token = ''], body }) => {
        const waiting = interactions.find(token)?.state === 'thinking';
        return interactions.followUp(token, judge.message(waiting ? 'edit' : 'follow-up', body));
      },
    ],
    [
      /^GET \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
      ({ parts: [, token = '', id = ''] }) => interactions.message(token, id),
    ],
    [
      /^DELETE \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
      ({ parts: [, token = '', id = ''] }) => interactions.delete(token, id),
    ],
  ];
}

function channelRoutes({ channels, judge }: RouteDeps): readonly Route[] {
  /** Discord asks about the permission before it reads the body. */
  const writable = (id: string): string => {
    if (channels.require(id).kind === 'group') throw missingAccess();
    if (channels.forbidden.has(id)) throw missingPermissions();
    return id;
  };
  return [
    [/^GET \/channels\/(\d+)$/, ({ parts: [channel = ''] }) => channelFrame(channels.require(channel))],
    [
      /^POST \/channels\/(\d+)\/typing$/,
      ({ parts: [channel = ''] }) =>
        void channels.typed.push({ channelId: writable(channel), atMs: Date.now() }),
    ],
    [
      /^POST \/channels\/(\d+)\/messages$/,
      ({ parts: [channel = ''], body }) => {
        writable(channel);
        const message = judge.message('message', body);
        judge.refuse(channelFlagViolations(message));
        return channels.post(channel, message);
      },
    ],
    [
      /^GET \/channels\/(\d+)\/messages\/(\d+)$/,
      ({ parts: [channel = '', id = ''] }) => channels.read(channel, id),
    ],
    [
      /^PATCH \/channels\/(\d+)\/messages\/(\d+)$/,
      ({ parts: [channel = '', id = ''], body }) =>
        channels.edit(channel, id, judge.message('message edit', body, channels.message(channel, id))),
    ],
    [
      /^DELETE \/channels\/(\d+)\/messages\/(\d+)$/,
      ({ parts: [channel = '', id = ''] }) => channels.delete(channel, id),
    ],
    [
      /^POST \/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ parts: [channel = '', id = ''], body }) =>
        channels.openThread(writable(channel), id, judge.others('thread', body, threadViolations)),
    ],
  ];
}
