import { randomUUID } from 'node:crypto';
import { UserError } from '../command.ts';
import type { Reply } from '../reply.ts';
import { languageOf } from '../words/locales.ts';
import type { Words } from '../words/words.ts';
import type { Deps, Outcome } from './attending.ts';
import type { PreparedCall } from './call.ts';
import { layOut } from './card.ts';
import type { Exchange, Manner } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import type { OwnButton } from './own-buttons.ts';
import { createTelling } from './telling.ts';

/** A command to run, and for whom. */
export interface Wish {
  readonly call: PreparedCall;
  readonly manner: Manner;
  readonly conversation: string;
  readonly continues?: string;
  /** What was asked, as a line above the answer; left out where people can see it anyway. */
  readonly above?: string | undefined;
  /** Whoever asks may change the articles. */
  readonly operator?: boolean;
  /** Discord’s own buttons below the answer. */
  readonly own: (reply: Reply) => readonly OwnButton[];
}

/** How to ask without a command is Discord’s to tell: help ends with it. */
function withMention(reply: Reply, { call }: Wish, { calledBy }: Deps, words: Words): Reply {
  const name = calledBy();
  if (call.command.name !== 'help' || name === undefined) return reply;
  return {
    ...reply,
    blocks: [...reply.blocks, { kind: 'note', tone: 'plain', text: words.discord.askMe(name) }],
  };
}

/** A person's mistake and a fault of ours are answers too. What Discord refuses is thrown. */
export async function carryOut(deps: Deps, exchange: Exchange, wish: Wish): Promise<Outcome> {
  const { desk, log, turns } = deps;
  const { call, manner, conversation, continues, above, operator, own } = wish;
  const { command, options } = call;
  const { words } = exchange.look;
  const apologise = async (error: unknown): Promise<Outcome> => {
    const reference = randomUUID().slice(0, 8);
    log.error('a command failed', { reference, command: command.name, error: forLog(error) });
    await exchange.tell(manner, words.discord.apology(reference));
    return 'fault';
  };
  const asked = {
    command: command.name,
    options,
    conversation,
    language: languageOf(words),
    ...(continues !== undefined && { continues }),
    ...(operator === true && { operator }),
  };
  // What is seen by others would be taken away again and again.
  const telling = manner === 'private' ? createTelling((text) => exchange.tell(manner, text)) : undefined;
  let card: ReturnType<typeof layOut>;
  try {
    await turns.turn();
    const answer = await desk.run(asked, telling?.say).finally(() => telling?.end());
    const { changes = [] } = answer;
    if (changes.length > 0)
      log.info('articles changed', { command: command.name, by: exchange.person, changes });
    const reply = withMention(answer, wish, deps, words);
    card = layOut(reply, { ...exchange.lookFor(manner), above, own: own(reply) });
  } catch (error) {
    if (!(error instanceof UserError)) return apologise(error);
    await exchange.tell(manner, error.message);
    return 'user error';
  }
  for (const { label } of card.leftOut) {
    log.warn('a button was left out: it does not fit', { command: command.name, label });
  }
  try {
    await exchange.show(manner, card);
    return 'answered';
  } catch (error) {
    if (faultOf(error) !== 'rejected') throw error;
    return apologise(error);
  }
}
