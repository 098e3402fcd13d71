import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** In PATH, by any of its names; undefined where there is none. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

type Fields = Readonly<Record<string, unknown>>;

/** One tab without a window, spoken to over a pipe. https://chromedevtools.github.io/devtools-protocol/ */
export interface Tab {
  /** Shows the page at this width; resolves when it has been laid out. CSS pixels; `scale`: pixels for each. */
  show(url: string, width: number, scale?: number): Promise<void>;
  /** Makes the window as high as the page, for taking pictures of any part of it. */
  unroll(): Promise<void>;
  /** The value of an expression; it must be plain data. */
  evaluate<T>(expression: string): Promise<T>;
  /** PNG. */
  picture(clip: Clip): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--no-first-run',
];

export async function openTab(path: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'looks-'));
  const child = spawn(
    path,
    [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  const waiting = new Map<number, { resolve: (value: Fields) => void; reject: (error: Error) => void }>();
  const listening = new Map<string, () => void>();
  let hasEnded = false;
  // A broken pipe is told by the end of what was at its other end.
  (child.stdio[3] as Writable).on('error', () => undefined);
  void ended.then(() => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(new Error('Chromium has ended.'));
  });
  let partial = '';
  (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
    const frames = (partial + text).split('\0');
    partial = frames.pop() ?? '';
    for (const frame of frames) {
      const { id, method, result, error } = JSON.parse(frame);
      if (id === undefined) listening.get(method)?.();
      else if (error === undefined) waiting.get(id)?.resolve(result);
      else waiting.get(id)?.reject(new Error(`${error.message}`));
      waiting.delete(id);
    }
  });
  let last = 0;
  let session: string | undefined;
  const send = (method: string, params: Fields = {}): Promise<Fields> =>
    new Promise((resolve, reject) => {
      if (hasEnded) return reject(new Error('Chromium has ended.'));
      last += 1;
      waiting.set(last, { resolve, reject });
      const frame = { id: last, method, params, ...(session !== undefined && { sessionId: session }) };
      (child.stdio[3] as Writable).write(`${JSON.stringify(frame)}\0`);
    });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  session = (await send('Target.attachToTarget', { targetId, flatten: true })).sessionId as string;
  await send('Page.enable');
  let size = { width: 0, height: 0, deviceScaleFactor: 1, mobile: false };
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value: T }).value;
  };
  return {
    async unroll() {
      const height = await evaluate<number>('document.documentElement.scrollHeight');
      await send('Emulation.setDeviceMetricsOverride', { ...size, height });
    },
    async show(url, width, scale = 1) {
      size = { width, height: 800, deviceScaleFactor: scale, mobile: false };
      await send('Emulation.setDeviceMetricsOverride', size);
      const loaded = new Promise<void>((resolve) => listening.set('Page.loadEventFired', resolve));
      await send('Page.navigate', { url });
      await loaded;
    },
    evaluate,
    async picture(clip) {
      const { data } = await send('Page.captureScreenshot', {
        clip: { ...clip, scale: 1 },
        optimizeForSpeed: false,
      });
      return Buffer.from(data as string, 'base64');
    },
    async close() {
      session = undefined;
      await send('Browser.close').catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
