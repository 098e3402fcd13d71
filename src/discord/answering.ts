import { randomUUID } from 'node:crypto';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type AnyCommand, UserError } from '../command.ts';
import type { Log } from '../log.ts';
import type { Newsroom } from '../newsroom.ts';
import { type PreparedCall, prepare, typedOptions } from './call.ts';
import { layOut } from './card.ts';
import { decodeCall } from './custom-id.ts';
import { type Asked, acknowledge, type Manner, show, tellPrivately, wasPrivate } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import { missingNote, missingPermissions, sayTooLate } from './places.ts';
import { PRIVATE_OPTION } from './slash.ts';

export interface Deps {
  readonly newsroom: Newsroom;
  readonly commands: readonly AnyCommand[];
  readonly log: Log;
}

const OLD_BUTTON = 'This button is from an older version. Please ask again.';
const OLD_COMMAND = 'This command has changed since your Discord learnt it. Please ask again in a minute.';

export async function answerCommand(deps: Deps, asked: ChatInputCommandInteraction): Promise<void> {
  const call = prepare(deps.commands, { command: asked.commandName, options: typedOptions(asked) });
  const manner = asked.options.getBoolean(PRIVATE_OPTION) === true ? 'private' : 'public';
  await answer(deps, asked, { name: asked.commandName, call, manner, otherwise: OLD_COMMAND });
}

export async function answerButton(deps: Deps, asked: ButtonInteraction): Promise<void> {
  const decoded = decodeCall(asked.customId);
  const call = decoded === undefined ? undefined : prepare(deps.commands, decoded);
  const following: Manner = wasPrivate(asked) ? 'private' : 'public';
  const manner = decoded?.inPlace === true ? 'in place' : following;
  await answer(deps, asked, { name: decoded?.command ?? '', call, manner, otherwise: OLD_BUTTON });
}

interface Asking {
  /** As asked for, for the log. */
  readonly name: string;
  readonly call: PreparedCall | undefined;
  readonly manner: Manner;
  /** Said when there is no such call. */
  readonly otherwise: string;
}

type Outcome =
  | 'answered'
  | 'not understood'
  | 'user error'
  | 'fault'
  | 'late'
  | 'gone'
  | 'expired'
  | 'forbidden'
  | 'undelivered';

/** One interaction from its acknowledgement to its log line, which holds nothing that a person wrote. */
async function answer(deps: Deps, asked: Asked, asking: Asking): Promise<void> {
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  let acknowledgedMs: number | undefined;
  const attempt = async (): Promise<Outcome> => {
    const { call, otherwise } = asking;
    const manner = call === undefined ? 'private' : asking.manner;
    await acknowledge(asked, manner);
    acknowledgedMs = elapsed();
    if (call === undefined) {
      await tellPrivately(asked, manner, otherwise);
      return 'not understood';
    }
    return carryOut(deps, asked, call, manner);
  };
  const outcome = await attempt().catch((error: unknown) => deliveryFailed(deps.log, asked, asking, error));
  deps.log.info('interaction', {
    kind: asked.isButton() ? 'button' : 'command',
    command: asking.name,
    acknowledgedMs,
    answeredMs: elapsed(),
    outcome,
  });
}

/** A person's mistake and a fault of ours are answers too. What Discord refuses is thrown. */
async function carryOut(
  { newsroom, log }: Deps,
  asked: Asked,
  { command, options }: PreparedCall,
  manner: Manner,
): Promise<Outcome> {
  const conversation = `${asked.channelId}:${asked.user.id}`;
  const apologise = async (error: unknown): Promise<Outcome> => {
    const reference = randomUUID().slice(0, 8);
    log.error('a command failed', { reference, command: command.name, error: forLog(error) });
    await tellPrivately(asked, manner, apology(reference));
    return 'fault';
  };
  let card: ReturnType<typeof layOut>;
  try {
    card = layOut(await command.run(newsroom, options, { conversation }));
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

/** Nothing that is tried here may fail louder than what led here. */
async function deliveryFailed(
  log: Log,
  asked: Asked,
  { name, manner }: Asking,
  error: unknown,
): Promise<Outcome> {
  const fields = { command: name, error: forLog(error) };
  const atLeast = (saying: Promise<void>): Promise<void> =>
    saying.catch((failure: unknown) => log.debug('nor could that be said', { error: forLog(failure) }));
  switch (faultOf(error)) {
    case 'late': {
      const ageMs = Date.now() - asked.createdTimestamp;
      log.warn('acknowledged too late: Discord had given up on the interaction', { command: name, ageMs });
      return 'late';
    }
    case 'gone':
      return 'gone';
    case 'expired':
      log.warn('answered too late: the interaction’s fifteen minutes were over', { command: name });
      if (manner === 'public') await atLeast(sayTooLate(asked));
      return 'expired';
    case 'forbidden': {
      const missing = missingPermissions(asked);
      log.warn('Discord forbade an answer', { ...fields, missing });
      if (asked.deferred) await atLeast(tellPrivately(asked, manner, missingNote(missing)));
      return 'forbidden';
    }
    case 'too many follow-ups':
      log.warn('part of an answer was not shown: Discord allows no more follow-ups', { command: name });
      return 'undelivered';
    default:
      log.error('an answer could not be delivered', fields);
      return 'undelivered';
  }
}
