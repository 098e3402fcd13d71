import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { errorOf, whatWentWrong } from '../../src/desk/faults.ts';

/** From one thread to the other. */
const sent = (thrown: unknown): Error => errorOf(structuredClone(whatWentWrong(thrown)));

describe('what was thrown in the newsroom’s thread', () => {
  test('is a person’s mistake on the other side where it was one', () => {
    expect(sent(new UserError('Which article?'))).toBeInstanceOf(UserError);
    expect(sent(new UserError('Which article?')).message).toBe('Which article?');
    expect(sent(new TypeError('oops'))).not.toBeInstanceOf(UserError);
  });

  test('says there what the log needs: what it was, and where', () => {
    const thrown = new TypeError('oops');
    expect(sent(thrown).message).toBe('oops');
    expect(sent(thrown).stack).toBe(thrown.stack);
    expect(sent('just words').message).toBe('just words');
  });

  test('arrives although what it holds cannot be sent, or would arrive as no error', () => {
    expect(sent(new Error('oops', { cause: () => 1 })).message).toBe('oops');
    const timeout = sent(new DOMException('it took too long', 'TimeoutError'));
    expect(timeout).toBeInstanceOf(Error);
    expect(timeout.message).toBe('it took too long');
  });
});
