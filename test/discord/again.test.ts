import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { again, settling } from '../../src/discord/again.ts';

const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const failed = new HTTPError(502, 'Bad Gateway', 'POST', 'https://discord.example', {});
const answered = (code: number, status = 404) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', 'https://discord.example', {});

/** Fails with these, one after another, then succeeds. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  const request = async (): Promise<string> => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
  return { request, left };
}

describe('a request that may arrive twice', () => {
  test('is made again where Discord failed or the connection broke', async () => {
    const { request } = failing(lost, failed, lost);
    expect(await again(request, { waits: [0, 0, 0] })).toBe('done');
  });
  test('is given up with the last failure', async () => {
    const { request, left } = failing(lost, lost, failed, lost);
    await expect(again(request, { waits: [0, 0] })).rejects.toBe(failed);
    expect(left).toHaveLength(1);
  });
  test('is not made again where Discord refused it', async () => {
    const { request, left } = failing(answered(50013, 403), lost);
    await expect(again(request, { waits: [0, 0] })).rejects.toMatchObject({ code: 50013 });
    expect(left).toHaveLength(1);
  });
  test('is not made again when nobody waits for it any more', async () => {
    const { request, left } = failing(lost, lost);
    await expect(again(request, { waits: [0, 0], until: performance.now() - 1 })).rejects.toBe(lost);
    expect(left).toHaveLength(1);
  });
});

describe('a request that may overtake our own answer', () => {
  test('is made again until Discord knows what it is about; those after it are not', async () => {
    const settled = settling([0, 0]);
    expect(await settled(failing(answered(10015), answered(10015)).request)).toBe('done');
    await expect(settled(failing(answered(10015)).request)).rejects.toMatchObject({ code: 10015 });
  });
});
