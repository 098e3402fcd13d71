import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { Reply } from '../reply.ts';
import { carryOut, type Wish } from './answering.ts';
import { type Attention, attend, type Deps, type Outcome } from './attending.ts';
import { prepare } from './call.ts';
import { type ChatRequest, chatRequest, isCalled } from './chat.ts';
import type { Cooldown } from './cooldown.ts';
import type { Exchange } from './exchange.ts';
import type { Homes } from './homes.ts';
import { takesThreads, threadConversation } from './threads.ts';

export interface ChatDeps {
  /** Undefined before the bot has logged in. */
  readonly bot: () => { readonly id: string; readonly name: string } | undefined;
  /** Whether Discord shows the bot messages that do not mention it. */
  readonly readsAll: boolean;
  readonly homes: Homes;
  /** How often somebody, or a thread, is told of what does not work here: notes in chat are seen by all. */
  readonly notices: Cooldown;
}

type Heeding = Deps & { readonly cooldown: Cooldown };

/** Answers a message in a channel, where it is the bot’s business. */
export async function answerMessage(
  deps: Heeding,
  chat: ChatDeps,
  message: GatewayMessageCreateDispatchData,
  exchange: Exchange,
): Promise<void> {
  const bot = chat.bot();
  if (bot === undefined) return;
  const { guild_id: guild, channel_id: channel } = message;
  const server = guild === undefined ? undefined : await deps.settings.of(guild);
  // Asked only where it matters: to find out takes a request.
  const home =
    server !== undefined && server.mentions.except.length > 0 && isCalled(message, bot.id)
      ? await chat.homes.of(message)
      : channel;
  const request = chatRequest(message, { bot: bot.id, server, home });
  const attention =
    request === undefined
      ? undefined
      : attentionTo(request, { deps, chat, message, exchange, name: bot.name });
  if (attention !== undefined) await attend(deps, exchange, attention);
}

interface Occasion {
  readonly deps: Heeding;
  readonly chat: ChatDeps;
  readonly message: GatewayMessageCreateDispatchData;
  readonly exchange: Exchange;
  /** The bot’s. */
  readonly name: string;
}

/** Undefined where all that could be said has been said lately. */
function attentionTo(request: ChatRequest, occasion: Occasion): Attention | undefined {
  const { deps, chat, message, exchange, name } = occasion;
  const { words } = exchange.look;
  if (request.kind === 'unreadable') {
    if (chat.readsAll || chat.notices.take(message.channel_id) > 0) return undefined;
    return notice(exchange, 'mention', words.discord.mentionMe(name), 'not understood');
  }
  const waitMs = deps.cooldown.take(exchange.person);
  if (waitMs > 0) {
    if (chat.notices.take(exchange.person) > 0) return undefined;
    return notice(exchange, 'mention', words.discord.tooFast(Math.ceil(waitMs / 1000)), 'too fast');
  }
  return request.kind === 'help' ? help(occasion) : question(request, occasion);
}

const notice = (exchange: Exchange, name: string, text: string, outcome: Outcome): Attention => ({
  kind: 'message',
  name,
  manner: 'public',
  opening: () => exchange.tellAtOnce(text),
  work: async () => outcome,
});

function help({ deps, message, exchange }: Occasion): Attention | undefined {
  const call = prepare(deps.commands, { command: 'help', options: {} });
  if (call === undefined) return undefined;
  const wish: Wish = { call, manner: 'public', conversation: message.channel_id, own: () => [] };
  return { kind: 'message', name: 'help', manner: 'public', work: () => carryOut(deps, exchange, wish) };
}

function question(
  { text, conversation, continues }: Extract<ChatRequest, { readonly kind: 'question' }>,
  { deps, message, exchange }: Occasion,
): Attention | undefined {
  const call = prepare(deps.commands, { command: 'ask', options: { question: text } });
  if (call === undefined) return undefined;
  const most = longestText(call.command.options.question);
  if (text.length > most)
    return notice(exchange, 'ask', exchange.look.words.discord.tooLong(most), 'user error');
  const isInThread = conversation === message.channel_id && continues !== undefined;
  const wish: Wish = {
    call,
    manner: 'public',
    ...(isInThread
      ? threadConversation({ id: conversation, continues }, deps.desk)
      : { conversation, ...(continues !== undefined && { continues }) }),
    own: (reply) => [
      { kind: 'dismiss', asker: exchange.person },
      ...(isGoingOn(reply) && takesThreads(message)
        ? [{ kind: 'thread' as const, asker: exchange.person }]
        : []),
    ],
  };
  const work = () => carryOut(deps, exchange, wish);
  return { kind: 'message', name: 'ask', question: text, manner: 'public', work };
}

const longestText = (option: { readonly type: string; readonly maxLength?: number } | undefined): number =>
  option?.maxLength ?? Number.POSITIVE_INFINITY;

/** A conversation that goes on may want a thread of its own. */
const isGoingOn = ({ blocks }: Reply): boolean =>
  blocks.some((block) => block.kind === 'note' && block.tone === 'understood');
