import { describe, expect, onTestFinished, test } from 'vitest';
import { openDeskThread } from '../../src/desk/host.ts';
import type { DeskCall } from '../../src/news-desk.ts';

/* Threads that do what the newsroom's own should never do. */

const OPEN = `parentPort.postMessage({ kind: 'open', articles: 3, problems: [] });`;

async function deskOver(source: string) {
  const failures: Error[] = [];
  const entry = new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${source}`)}`,
  );
  const { desk } = await openDeskThread({
    entry,
    told: () => undefined,
    failed: (error) => void failures.push(error),
  });
  onTestFinished(() => desk.close());
  return { desk, failures };
}

const CALL: DeskCall = { command: 'articles', options: {}, conversation: 'somebody', language: 'en' };

describe('a newsroom’s thread that ends', () => {
  test('by an error is told of once, to everybody who waits and to everybody who comes later', async () => {
    const { desk, failures } = await deskOver(
      `${OPEN} parentPort.on('message', () => { throw new Error('no paper left'); });`,
    );
    const asked = [desk.run(CALL), desk.suggest('article', 'f'), desk.readAhead()];
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: 'rejected', reason: { message: 'no paper left' } });
    await expect(desk.run(CALL)).rejects.toThrow('no paper left');
    expect(failures.map(({ message }) => message)).toEqual(['no paper left']);
  });

  test('without a word is told of, too', async () => {
    const { desk, failures } = await deskOver(`${OPEN} parentPort.on('message', () => process.exit(0));`);
    await expect(desk.run(CALL)).rejects.toThrow(/thread has ended/);
    expect(failures).toHaveLength(1);
  });

  test('before it is open keeps nobody waiting', async () => {
    await expect(deskOver('parentPort.unref();')).rejects.toThrow(/thread has ended/);
    await expect(deskOver(`throw new Error('no ink');`)).rejects.toThrow('no ink');
  });

  test('because it was told to is no failure, however it ends', async () => {
    const { desk, failures } = await deskOver(
      `${OPEN} parentPort.on('message', () => { throw new Error('not so fast'); });`,
    );
    await desk.close();
    await expect(desk.run(CALL)).rejects.toThrow('not so fast');
    expect(failures).toEqual([]);
  });

  test('rejects what is under way when it is closed', async () => {
    const { desk, failures } = await deskOver(
      `${OPEN} parentPort.on('message', ({ kind, id }) => {
        if (kind === 'close') parentPort.postMessage({ kind: 'answer', id, outcome: { kind: 'done' } });
      });`,
    );
    const asked = desk.run(CALL).catch((error: unknown) => error);
    await desk.close();
    expect(await asked).toBeInstanceOf(Error);
    expect(failures).toEqual([]);
  });
});
