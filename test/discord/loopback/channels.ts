import {
  DiscordRefusal,
  invalidBody,
  notOurs,
  threadAlready,
  unknownChannel,
  unknownMessage,
  type Violation,
  wrongChannelType,
} from './errors.ts';
import { INTENTS } from './intents.ts';
import { createFrame, shownTo } from './message-frames.ts';
import { MESSAGE_TYPE, newMessage, revised } from './messages.ts';
import { type Body, FLAGS, isBody, type Message, type User, userFrame } from './shapes.ts';

export interface Channel {
  readonly id: string;
  /** *group* is a private channel that the bot is not in. */
  readonly kind: 'text' | 'thread' | 'dm' | 'group';
  readonly guildId?: string | undefined;
  /** Of a thread. */
  readonly parentId?: string;
  readonly name?: string;
  /** Of a private channel. */
  readonly recipient?: User;
}

export interface OpenedThread {
  readonly id: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly name: string;
  readonly autoArchiveMinutes: number;
}

interface ChannelsDeps {
  readonly bot: User;
  /** Keep all messages; otherwise the last ones. */
  readonly keep: boolean;
  readonly privilegedIntents: number;
  readonly dispatch: (
    t: string,
    d: object | ((intents: number) => object | undefined),
    guildId?: string,
  ) => void;
  /** A message that answers an interaction. */
  readonly answerOf: (messageId: string) => Message | undefined;
}

const MOST_REMEMBERED = 1_000;
const ARCHIVE_MINUTES = 4_320;

/** Channels, and what is said in them outside of interactions. */
export class Channels {
  readonly #deps: ChannelsDeps;
  readonly #channels = new Map<string, Channel>();
  readonly #messages = new Map<string, Message>();
  /** Posted by the bot, as it was then. */
  readonly posted: Message[] = [];
  readonly typed: { readonly channelId: string; readonly atMs: number }[] = [];
  readonly threads: OpenedThread[] = [];
  /** Where the bot may not write. */
  readonly forbidden = new Set<string>();

  constructor(deps: ChannelsDeps) {
    this.#deps = deps;
  }

  find(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  of(guildId: string): readonly Channel[] {
    return [...this.#channels.values()].filter((channel) => channel.guildId === guildId);
  }

  /** Makes a channel that was not there. */
  open(channel: Channel): Channel {
    const known = this.#channels.get(channel.id);
    if (known !== undefined) return known;
    this.#channels.set(channel.id, channel);
    if (channel.guildId === undefined) return channel;
    const frame = channelFrame(channel);
    if (channel.kind === 'text') this.#tellOfServers('CHANNEL_CREATE', frame, channel.guildId);
    else this.#tellOfServers('THREAD_CREATE', { ...frame, newly_created: true }, channel.guildId);
    return channel;
  }

  #tellOfServers(t: string, frame: object, guildId: string): void {
    this.#deps.dispatch(t, (intents) => ((intents & INTENTS.guilds) === 0 ? undefined : frame), guildId);
  }

  require(id: string): Channel {
    const channel = this.#channels.get(id);
    if (channel === undefined) throw unknownChannel();
    return channel;
  }

  /** Said by anybody, the bot too; told to those who want to hear of it. */
  add(message: Message): Message {
    this.remember(message);
    this.#tellOfMessage('MESSAGE_CREATE', message);
    return message;
  }

  remember(message: Message): void {
    this.#messages.set(message.id, message);
    if (this.#deps.keep || this.#messages.size <= MOST_REMEMBERED) return;
    for (const id of this.#messages.keys()) return void this.#messages.delete(id);
  }

  #tellOfMessage(t: string, message: Message): void {
    const channel = this.require(message.channel_id);
    const { bot } = this.#deps;
    this.#deps.dispatch(t, (intents) => createFrame({ message, channel, bot, intents }), channel.guildId);
  }

  /** What the bot said in a channel since a message, or in a thread that began with it; as it is shown now. */
  answersTo({ id, channel_id }: Message): readonly Message[] {
    return [...this.#messages.values()].filter(
      (message) =>
        BigInt(message.id) > BigInt(id) &&
        this.#isOurs(message) &&
        [channel_id, id].includes(message.channel_id),
    );
  }

  #isOurs({ author }: Message): boolean {
    return isBody(author) && author.id === this.#deps.bot.id;
  }

  message(channelId: string, id: string): Message {
    const message = this.#messages.get(id) ?? this.#deps.answerOf(id);
    if (message === undefined || message.channel_id !== channelId) throw unknownMessage();
    return message;
  }

  /** `GET /channels/:id/messages/:id`: what others wrote is hidden without the granted intent. */
  read(channelId: string, id: string): Message {
    const { bot, privilegedIntents: intents } = this.#deps;
    return shownTo({ message: this.message(channelId, id), channel: this.require(channelId), bot, intents });
  }

  /** `POST /channels/:id/messages`. The same nonce again, where it is to be enforced, is the same message. */
  post(channelId: string, body: Body): Message {
    const { guildId } = this.require(channelId);
    const { bot, keep } = this.#deps;
    const nonce = body.enforce_nonce === true ? body.nonce : undefined;
    const before = nonce === undefined ? undefined : this.#byNonce(channelId, nonce);
    if (before !== undefined) return before;
    const answered = this.#referenced(channelId, body);
    const type = answered === undefined ? MESSAGE_TYPE.plain : MESSAGE_TYPE.reply;
    const message = newMessage({ channelId, author: { ...bot, bot: true }, type }, body, {
      mentions: mentionedBy(body, answered),
      ...(nonce !== undefined && { nonce }),
      ...(answered !== undefined && {
        message_reference: { type: 0, channel_id: channelId, message_id: answered.id, guild_id: guildId },
        referenced_message: answered,
      }),
    });
    if (keep) this.posted.push(message);
    return this.add(message);
  }

  #byNonce(channelId: string, nonce: unknown): Message | undefined {
    return [...this.#messages.values()].find(
      (message) => message.nonce === nonce && message.channel_id === channelId && this.#isOurs(message),
    );
  }

