import { UserError } from '../command.ts';
import type { Outcome } from './messages.ts';

/**
 * What was thrown, so that it can be sent to another thread. A fault keeps what the log says of it and nothing else: its
 * cause may be what cannot be sent at all, and an `AbortError` would arrive as no error.
 */
export function whatWentWrong(thrown: unknown): Outcome {
  if (thrown instanceof UserError) return { kind: 'mistake', message: thrown.message };
  const { message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return { kind: 'fault', error };
}

/** What came instead of what was asked for, to be thrown here. */
export function errorOf(outcome: Outcome): Error {
  if (outcome.kind === 'mistake') return new UserError(outcome.message);
  return outcome.kind === 'fault'
    ? outcome.error
    : new Error(`the newsroom’s thread answered with ${outcome.kind}`);
}
