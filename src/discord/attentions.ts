import { InteractionType } from 'discord.js';
import { carryOut, type Wish } from './answering.ts';
import type { Attention, Deps } from './attending.ts';
import { askedFor } from './call.ts';
import { type Asked, channelOf, type InteractionExchange, personOf } from './exchange.ts';
import type { Request } from './interactions.ts';
import { changeMentions } from './mentions.ts';
import { pressOf } from './pressing.ts';
import { conversationOf, threadConversation } from './threads.ts';

/** What is to be done about what an interaction asks for. */
export function attentionOf(
  deps: Deps,
  asked: Asked,
  exchange: InteractionExchange,
  { wanted, ...what }: Request,
): Attention {
  switch (wanted.kind) {
    case 'call': {
      const { call, manner, own } = wanted;
      const question = askedFor(call);
      const work = async () =>
        carryOut(deps, exchange, {
          call,
          manner,
          asked: question,
          own: () => [own],
          ...(await conversationAt(asked, deps)),
        });
      return { ...what, question, manner, work };
    }
    case 'press': {
      if (asked.type !== InteractionType.MessageComponent) throw new Error('pressed without a message');
      const { manner, work } = pressOf(asked, wanted.button, exchange.look.words, deps.threads);
      return { ...what, manner, work: () => work(exchange) };
    }
    case 'mentions':
      return {
        ...what,
        manner: 'private',
        work: async () => {
          await exchange.edit(await changeMentions(wanted.change, deps.settings, exchange.look));
          return 'answered';
        },
      };
    case 'refusal':
      return {
        ...what,
        manner: 'private',
        opening: () => exchange.tellAtOnce(wanted.text),
        work: async () => wanted.outcome,
      };
  }
}

export function tooFast(
  exchange: InteractionExchange,
  { kind, name }: Pick<Request, 'kind' | 'name'>,
  waitMs: number,
): Attention {
  const text = exchange.look.words.discord.tooFast(Math.ceil(waitMs / 1000));
  return {
    kind,
    name,
    manner: 'private',
    opening: () => exchange.tellAtOnce(text),
    work: async () => 'too fast',
  };
}

/** One person’s in a channel; everybody’s in a thread of ours, which begins with what led to it. */
async function conversationAt(
  asked: Asked,
  { settings, newsroom }: Pick<Deps, 'settings' | 'newsroom'>,
): Promise<Pick<Wish, 'conversation' | 'continues'>> {
  const channel = channelOf(asked) ?? '';
  const server = asked.guild_id === undefined ? undefined : await settings.of(asked.guild_id);
  const thread = server?.threads.find(({ id }) => id === channel);
  return thread === undefined
    ? { conversation: conversationOf(channel, personOf(asked).id) }
    : threadConversation(thread, newsroom);
}
