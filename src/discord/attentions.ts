import { InteractionType } from 'discord.js';
import { isForOperators } from '../command.ts';
import { carryOut, type Wish } from './answering.ts';
import type { Attention, Deps, Outcome } from './attending.ts';
import { askedFor } from './call.ts';
import { questionLine } from './card.ts';
import { type Asked, channelOf, type InteractionExchange, type Manner, personOf } from './exchange.ts';
import type { Request } from './interactions.ts';
import { changeMentions } from './mentions.ts';
import { questionAbove } from './message-text.ts';
import { isOperator } from './operators.ts';
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
          above: manner === 'in place' ? questionOver(asked) : questionLine(question),
          own: () => own,
          ...(isOperator(asked, call, deps) && { operator: true }),
          ...(await conversationAt(asked, manner, deps)),
        });
      // What operators type is no question, and an address may hold a key: it stays out of every log.
      return { ...what, ...(!isForOperators(call.command) && { question }), manner, work };
    }
    case 'press': {
      if (asked.type !== InteractionType.MessageComponent) throw new Error('pressed without a message');
      const { manner, work } = pressOf(asked, wanted.button, exchange.look.words, deps.threads);
      return { ...what, manner, work: () => work(exchange) };
    }
    case 'mentions':
      if (deps.calledBy() === undefined)
        return refusal(exchange, what, exchange.look.words.discord.oldCommand);
      return {
        ...what,
        manner: 'private',
        work: async () => {
          await exchange.edit(await changeMentions(wanted.change, deps.settings, exchange.look));
          return 'answered';
        },
      };
    case 'refusal':
      return refusal(exchange, what, wanted.text, wanted.outcome);
  }
}

const refusal = (
  exchange: InteractionExchange,
  what: Pick<Request, 'kind' | 'name'>,
  text: string,
  outcome: Outcome = 'not understood',
): Attention => ({
  ...what,
  manner: 'private',
  opening: () => exchange.tellAtOnce(text),
  work: async () => outcome,
});

export function tooFast(
  exchange: InteractionExchange,
  { kind, name }: Pick<Request, 'kind' | 'name'>,
  waitMs: number,
): Attention {
  const text = exchange.look.words.discord.tooFast(Math.ceil(waitMs / 1000));
  return refusal(exchange, { kind, name }, text, 'too fast');
}

/** The question that stands above an answer stays there when the answer is exchanged. */
const questionOver = (asked: Asked): string | undefined =>
  asked.type === InteractionType.MessageComponent ? questionAbove(asked.message) : undefined;

/** One person’s in a channel; everybody’s in a thread of ours, which begins with what led to it. */
async function conversationAt(
  asked: Asked,
  manner: Manner,
  { settings, desk }: Pick<Deps, 'settings' | 'desk'>,
): Promise<Pick<Wish, 'conversation' | 'continues'>> {
  const channel = channelOf(asked) ?? '';
  const own = conversationOf(channel, personOf(asked).id);
  // What was asked in private must not show in what all see; the other way round it may.
  if (manner === 'private') {
    const alone = `${own}:private`;
    const isLater = desk.lastAsked(own) > desk.lastAsked(alone);
    return { conversation: alone, ...(isLater && { continues: own }) };
  }
  const server = asked.guild_id === undefined ? undefined : await settings.of(asked.guild_id);
  const thread = server?.threads.find(({ id }) => id === channel);
  return thread === undefined ? { conversation: own } : threadConversation(thread, desk);
}