  #referenced(channelId: string, { message_reference: reference }: Body): Message | undefined {
    if (!isBody(reference)) return undefined;
    try {
      return this.message(channelId, String(reference.message_id));
    } catch (error) {
      if (!(error instanceof DiscordRefusal) || reference.fail_if_not_exists === false) return undefined;
      const path = ['message_reference'];
      throw invalidBody([{ path, code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
    }
  }

  edit(channelId: string, id: string, body: Body): Message {
    const message = this.message(channelId, id);
    if (!this.#isOurs(message)) throw notOurs();
    const edited = revised(message, body);
    this.#messages.set(id, edited);
    this.#tellOfMessage('MESSAGE_UPDATE', edited);
    return edited;
  }

  delete(channelId: string, id: string): void {
    const message = this.message(channelId, id);
    if (!this.#isOurs(message)) throw new DiscordRefusal(403, 50013, 'Missing Permissions');
    this.#messages.delete(id);
    const { guildId, kind } = this.require(channelId);
    const wanted = kind === 'dm' ? INTENTS.directMessages : INTENTS.guildMessages;
    const frame = { id, channel_id: channelId, ...(guildId !== undefined && { guild_id: guildId }) };
    this.#deps.dispatch(
      'MESSAGE_DELETE',
      (intents) => ((intents & wanted) === 0 ? undefined : frame),
      guildId,
    );
  }

  /** `POST /channels/:id/messages/:id/threads` */
  openThread(channelId: string, id: string, { name, auto_archive_duration: minutes }: Body): object {
    const { kind, guildId } = this.require(channelId);
    if (kind !== 'text' || guildId === undefined) throw wrongChannelType();
    const message = this.message(channelId, id);
    if (this.#channels.has(id)) throw threadAlready();
    const thread = {
      id,
      channelId,
      messageId: id,
      name: String(name),
      autoArchiveMinutes: Number(minutes ?? ARCHIVE_MINUTES),
    };
    this.threads.push(thread);
    if (this.#messages.has(id))
      this.#messages.set(id, { ...message, flags: message.flags | FLAGS.hasThread });
    const channel = this.open({ id, kind: 'thread', guildId, parentId: channelId, name: thread.name });
    return channelFrame(channel, thread.autoArchiveMinutes, this.#deps.bot.id);
  }
}

/** Discord's rules for the body that opens a thread, beside its API description. */
export function threadViolations({ name, auto_archive_duration: minutes = null }: Body): Violation[] {
  const found: Violation[] = [];
  if (typeof name !== 'string' || name.trim().length < 1 || name.length > 100)
    found.push({ path: ['name'], code: 'BASE_TYPE_BAD_LENGTH', message: '1 to 100 characters' });
  if (minutes !== null && ![60, 1_440, 4_320, 10_080].includes(Number(minutes)))
    found.push({ path: ['auto_archive_duration'], code: 'BASE_TYPE_CHOICES', message: 'no such duration' });
  return found;
}

/** Who is notified. Without `allowed_mentions` everybody who is named, and whom the message answers. */
function mentionedBy(
  { content, allowed_mentions: allowed }: Body,
  answered: Message | undefined,
): readonly object[] {
  const {
    parse,
    users,
    replied_user: replied = false,
  } = isBody(allowed) ? allowed : { parse: ['users'], replied_user: true };
  const named = [...String(content ?? '').matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id);
  const heard = named.filter(
    (id) => (Array.isArray(parse) && parse.includes('users')) || (Array.isArray(users) && users.includes(id)),
  );
  const mentions = heard.map((id) => userFrame({ id, username: 'named' }));
  return replied === true && isBody(answered?.author) ? [...mentions, answered.author] : mentions;
}

const CHANNEL_TYPE = { text: 0, dm: 1, group: 3, thread: 11 } as const;

/** As Discord describes a channel. */
export function channelFrame(channel: Channel, archiveMinutes = ARCHIVE_MINUTES, ownerId?: string): Body {
  const { id, kind, guildId, parentId, name = 'news', recipient } = channel;
  const common = { id, type: CHANNEL_TYPE[kind], last_message_id: null, flags: 0 };
  if (kind === 'dm' || kind === 'group') {
    const recipients = recipient === undefined ? [] : [userFrame(recipient)];
    return kind === 'dm' ? { ...common, recipients } : { ...common, recipients, name: null, icon: null };
  }
  const inGuild = { ...common, guild_id: guildId, name, rate_limit_per_user: 0 };
  if (kind === 'text') {
    const rest = { position: 0, permission_overwrites: [], nsfw: false, topic: null, parent_id: null };
    return { ...inGuild, ...rest };
  }
  return {
    ...inGuild,
    parent_id: parentId,
    owner_id: ownerId ?? '300000000000000001',
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: archiveMinutes,
      archive_timestamp: '2025-01-01T00:00:00+00:00',
      locked: false,
      create_timestamp: '2025-01-01T00:00:00+00:00',
    },
  };
}
