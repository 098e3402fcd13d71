import { setTimeout as sleep } from 'node:timers/promises';
import { type APIInteraction, type GatewayMessageCreateDispatchData, InteractionType } from 'discord.js';
import { wordsFor } from '../words/locales.ts';
import { attend, type Deps } from './attending.ts';
import { attentionOf, tooFast } from './attentions.ts';
import { isWritten } from './chat.ts';
import { chatExchange } from './chat-exchange.ts';
import { answerMessage, type ChatDeps } from './chatting.ts';
import type { Cooldown } from './cooldown.ts';
import { type Asked, interactionExchange, type Respond } from './exchange.ts';
import { forLog } from './faults.ts';
import { isAsked, requestOf } from './interactions.ts';
import { createKnownLocales } from './known-locales.ts';
import { suggest } from './suggestions.ts';

/** For the last that is said to those who are left unanswered, in ms. */
const LEAVING_MS = 1_500;

/** Takes what Discord brings and sees to it that each is answered before the doors close. */
export interface Reception {
  /**
   * Resolves when it has been seen to, well or not; undefined for what is not offered, which nobody answers.
   * @param way over which the first answer goes; without it, by a request of ours.
   */
  receive(interaction: APIInteraction, way?: FirstWay): Promise<void> | undefined;
  receiveMessage(message: GatewayMessageCreateDispatchData): void;
  /** The number of those that wait for an answer. */
  waiting(): number;
  /** Takes nothing more. Resolves with the number of those still unanswered when time is up, who are told so. */
  close(deadlineMs: number): Promise<number>;
}

export interface FirstWay {
  readonly respond: Respond;
  /** Waits in ms, see `interactionExchange`. */
  readonly settlesAfter: readonly number[];
}

export interface ReceptionDeps extends Deps {
  /** Of one person, whatever they use. */
  readonly cooldown: Cooldown;
  /** Undefined where the bot reads no messages. */
  readonly chat?: ChatDeps;
}

export function openReception(deps: ReceptionDeps): Reception {
  const running = new Set<Promise<void>>();
  /** Says of what is still unanswered that we leave. */
  const leaving = new Set<() => Promise<void>>();
  const locales = createKnownLocales();
  let open = true;
  const keep = (handling: Promise<void>): Promise<void> => {
    const kept = handling
      .catch((error: unknown) => deps.log.error('an interaction failed', { error: forLog(error) }))
      .finally(() => running.delete(kept));
    running.add(kept);
    return kept;
  };

  const answer = async (asked: Asked, { respond, settlesAfter }: FirstWay): Promise<void> => {
    const words = wordsFor(asked.locale);
    const look = { words, style: deps.cards };
    const exchange = interactionExchange(asked, { wire: deps.wire, look, respond, settlesAfter });
    locales.remember(exchange.person, asked.locale);
    if (!open) return exchange.tellAtOnce(words.discord.restarting);
    const request = requestOf(asked, deps.commands, words);
    const waitMs = deps.cooldown.take(exchange.person);
    const attention =
      waitMs > 0 ? tooFast(exchange, request, waitMs) : attentionOf(deps, asked, exchange, request);
    const leave = (): Promise<void> => exchange.leave(attention.manner);
    leaving.add(leave);
    await attend(deps, exchange, attention).finally(() => leaving.delete(leave));
  };

  const heed = async (chat: ChatDeps, message: GatewayMessageCreateDispatchData): Promise<void> => {
    const look = { words: wordsFor(locales.of(message.author.id)), style: deps.cards };
    await answerMessage(deps, chat, message, chatExchange(deps.wire, message, look));
  };

  return {
    receive(interaction, way) {
      deps.turns.arrived();
      const { respond, settlesAfter } = way ?? {
        respond: (first) => deps.wire.acknowledge(interaction, first),
        settlesAfter: [],
      };
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        return keep(suggest(deps, interaction, respond));
      }
      if (isAsked(interaction)) return keep(answer(interaction, { respond, settlesAfter }));
      deps.log.debug('an interaction of a kind that is not offered', { type: interaction.type });
      return undefined;
    },
    receiveMessage(message) {
      const { chat } = deps;
      // Most of what is written concerns others: it is let go before anything is done about it.
      if (chat === undefined || !open || !isWritten(message)) return;
      void keep(heed(chat, message));
    },
    waiting: () => running.size,
    async close(deadlineMs) {
      open = false;
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      const done = async (): Promise<void> => {
        while (running.size > 0) await Promise.all(running);
      };
      await Promise.race([done(), deadline]);
      clearTimeout(timer);
      const told = Promise.allSettled([...leaving].map((leave) => leave()));
      await Promise.race([told, sleep(LEAVING_MS, undefined, { ref: false })]);
      return running.size;
    },
  };
}
