import { type Channel, type Channels, channelFrame } from './channels.ts';
import type { Exchange } from './interactions.ts';
import { MEMBER } from './message-frames.ts';
import { type User, userFrame } from './shapes.ts';

/** Where and by whom something is asked. */
export interface Place {
  readonly channelId?: string;
  readonly guildId?: string;
  readonly user?: User;
  /** What the bot may do there, as Discord's bit field. */
  readonly appPermissions?: string;
  /** What the person may do there. */
  readonly permissions?: string;
  /** The person's language. */
  readonly locale?: string;
  /** The server's language. */
  readonly guildLocale?: string;
  /** *elsewhere* is a private channel that the bot is not in. */
  readonly context?: 'server' | 'dm' | 'elsewhere';
}

export const ASKER: User = { id: '300000000000000001', username: 'asker' };
/** Somebody else's bot. */
export const OTHER_BOT: User = { id: '300000000000000002', username: 'other-bot', bot: true };
export const BOT: User = { id: '200000000000000001', username: 'verbatim-test' };
export const GUILD = '400000000000000001';
export const CHANNEL = '500000000000000001';
export const DM = '600000000000000001';
export const ELSEWHERE = '600000000000000002';
export const THREAD = '700000000000000001';
/** View the channel, send messages, use commands. */
const EVERYDAY_PERMISSIONS = '2147486720';
export const ALL_PERMISSIONS = '2251799813685247';

const CONTEXT = { server: 0, dm: 1, elsewhere: 2 } as const;
const CONTEXT_OF = { text: 'server', thread: 'server', dm: 'dm', group: 'elsewhere' } as const;

/** Where people of a server write unless they say where: of the usual server it has an id of its own. */
export const usualChannel = (guildId: string): string => (guildId === GUILD ? CHANNEL : guildId);

/** The channel that is meant, made where it is new. A click comes from where its message stands. */
export function channelAt(channels: Channels, place: Place, sourceId?: string): Channel {
  const { context, user = ASKER, guildId = GUILD } = place;
  const asked = place.channelId ?? sourceId;
  const known = asked === undefined ? undefined : channels.find(asked);
  if (known !== undefined) {
    if (context === undefined || CONTEXT_OF[known.kind] === context) return known;
    throw new Error(`channel ${known.id} is a ${known.kind}: nothing is asked there in context “${context}”`);
  }
  if (context === 'dm') return channels.open({ id: asked ?? DM, kind: 'dm', recipient: user });
  if (context === 'elsewhere')
    return channels.open({ id: asked ?? ELSEWHERE, kind: 'group', recipient: user });
  return channels.open({ id: asked ?? usualChannel(guildId), kind: 'text', guildId });
}

/** The languages of people and servers where nothing else is said. */
interface Usual {
  readonly guildLocale: string;
  /** The bot was installed by a user only. */
  readonly userInstalled: boolean;
}

/** INTERACTION_CREATE's contents, which an endpoint receives as they are. */
export function interactionFrame(
  asked: { readonly exchange: Exchange; readonly type: number; readonly data: object },
  channel: Channel,
  place: Place,
  usual: Usual,
): object {
  const { exchange, type, data } = asked;
  const { guildId } = channel;
  const context = CONTEXT_OF[channel.kind];
  const isGuest = usual.userInstalled || context === 'elsewhere';
  const { permissions = EVERYDAY_PERMISSIONS, guildLocale = usual.guildLocale, locale = 'en-US' } = place;
  const user = userFrame(exchange.user);
  return {
    id: exchange.id,
    application_id: BOT.id,
    type,
    data,
    token: exchange.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelFrame(channel), ...(guildId !== undefined && { permissions: ALL_PERMISSIONS }) },
    ...(guildId === undefined
      ? { user }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: guildLocale, features: [] },
          guild_locale: guildLocale,
          member: { ...MEMBER, user, permissions },
        }),
    ...(exchange.source !== undefined && { message: exchange.source }),
    locale,
    app_permissions:
      place.appPermissions ?? (context === 'elsewhere' ? EVERYDAY_PERMISSIONS : ALL_PERMISSIONS),
    entitlements: [],
    authorizing_integration_owners: isGuest ? { 1: exchange.user.id } : { 0: guildId ?? '0' },
    context: CONTEXT[context],
    attachment_size_limit: 10_485_760,
  };
}

/** GUILD_CREATE's contents. */
export const guildFrame = (id: string, channels: readonly Channel[], locale: string): object => ({
  ...{ id, name: 'A server', owner_id: ASKER.id, preferred_locale: locale, unavailable: false },
  ...{ member_count: 2, large: false, joined_at: '2025-01-01T00:00:00Z' },
  channels: channels.filter(({ kind }) => kind === 'text').map((channel) => channelFrame(channel)),
  threads: channels.filter(({ kind }) => kind === 'thread').map((channel) => channelFrame(channel)),
  members: [{ ...MEMBER, user: { ...userFrame(BOT), bot: true } }],
  // Everybody's role has the server's id.
  roles: [{ id, name: '@everyone', permissions: ALL_PERMISSIONS, position: 0, color: 0, flags: 0 }],
  ...{ presences: [], voice_states: [], stage_instances: [], emojis: [], stickers: [], features: [] },
  guild_scheduled_events: [],
});
