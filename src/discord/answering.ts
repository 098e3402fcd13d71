import { randomUUID } from 'node:crypto';
import { UserError } from '../command.ts';
import type { Reply } from '../reply.ts';
import type { Deps, Outcome } from './attending.ts';
import type { PreparedCall } from './call.ts';
import { layOut } from './card.ts';
import type { Exchange, Manner } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import type { OwnButton } from './own-buttons.ts';

/** A command to run, and for whom. */
export interface Wish {
  readonly call: PreparedCall;
  readonly manner: Manner;
  readonly conversation: string;
  readonly continues?: string;
  /** Shown above the answer; left out where people can see what was asked. */
  readonly asked?: string;
  /** Discord’s own buttons below the answer. */
  readonly own: (reply: Reply) => readonly OwnButton[];
}

/** A person's mistake and a fault of ours are answers too. What Discord refuses is thrown. */
export async function carryOut(deps: Deps, exchange: Exchange, wish: Wish): Promise<Outcome> {
  const { newsroom, log, turns } = deps;
  const { call, manner, conversation, continues, asked, own } = wish;
  const { command, options } = call;
  const { words } = exchange.look;
  const apologise = async (error: unknown): Promise<Outcome> => {
    const reference = randomUUID().slice(0, 8);
    log.error('a command failed', { reference, command: command.name, error: forLog(error) });
    await exchange.tell(manner, words.discord.apology(reference));
    return 'fault';
  };
  const context = { conversation, words, ...(continues !== undefined && { continues }) };
  let card: ReturnType<typeof layOut>;
  try {
    await turns.turn();
    const reply = await command.run(newsroom, options, context);
    card = layOut(reply, { ...exchange.lookFor(manner), asked, own: own(reply) });
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
