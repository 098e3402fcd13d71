import { type InteractionResponseType, REST, Routes } from 'discord.js';
import { Agent } from 'undici';
import type { Environment } from '../environment.ts';
import type { MessageBody } from './message-body.ts';

/** What identifies an interaction to Discord. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

/** What an interaction is answered with first. */
export type FirstAnswer =
  | { readonly type: InteractionResponseType.Pong | InteractionResponseType.DeferredMessageUpdate }
  | {
      readonly type: InteractionResponseType.DeferredChannelMessageWithSource;
      readonly data?: { readonly flags: number };
    }
  | { readonly type: InteractionResponseType.ChannelMessageWithSource; readonly data: MessageBody }
  | {
      readonly type: InteractionResponseType.ApplicationCommandAutocompleteResult;
      readonly data: { readonly choices: readonly { readonly name: string; readonly value: string }[] };
    };

/** A message in a channel that answers another one. */
export interface Posting {
  readonly body: MessageBody;
  readonly inReplyTo?: string;
  /** Discord posts but one message with it, however often it is sent within some minutes. At most 25 characters. */
  readonly nonce?: string;
}

/** The requests that we make of Discord beside its gateway. All of them throw what `faultOf` knows. */
export interface Wire {
  acknowledge(key: InteractionKey, answer: FirstAnswer): Promise<void>;
  /** Acknowledgements that wait here for a connection. */
  unsent(): number;
  edit(key: InteractionKey, body: MessageBody): Promise<void>;
  remove(key: InteractionKey): Promise<void>;
  follow(key: InteractionKey, body: MessageBody): Promise<void>;
  post(channel: string, posting: Posting): Promise<void>;
  typing(channel: string): Promise<void>;
  /** The channel that a thread belongs to. */
  parentOf(thread: string): Promise<string | undefined>;
  /** At a message of ours. Resolves with the thread’s id. */
  openThread(channel: string, message: string, name: string): Promise<string>;
}

/** The part of discord.js’s REST client that channels need: with the bot’s token, under its limits. */
export type ChannelRest = Pick<REST, 'get' | 'post'>;

/** Minutes without a message after which Discord puts a thread away. */
const THREAD_SLEEPS_AFTER = 1_440;

/**
 * @param channels Undefined where there is no token: then nothing can be posted outside of interactions.
 */
export function createWire(
  { discordApiUrl }: Pick<Environment, 'discordApiUrl'>,
  channels: () => ChannelRest | undefined,
): Wire {
  const rest = interactionRest(discordApiUrl, REQUEST_MS);
  // On connections of their own: no answer ever stands before an acknowledgement.
  const first = interactionRest(discordApiUrl, ACKNOWLEDGE_MS);
  let acknowledging = 0;
  const inChannel = (): ChannelRest => {
    const found = channels();
    if (found === undefined) throw new Error('nothing can be posted without a token');
    return found;
  };
  const original = ({ application_id, token }: InteractionKey) =>
    Routes.webhookMessage(application_id, token, '@original');
  const open = { auth: false } as const;
  return {
    async acknowledge({ id, token }, answer) {
      acknowledging += 1;
      try {
        await first.post(Routes.interactionCallback(id, token), { ...open, body: answer });
      } finally {
        acknowledging -= 1;
      }
    },
    unsent: () => Math.max(0, acknowledging - CONNECTIONS),
    async edit(key, body) {
      await rest.patch(original(key), { ...open, body });
    },
    async remove(key) {
      await rest.delete(original(key), open);
    },
    async follow({ application_id, token }, body) {
      const route = Routes.webhook(application_id, token);
      await rest.post(route, { ...open, body });
    },
    async post(channel, { body, inReplyTo, nonce }) {
      // What was answered may be gone by now: then the answer stands for itself.
      const reference = inReplyTo !== undefined && {
        message_reference: { message_id: inReplyTo, fail_if_not_exists: false },
      };
      const once = nonce !== undefined && { nonce, enforce_nonce: true };
      await inChannel().post(Routes.channelMessages(channel), { body: { ...body, ...reference, ...once } });
    },
    async typing(channel) {
      await inChannel().post(Routes.channelTyping(channel));
    },
    async parentOf(thread) {
      const found = (await inChannel().get(Routes.channel(thread))) as { readonly parent_id?: string | null };
      return found.parent_id ?? undefined;
    },
    async openThread(channel, message, name) {
      const thread = (await inChannel().post(Routes.threads(channel, message), {
        body: { name, auto_archive_duration: THREAD_SLEEPS_AFTER },
      })) as { readonly id: string };
      return thread.id;
    },
  };
}

/**
 * Enough for a thousand acknowledgements a second where one takes 100 ms; a connection for each of a rush of them
 * would take longer to open than it saves.
 */
const CONNECTIONS = 96;

/** After that an acknowledgement is for nobody, and an answer is tried again. */
const ACKNOWLEDGE_MS = 3_000;
const REQUEST_MS = 15_000;

/**
 * Interactions are outside of the bot’s fifty requests a second. Each has a queue of its own in the library, kept
 * for an hour by default: thousands of them would be remembered for nothing.
 */
const interactionRest = (api: string | undefined, timeout: number): REST =>
  new REST({
    ...(api !== undefined && { api }),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: 1_500,
    retries: 0, // what may be tried again, and for how long, is for the exchange to say
    timeout,
    agent: new Agent({ connections: CONNECTIONS }),
  });

/** With the bot’s token and the library’s own patience: for what is done once, at the start. */
export const tokenRest = ({ discordApiUrl }: Pick<Environment, 'discordApiUrl'>, token: string): REST =>
  new REST(discordApiUrl === undefined ? {} : { api: discordApiUrl }).setToken(token);
