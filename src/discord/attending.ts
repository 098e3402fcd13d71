import type { AnyCommand } from '../command.ts';
import type { Log } from '../log.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Asked, acknowledge, type Manner, tellPrivately } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import { missingNote, missingPermissions, sayTooLate } from './places.ts';

export interface Deps {
  readonly newsroom: Newsroom;
  readonly commands: readonly AnyCommand[];
  readonly log: Log;
}

export type Outcome =
  | 'answered'
  /** By a button or a command from another version. */
  | 'not understood'
  /** By a mistake of the person's. */
  | 'user error'
  /** By a mistake of ours. */
  | 'fault'
  /** What follows was not answered. */
  | 'late'
  | 'gone'
  | 'expired'
  | 'forbidden'
  | 'undelivered';

export interface Attention {
  /** What was asked for, for the log. */
  readonly name: string;
  readonly manner: Manner;
  /** Once Discord knows that an answer is coming. What Discord refuses is thrown. */
  readonly work: () => Promise<Outcome>;
}

/** One interaction from its acknowledgement to its log line, which holds nothing that a person wrote. */
export async function attend(log: Log, asked: Asked, { name, manner, work }: Attention): Promise<void> {
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  let acknowledgedMs: number | undefined;
  let outcome: Outcome;
  try {
    await acknowledge(asked, manner);
    acknowledgedMs = elapsed();
    outcome = await work();
  } catch (error) {
    outcome = await undelivered(log, asked, { name, manner, error });
  }
  const kind = asked.isButton() ? 'button' : 'command';
  log.info('interaction', { kind, command: name, acknowledgedMs, answeredMs: elapsed(), outcome });
}

/** Nothing that is tried here may fail louder than what led here. */
async function undelivered(
  log: Log,
  asked: Asked,
  { name, manner, error }: { readonly name: string; readonly manner: Manner; readonly error: unknown },
): Promise<Outcome> {
  const fields = { command: name, error: forLog(error) };
  const tryTo = (saying: Promise<void>): Promise<void> =>
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
      if (manner === 'public') await tryTo(sayTooLate(asked));
      return 'expired';
    case 'forbidden': {
      const missing = missingPermissions(asked);
      log.warn('Discord forbade an answer', { ...fields, missing });
      if (asked.deferred) await tryTo(tellPrivately(asked, manner, missingNote(missing)));
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
