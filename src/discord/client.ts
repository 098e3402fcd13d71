import { Client, Options } from 'discord.js';
import type { Environment } from '../environment.ts';

/** People and messages are met once and forgotten: everything an answer needs comes with the interaction. */
const REMEMBERED_USERS = 50;

/** No intents: commands, buttons and autocomplete arrive without any, and cost the least memory. */
export function createClient({ discordApiUrl }: Pick<Environment, 'discordApiUrl'>): Client {
  return new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    ...(discordApiUrl !== undefined && { rest: { api: discordApiUrl } }),
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
}
