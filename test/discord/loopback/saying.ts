import { QUIET_MS } from './asking.ts';
import type { Channel, Channels } from './channels.ts';
import { MESSAGE_TYPE, newMessage } from './messages.ts';
import { ASKER, DM, GUILD, OTHER_BOT, THREAD, usualChannel } from './places.ts';
import { isBody, type Message, type User, userFrame } from './shapes.ts';
import { until } from './waiting.ts';

export interface Saying {
  readonly channelId?: string;
  readonly guildId?: string;
  readonly user?: User;
  /** Mentions the bot; where nothing is said, if the content does. */
  readonly mentions?: boolean;
  readonly replyTo?: Message;
  /**
   * Whether the reply mentions whom it answers. As people's clients do it: unless the answered message is an
   * interaction's (discord/discord-api-docs#5395).
   */
  readonly ping?: boolean;
  readonly dm?: boolean;
  readonly thread?: boolean;
  /** Said by another bot. */
  readonly bot?: boolean;
  /** So many answers at least are waited for; where nothing is said, what comes within a short while. */
  readonly atLeast?: number;
}

export interface Said {
  readonly message: Message;
  /** The bot's messages there since, or in a thread that it opened on the message; as they are shown now. */
  readonly answers: readonly Message[];
}

/** How much the channels' part of the API is in use. */
export interface Activity {
  busy: number;
  lastTouchedMs: number;
}

export interface Talk {
  say(content: string, saying?: Saying): Promise<Said>;
  /** Does not wait for answers. */
  sayAndForget(content: string, saying?: Saying): Message;
}

interface TalkDeps {
  readonly channels: Channels;
  readonly bot: User;
  readonly guildId: string;
  readonly activity: Activity;
}

/** Where people talk. */
export function talk({ channels, bot, guildId, activity }: TalkDeps): Talk {
  const sayAndForget = (content: string, saying: Saying = {}): Message =>
    channels.add(messageOf(content, saying, channelOf(channels, { guildId, ...saying }), bot));
  return {
    sayAndForget,
    say: async (content, saying = {}) => {
      const typedBefore = channels.typed.length;
      const message = sayAndForget(content, saying);
      const said = Date.now();
      const { atLeast = 0 } = saying;
      await until(
        () => {
          const answers = channels.answersTo(message).length;
          const typing = channels.typed
            .slice(typedBefore)
            .some(({ channelId }) => channelId === message.channel_id);
          if (activity.busy > 0 || answers < atLeast || (typing && answers === 0)) return false;
          return Date.now() - Math.max(said, activity.lastTouchedMs) > QUIET_MS;
        },
        () =>
          `answers to “${content.slice(0, 40)}”, of which there are ${channels.answersTo(message).length}`,
      );
      return { message, answers: channels.answersTo(message) };
    },
  };
}

function channelOf(
  channels: Channels,
  { channelId, replyTo, dm, thread, user, guildId = GUILD }: Saying,
): Channel {
  const id = channelId ?? replyTo?.channel_id ?? (dm ? DM : thread ? THREAD : usualChannel(guildId));
  if (dm) return channels.open({ id, kind: 'dm', recipient: user ?? ASKER });
  if (thread)
    return channels.open({ id, kind: 'thread', guildId, parentId: usualChannel(guildId), name: 'a thread' });
  return channels.open({ id, kind: 'text', guildId });
}

function messageOf(content: string, saying: Saying, channel: Channel, bot: User): Message {
  const { replyTo, user = saying.bot ? OTHER_BOT : ASKER } = saying;
  const author: User = saying.bot ? { ...user, bot: true } : user;
  const names = saying.mentions ?? new RegExp(`<@!?${bot.id}>`).test(content);
  const answered = isBody(replyTo?.author) ? replyTo.author : undefined;
  const pings = answered !== undefined && (saying.ping ?? replyTo?.interaction_metadata === undefined);
  const others = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id));
  for (const { id } of [bot, ...(pings ? [answered as unknown as User] : [])]) others.delete(id);
  const mentions = [
    ...(names ? [userFrame({ ...bot, bot: true })] : []),
    ...[...others].map((id) => userFrame({ id, username: `user-${id}` })),
    ...(pings && !(names && answered.id === bot.id) ? [answered] : []),
  ];
  const type = replyTo === undefined ? MESSAGE_TYPE.plain : MESSAGE_TYPE.reply;
  return newMessage(
    { channelId: channel.id, author, type },
    { content },
    {
      mentions,
      ...(replyTo !== undefined && {
        message_reference: {
          type: 0,
          channel_id: replyTo.channel_id,
          message_id: replyTo.id,
          ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
        },
        referenced_message: replyTo,
      }),
    },
  );
}
