import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import { askerOfMessage, plainText } from './message-text.ts';
import type { ServerSettings } from './server-settings.ts';
import { conversationOf } from './threads.ts';

/** What a message that was written in a channel asks of the bot; nothing has been done about it yet. */
export type ChatRequest =
  | {
      readonly kind: 'question';
      readonly text: string;
      readonly conversation: string;
      /** Somebody else’s conversation that is taken up. */
      readonly continues?: string;
    }
  /** The bot was called, and not asked anything. */
  | { readonly kind: 'help' }
  /** Written in a thread of the bot’s, where Discord hides from it what does not mention it. */
  | { readonly kind: 'unreadable' };

interface ChatSetting {
  /** The bot’s id. */
  readonly bot: string;
  /** Undefined in direct messages. */
  readonly server: ServerSettings | undefined;
  /** The channel, or the one that a thread belongs to. */
  readonly home?: string;
}

/** By a person: not by a bot, a webhook, or Discord itself. */
export const isWritten = ({ type, author, webhook_id: webhook }: GatewayMessageCreateDispatchData): boolean =>
  (type === MessageType.Default || type === MessageType.Reply) &&
  author.bot !== true &&
  webhook === undefined;

/** Mentions the bot, or replies to it. */
export const isCalled = (message: GatewayMessageCreateDispatchData, bot: string): boolean =>
  message.referenced_message?.author.id === bot || isMentioned(message, bot);

const isMentioned = ({ mentions = [] }: GatewayMessageCreateDispatchData, bot: string): boolean =>
  mentions.some(({ id }) => id === bot);

/** Said to whom one meets: no articles are searched for it. In the languages that the bot speaks. */
const CALLS_FOR_HELP =
  /^\W*(?:help|hi|hello|hey|hallo|hola|bonjour|salut|hilfe|ayuda|aide|привіт|допомога|who are you|what are you|what can (?:you do|i ask)|how (?:does this|do you) work)\W*$/iu;
const THANKS =
  /^\W*(?:thanks?|thank you|thx|ty|danke|gracias|merci|дякую|ok(?:ay)?|great|nice|cool|lol)\W*$/iu;

/** Undefined when the message is none of the bot’s business. */
export function chatRequest(
  message: GatewayMessageCreateDispatchData,
  { bot, server, home = message.channel_id }: ChatSetting,
): ChatRequest | undefined {
  const { author, channel_id: channel, mentions = [], referenced_message: before } = message;
  if (!isWritten(message)) return undefined;
  const thread = server?.threads.find(({ id }) => id === channel);
  const isReply = before?.author.id === bot;
  const isForBot = isCalled(message, bot);
  if (server !== undefined && thread === undefined && !(isForBot && isAnsweredIn(server, home)))
    return undefined;
  // In a thread people may also speak with each other.
  if (thread !== undefined && !isForBot && (mentions.length > 0 || (before !== undefined && before !== null)))
    return undefined;

  const text = plainText(message);
  if (CALLS_FOR_HELP.test(text)) return { kind: 'help' };
  if (isForBot && THANKS.test(text)) return undefined;
  if (!hasWords(text)) {
    // A reply that pings nobody: Discord keeps its words from the bot.
    if (server !== undefined && isReply && message.content === '' && !isMentioned(message, bot))
      return { kind: 'unreadable' };
    // "@Verbatim" in reply to somebody’s question.
    const asked = before === undefined || before === null || isReply ? '' : plainText(before);
    if (!isForBot && server !== undefined) return text === '' ? { kind: 'unreadable' } : undefined;
    if (!hasWords(asked)) return { kind: 'help' };
    return { kind: 'question', text: asked, conversation: conversationOf(channel, author.id) };
  }
  if (thread !== undefined)
    return { kind: 'question', text, conversation: thread.id, continues: thread.continues };
  const conversation = conversationOf(channel, author.id);
  const asker = isReply && before !== null && before !== undefined ? askerOfMessage(before) : undefined;
  return asker === undefined || asker === author.id
    ? { kind: 'question', text, conversation }
    : { kind: 'question', text, conversation, continues: conversationOf(channel, asker) };
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** In the exceptions it is the other way round. */
const isAnsweredIn = ({ mentions }: ServerSettings, channel: string): boolean =>
  mentions.answered !== mentions.except.includes(channel);
