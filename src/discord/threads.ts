import {
  type APIMessage,
  type APIMessageComponentInteraction,
  ChannelType,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { NewsDesk } from '../news-desk.ts';
import { again, PATIENTLY } from './again.ts';
import type { Outcome } from './attending.ts';
import { noteMessage } from './card.ts';
import type { InteractionExchange } from './exchange.ts';
import { faultOf } from './faults.ts';
import { understoodIn } from './message-text.ts';
import { missingForThreads } from './places.ts';
import type { ServerSettings, ServerSettingsStore } from './server-settings.ts';
import type { Wire } from './wire.ts';

/** Conversations that go on in a thread of their own. */
export interface Threads {
  /** A thread at the answer that the button stands under, where the asker’s conversation goes on. */
  open(asked: APIMessageComponentInteraction, asker: string, exchange: InteractionExchange): Promise<Outcome>;
}

interface ThreadDeps {
  readonly wire: Wire;
  readonly settings: ServerSettingsStore;
  /** How people mention the bot; undefined where it reads everything that is written in its threads. */
  readonly mention: () => string | undefined;
}

/** Of a thread’s name. */
const LONGEST_NAME = 100;

/** Discord’s code: the message has a thread. */
const HAS_A_THREAD = 160004;
/** The channel is a thread itself, say. */
const TAKES_NO_THREADS = 50024;

export function createThreads({ wire, settings, mention }: ThreadDeps): Threads {
  /** One that is there already may be somebody’s, or ours, whose opening we were not told of. */
  const threadAt = async ({ channel_id: channel, id }: APIMessage, name: string): Promise<string> => {
    try {
      return await again(() => wire.openThread(channel, id, name), PATIENTLY);
    } catch (error) {
      if (codeOf(error) === HAS_A_THREAD) return id; // a thread has the id of the message that it began at
      throw error;
    }
  };
  return {
    async open(asked, asker, exchange) {
      const { words } = exchange.look;
      const { guild_id: server, message } = asked;
      if (server === undefined) return 'not understood';
      try {
        const name = (understoodIn(message) ?? words.discord.threadName).slice(0, LONGEST_NAME);
        const thread = await threadAt(message, name);
        const continues = conversationOf(message.channel_id, asker);
        let isNew = false;
        await settings.change(server, (old) => {
          isNew = !old.threads.some(({ id }) => id === thread);
          return isNew ? { ...old, threads: [...old.threads, { id: thread, continues }] } : old;
        });
        if (!isNew) return 'answered';
        const bot = mention();
        if (bot !== undefined)
          await wire.post(thread, { body: noteMessage(words.discord.mentionMe(bot), exchange.look) });
        return 'answered';
      } catch (error) {
        if (faultOf(error) !== 'forbidden' && codeOf(error) !== TAKES_NO_THREADS) throw error;
        await exchange.tell('in place', words.discord.noThread(missingForThreads(asked.app_permissions)));
        return 'forbidden';
      }
    },
  };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Of one person in one channel. */
export const conversationOf = (channel: string, person: string): string => `${channel}:${person}`;

/** A thread begins with what was said where it was opened; what was said in it counts from then on. */
export const threadConversation = (
  { id, continues }: ServerSettings['threads'][number],
  desk: Pick<NewsDesk, 'lastAsked'>,
): { readonly conversation: string; readonly continues?: string } =>
  desk.lastAsked(id) > 0 ? { conversation: id } : { conversation: id, continues };

/** Threads are opened in these; threads themselves, direct messages and voice channels have none. */
export const takesThreads = ({
  guild_id: server,
  channel_type: type,
}: GatewayMessageCreateDispatchData): boolean =>
  server !== undefined && (type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement);
