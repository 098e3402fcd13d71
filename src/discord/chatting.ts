import type { GatewayMessageCreateDispatchData } from 'discord.js';
import type { Reply } from '../reply.ts';
import { carryOut } from './answering.ts';
import { type Attention, attend, type Deps } from './attending.ts';
import { prepare } from './call.ts';
import { chatRequest, isCalled } from './chat.ts';
import type { Cooldown } from './cooldown.ts';
import type { Exchange } from './exchange.ts';
import type { Homes } from './homes.ts';
import type { OwnButton } from './own-buttons.ts';
import { takesThreads } from './threads.ts';

export interface ChatDeps {
  /** Undefined before the bot has logged in. */
  readonly bot: () => { readonly id: string; readonly name: string } | undefined;
  /** Whether Discord shows the bot messages that do not mention it. */
  readonly readsAll: boolean;
  readonly homes: Homes;
  /** How often somebody, or a thread, is told of what does not work here: notes in chat are seen by all. */
  readonly notices: Cooldown;
}

/** Answers a message in a channel, where it is the bot’s business. */
export async function answerMessage(
  deps: Deps & { readonly cooldown: Cooldown },
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
  if (request === undefined) return;
  const { words } = exchange.look;
  const attention = (name: string, rest: Pick<Attention, 'work'> & Partial<Attention>): Promise<void> =>
    attend(deps, exchange, { kind: 'message', name, manner: 'public', ...rest });

  if (request.kind === 'unreadable') {
    if (chat.readsAll || chat.notices.take(channel) > 0) return;
    const opening = () => exchange.tellAtOnce(words.discord.mentionMe(bot.name));
    return attention('mention', { opening, work: async () => 'not understood' });
  }
  const waitMs = deps.cooldown.take(exchange.person);
  if (waitMs > 0) {
    if (chat.notices.take(exchange.person) > 0) return;
    const opening = () => exchange.tellAtOnce(words.discord.tooFast(Math.ceil(waitMs / 1000)));
    return attention('mention', { opening, work: async () => 'too fast' });
  }
  if (request.kind === 'help') {
    const call = prepare(deps.commands, { command: 'help', options: {} });
    if (call === undefined) return;
    const wish = { call, manner: 'public' as const, conversation: channel, own: () => [] };
    return attention('help', { work: () => carryOut(deps, exchange, wish) });
  }

  const { text, conversation } = request;
  // A thread begins with what was said where it was opened; what was said in it counts from then on.
  const isBegun = conversation === channel && deps.newsroom.lastAnswer(conversation) !== undefined;
  const continues = isBegun ? undefined : request.continues;
  const call = prepare(deps.commands, { command: 'ask', options: { question: text } });
  if (call === undefined) return;
  const most = longestText(call.command.options.question);
  if (text.length > most) {
    const opening = () => exchange.tellAtOnce(words.discord.tooLong(most));
    return attention('ask', { opening, work: async () => 'user error' });
  }
  /** A conversation that goes on may want a thread of its own. */
  const own = (reply: Reply): readonly OwnButton[] => [
    { kind: 'dismiss', asker: exchange.person },
    ...(guild !== undefined && continuesHere(reply) && takesThreads(message.channel_type)
      ? [{ kind: 'thread' as const, asker: exchange.person }]
      : []),
  ];
  const wish = {
    call,
    manner: 'public' as const,
    conversation,
    own,
    ...(continues !== undefined && { continues }),
  };
  await attention('ask', { question: text, work: () => carryOut(deps, exchange, wish) });
}

const longestText = (option: { readonly type: string; readonly maxLength?: number } | undefined): number =>
  option?.maxLength ?? Number.POSITIVE_INFINITY;

const continuesHere = ({ blocks }: Reply): boolean =>
  blocks.some((block) => block.kind === 'note' && block.tone === 'understood');
