import { Client, Events, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import type { Environment } from '../environment.ts';

/** People and messages are met once and forgotten: everything an answer needs comes with the interaction. */
const REMEMBERED_USERS = 50;

/** A client, and the only way to end it for good. */
export interface Connection {
  readonly client: Client;
  end(): Promise<void>;
}

/**
 * Commands, buttons and autocomplete arrive without any intent, which costs the least memory; messages with these.
 * What is written without mentioning the bot is a privileged intent.
 */
const INTENTS: Readonly<Record<Environment['discordChat'], readonly GatewayIntentBits[]>> = {
  off: [],
  mentions: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  everything: [
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
    GatewayIntentBits.MessageContent,
  ],
};

/**
 * A client that is destroyed while it connects, or whose first connection fails, goes on connecting behind our
 * backs (@discordjs/ws 1.2): it would log in a second time, and keep the process from ending. Each attempt asks
 * for the session to resume first; once a client is ended, that question is never answered.
 */
export function createConnection({
  discordApiUrl,
  discordChat,
  shards,
}: Pick<Environment, 'discordApiUrl' | 'discordChat' | 'shards'>): Connection {
  const endings: (() => void)[] = [];
  const client = new Client({
    intents: INTENTS[discordChat],
    ...(shards === undefined ? { shards: 'auto' } : { shards: shards.ids, shardCount: shards.count }),
    allowedMentions: { parse: [], repliedUser: false },
    ...(discordApiUrl !== undefined && { rest: { api: discordApiUrl } }),
    ws: {
      buildStrategy: (manager) => {
        endings.push(() => Object.assign(manager.options, { retrieveSessionInfo: unanswered }));
        return new SimpleShardingStrategy(manager);
      },
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      ThreadMemberManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      VoiceStateManager: 0,
      GuildInviteManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      UserManager: { maxSize: REMEMBERED_USERS, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  // What the library tells the process that started this one. That one does not listen, and telling it once it has
  // left would end this one.
  for (const event of TOLD) client.removeAllListeners(event);
  return {
    client,
    end: async () => {
      for (const ending of endings) ending();
      await client.destroy();
    },
  };
}

const TOLD = [
  Events.ShardReady,
  Events.ShardDisconnect,
  Events.ShardReconnecting,
  Events.ShardResume,
] as const;

const unanswered = (): Promise<never> => new Promise(() => {});
