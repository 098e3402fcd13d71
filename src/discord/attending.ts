import type { AnyCommand } from '../command.ts';
import type { CorpusServers } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { NewsDesk } from '../news-desk.ts';
import type { Exchange, Manner } from './exchange.ts';
import { faultOf, forLog } from './faults.ts';
import type { CardStyle } from './message-body.ts';
import type { ServerSettingsStore } from './server-settings.ts';
import type { Threads } from './threads.ts';
import type { Turns } from './turns.ts';
import type { Wire } from './wire.ts';

export interface Deps {
  readonly desk: NewsDesk;
  readonly commands: readonly AnyCommand[];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly wire: Wire;
  readonly settings: ServerSettingsStore;
  readonly threads: Threads;
  /** The name by which people mention the bot; undefined where it reads no messages. */
  readonly calledBy: () => string | undefined;
  /** Of new messages. */
  readonly cards: CardStyle;
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean;
  /** The servers from which the articles may be changed. */
  readonly corpusServers: CorpusServers;
  readonly turns: Turns;
  /** Told of whatever was answered. */
  readonly done: () => void;
}

export type Outcome =
  | 'answered'
  /** By a button or a command from another version. */
  | 'not understood'
  /** By a mistake of the person's. */
  | 'user error'
  /** By being asked to wait. */
  | 'too fast'
  /** By a mistake of ours. */
  | 'fault'
  /** What follows was not answered. */
  | 'late'
  | 'gone'
  | 'expired'
  | 'forbidden'
  | 'undelivered';

export type Kind = 'command' | 'menu' | 'button' | 'message';

export interface Attention {
  readonly kind: Kind;
  /** What was asked for, for the log. */
  readonly name: string;
  /** In a person’s own words; kept out of the log unless the operator wants it there. */
  readonly question?: string;
  readonly manner: Manner;
  /** Instead of the acknowledgement. */
  readonly opening?: () => Promise<void>;
  /** Once Discord knows that an answer is coming. What Discord refuses is thrown. */
  readonly work: () => Promise<Outcome>;
}

type Voices = Pick<Deps, 'log' | 'metrics' | 'logQuestions' | 'done'>;

/** What came of something that was asked: one line in the log, without a person’s words, and in the metrics. */
function keepRecord(
  { log, metrics, logQuestions, done }: Voices,
  { kind, name, question }: Pick<Attention, 'kind' | 'name' | 'question'>,
  result: { readonly acknowledgedMs?: number; readonly answeredMs: number; readonly outcome: Outcome },
): void {
  const asked = logQuestions && question !== undefined ? { question } : {};
  log.info('interaction', { kind, command: name, ...result, ...asked });
  metrics.interaction({ kind, command: name, ...result });
  done();
}

/** One thing that was asked, from its acknowledgement to its line in the log. */
export async function attend(voices: Voices, exchange: Exchange, attention: Attention): Promise<void> {
  const started = performance.now();
  const elapsed = (): number => Math.round((performance.now() - started) * 10) / 10;
  let acknowledgedMs: number | undefined;
  let outcome: Outcome;
  try {
    await (attention.opening?.() ?? exchange.acknowledge(attention.manner));
    acknowledgedMs = elapsed();
    outcome = await attention.work();
  } catch (error) {
    outcome = await undelivered(voices.log, exchange, { ...attention, error });
  }
  keepRecord(voices, attention, {
    ...(acknowledgedMs !== undefined && { acknowledgedMs }),
    answeredMs: elapsed(),
    outcome,
  });
}

/** Nothing that is tried here may fail louder than what led here. */
async function undelivered(
  log: Log,
  exchange: Exchange,
  { name, manner, error }: Pick<Attention, 'name' | 'manner'> & { readonly error: unknown },
): Promise<Outcome> {
  const fields = { command: name, error: forLog(error) };
  const tryTo = (saying: Promise<void>): Promise<void> =>
    saying.catch((failure: unknown) => log.debug('nor could that be said', { error: forLog(failure) }));
  switch (faultOf(error)) {
    case 'late': {
      const ageMs = Date.now() - exchange.askedAtMs;
      log.warn('acknowledged too late: Discord had given up on the interaction', { command: name, ageMs });
      return 'late';
    }
    case 'gone':
      return 'gone';
    case 'expired':
      log.warn('answered too late: the interaction’s fifteen minutes were over', { command: name });
      if (manner === 'public') await tryTo(exchange.sayTooLate());
      return 'expired';
    case 'forbidden': {
      const { missing, look } = exchange;
      log.warn('Discord forbade an answer', { ...fields, missing });
      if (exchange.isAcknowledged())
        await tryTo(exchange.tell(manner, look.words.discord.forbidden(missing)));
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
