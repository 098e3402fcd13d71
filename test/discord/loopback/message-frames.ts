import type { Channel } from './channels.ts';
import { INTENTS } from './intents.ts';
import { isBody, type Message, type User } from './shapes.ts';

interface View {
  readonly message: Message;
  readonly channel: Channel;
  readonly bot: User;
  /** Of the session that is told. */
  readonly intents: number;
}

const isUser = (value: unknown, { id }: User): boolean => isBody(value) && value.id === id;

/**
 * What others wrote is for those who named the intent; without it a bot reads its own messages, those in which
 * it is mentioned, and those sent to it. Each message is judged by itself, the one that it answers too.
 * https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function shownTo({ message, channel, bot, intents }: View): Message {
  const { referenced_message: answered, mentions } = message;
  const open =
    (intents & INTENTS.messageContent) !== 0 ||
    channel.kind === 'dm' ||
    isUser(message.author, bot) ||
    (Array.isArray(mentions) && mentions.some((user) => isUser(user, bot)));
  return {
    ...message,
    ...(!open && { content: '', embeds: [], components: [], attachments: [] }),
    ...(isBody(answered) && {
      referenced_message: shownTo({ message: answered as Message, channel, bot, intents }),
    }),
  };
}

/** MESSAGE_CREATE and MESSAGE_UPDATE; undefined where the session did not ask for such messages. */
export function createFrame(view: View): object | undefined {
  const { channel, message, intents } = view;
  const { guildId, kind } = channel;
  if (kind === 'group') return undefined;
  const wanted = kind === 'dm' ? INTENTS.directMessages : INTENTS.guildMessages;
  if ((intents & wanted) === 0) return undefined;
  const shown = shownTo(view);
  if (guildId === undefined) return { ...shown, channel_type: 1 };
  const mentions = Array.isArray(message.mentions) ? message.mentions.filter(isBody) : [];
  return {
    ...shown,
    mentions: mentions.map((user) => ({ ...user, member: MEMBER })),
    guild_id: guildId,
    member: MEMBER,
    channel_type: kind === 'thread' ? 11 : 0,
  };
}

/** Without the user, which stands beside it. */
export const MEMBER = {
  roles: [],
  nick: null,
  avatar: null,
  joined_at: '2025-01-01T00:00:00+00:00',
  premium_since: null,
  communication_disabled_until: null,
  pending: false,
  deaf: false,
  mute: false,
  flags: 0,
} as const;
