import { randomUUID } from 'node:crypto';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { UserError } from '../command.ts';
import { attend, type Deps, type Outcome } from './attending.ts';
import { type PreparedCall, prepare, typedOptions } from './call.ts';
import { type Card, layOut } from './card.ts';
import { decodeCall } from './custom-id.ts';
import { type Asked, type Manner, show, tellPrivately, wasPrivate } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import { ownButton } from './own-buttons.ts';
import { press } from './pressing.ts';
import { PRIVATE_OPTION } from './slash.ts';

const OLD_BUTTON = 'This button is from an older version. Please ask again.';
const OLD_COMMAND = 'This command has changed since your Discord learnt it. Please ask again in a minute.';

export async function answerCommand(deps: Deps, asked: ChatInputCommandInteraction): Promise<void> {
  const name = asked.commandName;
  const call = prepare(deps.commands, { command: name, options: typedOptions(asked) });
  if (call === undefined) return notUnderstood(deps, asked, name, OLD_COMMAND);
  const manner = asked.options.getBoolean(PRIVATE_OPTION) === true ? 'private' : 'public';
  await attend(deps.log, asked, { name, manner, work: () => carryOut(deps, asked, call, manner) });
}

export async function answerButton(deps: Deps, asked: ButtonInteraction): Promise<void> {
  const own = ownButton(asked.customId);
  if (own !== undefined) return press(deps, asked, own);
  const decoded = decodeCall(asked.customId);
  const call = decoded === undefined ? undefined : prepare(deps.commands, decoded);
  if (decoded === undefined || call === undefined) {
    return notUnderstood(deps, asked, decoded?.command ?? '', OLD_BUTTON);
  }
  const manner = decoded.inPlace ? 'in place' : wasPrivate(asked) ? 'private' : 'public';
  const name = decoded.command;
  await attend(deps.log, asked, { name, manner, work: () => carryOut(deps, asked, call, manner) });
}

const notUnderstood = (deps: Deps, asked: Asked, name: string, text: string): Promise<void> =>
  attend(deps.log, asked, {
    name,
    manner: 'private',
    work: async () => {
      await tellPrivately(asked, 'private', text);
      return 'not understood';
    },
  });

/** A person's mistake and a fault of ours are answers too. What Discord refuses is thrown. */
async function carryOut(
  { newsroom, log }: Deps,
  asked: Asked,
  { command, options }: PreparedCall,
  manner: Manner,
): Promise<Outcome> {
  const apologise = async (error: unknown): Promise<Outcome> => {
    const reference = randomUUID().slice(0, 8);
    log.error('a command failed', { reference, command: command.name, error: forLog(error) });
    await tellPrivately(asked, manner, apology(reference));
    return 'fault';
  };
  let card: Card;
  try {
    const conversation = `${asked.channelId}:${asked.user.id}`;
    const seenBy = manner === 'private' || wasPrivate(asked) ? 'asker' : 'everyone';
    card = layOut(await command.run(newsroom, options, { conversation }), seenBy);
  } catch (error) {
    if (!(error instanceof UserError)) return apologise(error);
    await tellPrivately(asked, manner, error.message);
    return 'user error';
  }
  for (const { label } of card.leftOut) {
    log.warn('a button was left out: it does not fit', { command: command.name, label });
  }
  try {
    await show(asked, manner, card);
    return 'answered';
  } catch (error) {
    if (faultOf(error) !== 'rejected') throw error;
    return apologise(error);
  }
}

const apology = (reference: string): string =>
  `Sorry, something broke on our side; it was not your question. The reference for it is ${reference}.`;
