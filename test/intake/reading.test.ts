import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readManuscript } from '../../src/intake/read-manuscript.ts';
import { openReader } from '../../src/intake/reading.ts';
import { folderFor, story } from './newsagent.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A worker that does what its manuscript's `id` says. */
const UNRULY = `
const { parentPort, threadId } = require('node:worker_threads');
const pause = new Int32Array(new SharedArrayBuffer(4));
parentPort.on('message', ({ id }) => {
  if (id === 'hang') for (;;);
  if (id === 'grow') { const all = []; for (;;) all.push(new Array(1000).fill({})); }
  if (id === 'swell') for (const all = [];;) { all.push(Buffer.alloc(1e6, 1)); Atomics.wait(pause, 0, 0, 1); }
  if (id === 'end') process.exit(0);
  if (id === 'fail') throw new Error('torn');
  if (id === 'token') return parentPort.postMessage({ kind: 'unreadable', why: String(process.env.HOME) });
  parentPort.postMessage({ kind: 'unreadable', why: 'read by ' + threadId });
});`;

async function unrulyReader() {
  const folder = await folderFor({ 'unruly.cjs': UNRULY });
  const reader = openReader({
    worker: join(folder, 'unruly.cjs'),
    limits: { time: 2_000, memory: 16, growth: 128 },
  });
  onTestFinished(() => reader.close());
  return (id: string) => reader.read({ format: 'Markdown', id, bytes: bytes('') });
}

describe('what cannot be read', () => {
  const read = (html: string | Uint8Array) =>
    readManuscript({ format: 'a web page', id: 'x', bytes: typeof html === 'string' ? bytes(html) : html });

  it('is told by a word where it is behind a paywall, or in a script', async () => {
    const stub = await readFile(new URL('../news/parse/pages/paywall-stub.html', import.meta.url));
    expect(await read(stub)).toMatchObject({ kind: 'unreadable', code: 'paywall' });
    const script =
      '<html><body><div id="root"></div><noscript>You need to enable JavaScript.</noscript></body></html>';
    expect(await read(script)).toMatchObject({ kind: 'unreadable', code: 'needs-script' });
  });
});

describe('reading what comes from strangers', () => {
  it('reads an article in another thread', async () => {
    const reader = openReader();
    onTestFinished(() => reader.close());
    expect(await reader.read({ format: 'Markdown', id: 'ferry', bytes: bytes(story()) })).toMatchObject({
      kind: 'article',
      article: { id: 'ferry', headline: 'Ferry number 1 sinks in Grey Harbour' },
    });
  });

  it('says why something is no article, with the line', async () => {
    const reader = openReader();
    onTestFinished(() => reader.close());
    const reading = await reader.read({ format: 'JSON', id: 'a', bytes: bytes('{\n"headline": }') });
    expect(reading).toMatchObject({
      kind: 'unreadable',
      why: expect.stringMatching(/^line 2: expected JSON/),
    });
  });

  it.each([
    ['hang', /^expected a file that is read in 2 s, got one that takes longer/],
    ['grow', /^expected a file that is read in 16 MB of memory, got one that takes more/],
    ['swell', /^expected a file that is read in 128 MB of memory, got one that takes more/],
    ['end', /^could not be read \(its thread ended\)/],
    ['fail', /^could not be read \(torn\)/],
  ])('outlives a file on which its thread will %s', async (what, why) => {
    const read = await unrulyReader();
    const [bad, good] = await Promise.all([read(what), read('well')]);
    expect(bad).toEqual({ kind: 'unreadable', why: expect.stringMatching(why), mayPass: true });
    expect(good).toEqual({ kind: 'unreadable', why: expect.stringMatching(/^read by \d+$/) });
  });

  it('keeps one thread for many files', async () => {
    const read = await unrulyReader();
    const readings = await Promise.all(['a', 'b', 'c'].map(read));
    expect(new Set(readings.map((reading) => JSON.stringify(reading))).size).toBe(1);
  });

  it('ends what is under way when it is closed, and reads nothing afterwards', async () => {
    const folder = await folderFor({ 'unruly.cjs': UNRULY });
    const reader = openReader({ worker: join(folder, 'unruly.cjs') });
    const read = (id: string) => reader.read({ format: 'Markdown', id, bytes: bytes('') });
    const readings = [read('hang'), read('well')];
    await reader.close();
    expect(await Promise.all([...readings, read('later')])).toMatchObject(
      Array(3).fill({ kind: 'unreadable' }),
    );
  });

  it('lets its thread see no environment variable', async () => {
    const read = await unrulyReader();
    expect(await read('token')).toEqual({ kind: 'unreadable', why: 'undefined' });
  });

  it('takes an answer that has come in time, though nobody has listened meanwhile', async () => {
    const read = await unrulyReader();
    await read('first');
    const reading = read('second');
    // Timers come next in the event loop, before messages.
    await new Promise<void>((resolve) =>
      setImmediate(() => {
        const until = performance.now() + 2_500;
        while (performance.now() < until);
        resolve();
      }),
    );
    expect(await reading).toMatchObject({ why: expect.stringMatching(/^read by/) });
  });

  it('reads on while the system does not say how much memory there is', async () => {
    const read = await unrulyReader();
    const rss = vi.spyOn(process.memoryUsage, 'rss').mockImplementation(() => {
      throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
    });
    onTestFinished(() => rss.mockRestore());
    for (const id of ['first', 'second'])
      expect(await read(id)).toMatchObject({ why: expect.stringMatching(/^read by/) });
  });
});
