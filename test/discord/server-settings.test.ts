import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openServerSettings, type ServerSettings } from '../../src/discord/server-settings.ts';
import { type Log, silentLog } from '../../src/log.ts';

const SERVER = '123456789012345678';
const OTHER = '876543210987654321';
const DEFAULTS: ServerSettings = { mentions: { answered: true, except: [] }, threads: [] };

let dir: string;
let folder: string;
let log: Log;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verbatim-settings-'));
  folder = join(dir, 'servers');
  log = { ...silentLog, warn: vi.fn(), error: vi.fn() };
});
afterEach(() => rm(dir, { recursive: true }));

const fileOf = (server: string): string => join(folder, `${server}.json`);
const open = (most?: number) => openServerSettings(dir, log, most === undefined ? {} : { most });
const muted = (old: ServerSettings): ServerSettings => ({
  ...old,
  mentions: { ...old.mentions, answered: false },
});
const withThread =
  (id: string) =>
  (old: ServerSettings): ServerSettings => ({
    ...old,
    threads: [...old.threads, { id, continues: `of ${id}` }],
  });

async function laidDown(text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(fileOf(SERVER), text);
}

describe('a server’s settings', () => {
  test('are the defaults at first, and leave no file', async () => {
    expect(await open().of(SERVER)).toEqual(DEFAULTS);
    expect(await readdir(dir)).toEqual([]);
  });

  test('outlive a restart once they are changed, each server’s own', async () => {
    const settings = open();
    const changed = await settings.change(SERVER, (old) => withThread('1')(muted(old)));
    expect(changed).toEqual({
      mentions: { answered: false, except: [] },
      threads: [{ id: '1', continues: 'of 1' }],
    });
    expect(await settings.of(SERVER)).toEqual(changed);
    expect(await open().of(SERVER)).toEqual(changed);
    expect(await open().of(OTHER)).toEqual(DEFAULTS);
    expect(await readdir(folder)).toEqual([`${SERVER}.json`]);
    expect(log.warn).not.toHaveBeenCalled();
  });

  test('that are changed by many at once lose no change, neither in memory nor in the file', async () => {
    const settings = open();
    const ids = Array.from({ length: 50 }, (_, i) => String(i));
    await Promise.all(ids.map((id) => settings.change(SERVER, withThread(id))));
    for (const { threads } of [await settings.of(SERVER), await open().of(SERVER)])
      expect(threads.map(({ id }) => id)).toEqual(ids);
  });

  test('are written only where something changed', async () => {
    expect(await open().change(SERVER, (old) => old)).toEqual(DEFAULTS);
    expect(await readdir(dir)).toEqual([]);
  });

  test('stay as they are when a change throws; later changes are made', async () => {
    const settings = open();
    const failing = settings.change(SERVER, () => {
      throw new Error('no');
    });
    const later = settings.change(SERVER, withThread('1'));
    await expect(failing).rejects.toThrow('no');
    expect((await later).threads).toHaveLength(1);
  });

  test('are read from the file once', async () => {
    const settings = open();
    await settings.of(SERVER);
    await laidDown('{"mentions":{"answered":false}}');
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
    expect((await open().of(SERVER)).mentions.answered).toBe(false);
  });

  test('keep the newest 200 threads and 100 exceptions', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => String(i));
    const settings = open();
    const { mentions, threads } = await settings.change(SERVER, () => ({
      mentions: { answered: true, except: many(101) },
      threads: many(205).map((id) => ({ id, continues: '' })),
    }));
    expect([mentions.except.length, mentions.except.at(-1)]).toEqual([100, '100']);
    expect([threads.length, threads[0]?.id]).toEqual([200, '5']);
    expect(await open().of(SERVER)).toEqual({ mentions, threads });
  });

  test.each(['', '1', '../../123456789012345678', `${SERVER}/x`, '1'.repeat(21), `${SERVER}\n`])(
    'exist for servers only, not for %j',
    async (id) => {
      await expect(open().of(id)).rejects.toThrow(/expected a server id of 17 to 20 digits/);
      await expect(open().change(id, muted)).rejects.toThrow(/17 to 20 digits/);
      expect(await readdir(dir)).toEqual([]);
    },
  );
});

describe('memory', () => {
  test('lets go of the server that was used longest ago, whose file is read again', async () => {
    const settings = open(2);
    const third = '111111111111111111';
    await settings.of(SERVER);
    await settings.of(OTHER);
    await settings.of(SERVER);
    await settings.of(third); // OTHER goes
    await laidDown('{"mentions":{"answered":false}}');
    await writeFile(fileOf(OTHER), '{"mentions":{"answered":false}}');
    expect((await settings.of(SERVER)).mentions.answered).toBe(true);
    expect((await settings.of(OTHER)).mentions.answered).toBe(false);
  });

  test('lets go of nobody while there is room', async () => {
    const settings = open(2);
    for (const server of [SERVER, OTHER, OTHER]) await settings.of(server);
    await laidDown('{"mentions":{"answered":false}}');
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
  });

  test('lets go last of what could not be written', async () => {
    await writeFile(folder, 'a file where a folder should be');
    const settings = open(2);
    await settings.change(SERVER, muted);
    for (const id of ['1', '2', '3']) await settings.of(id.repeat(18));
    expect(await settings.of(SERVER)).toEqual(muted(DEFAULTS));
  });

  test('lets go of what was written after all', async () => {
    const settings = open(2);
    await settings.change(SERVER, muted);
    await settings.of(OTHER);
    await settings.of('1'.repeat(18));
    await laidDown('{}');
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
  });

  test('does not let go of what is being changed', async () => {
    const settings = open(1);
    const servers = Array.from({ length: 20 }, (_, i) => String(10n ** 17n + BigInt(i)));
    const changes = ['1', '2'].flatMap((id) =>
      servers.map((server) => settings.change(server, withThread(id))),
    );
    await Promise.all(changes);
    for (const server of servers) expect((await settings.of(server)).threads).toHaveLength(2);
  });
});

describe('a file', () => {
  test.each([
    ['{"mentions":', /JSON/],
    ['', /JSON/],
    ['[]', /the file: expected an object; got \[\]/],
    ['{"mentions":{"answered":"yes"}}', /mentions\.answered: expected true or false; got "yes"/],
    ['{"mentions":{"except":[7]}}', /mentions\.except: expected a string; got 7/],
    ['{"threads":{}}', /threads: expected a list; got \{\}/],
    ['{"threads":[{"id":"1"}]}', /threads\.continues: expected a string; got nothing/],
  ])('that is broken is set aside, said to be so and replaced by the defaults: %s', async (text, problem) => {
    await laidDown(text);
    const settings = open();
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
    expect(log.error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/broken/), {
      path: fileOf(SERVER),
      aside: `${fileOf(SERVER)}.broken`,
      error: expect.objectContaining({ message: expect.stringMatching(problem) }),
    });
    expect(await readdir(folder)).toEqual([`${SERVER}.json.broken`]);
    expect(await readFile(`${fileOf(SERVER)}.broken`, 'utf8')).toBe(text);
    await settings.change(SERVER, muted);
    expect(await open().of(SERVER)).toEqual(muted(DEFAULTS));
  });

  test('of another version may say less or more', async () => {
    await laidDown('{"mentions":{"answered":false},"colour":"red"}');
    expect(await open().of(SERVER)).toEqual(muted(DEFAULTS));
    expect(log.error).not.toHaveBeenCalled();
  });

  test('that cannot be read is not written over', async () => {
    await mkdir(folder);
    await symlink(fileOf(SERVER), fileOf(SERVER)); // leads to itself
    const settings = open();
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
    expect(log.warn).toHaveBeenCalledOnce();
    expect(await settings.change(SERVER, muted)).toEqual(muted(DEFAULTS));
    expect(await settings.of(SERVER)).toEqual(muted(DEFAULTS));
    expect(await readdir(folder)).toEqual([`${SERVER}.json`]);
    expect(await readlink(fileOf(SERVER))).toBe(fileOf(SERVER));
  });

  test('that cannot be written leaves the change in memory, with one warning for each server', async () => {
    await writeFile(folder, 'a file where a folder should be');
    const settings = open(2);
    await settings.change(SERVER, withThread('1'));
    await settings.change(SERVER, withThread('2'));
    await settings.change(OTHER, muted);
    expect((await settings.of(SERVER)).threads).toHaveLength(2);
    expect(log.warn).toHaveBeenCalledTimes(2);
    expect(log.warn).toHaveBeenCalledWith(expect.stringMatching(/cannot be written/), {
      path: fileOf(SERVER),
      error: expect.any(Error),
    });
  });

  test('that could be written after all holds every change', async () => {
    await writeFile(folder, 'a file where a folder should be');
    const settings = open();
    await settings.change(SERVER, withThread('1'));
    await rm(folder);
    await settings.change(SERVER, withThread('2'));
    expect((await open().of(SERVER)).threads).toHaveLength(2);
  });

  test('is never there in part: what was begun before a crash is not read', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${fileOf(SERVER)}.tmp`, '{"mentions":{"answ');
    const settings = open();
    expect(await settings.of(SERVER)).toEqual(DEFAULTS);
    await settings.change(SERVER, muted);
    expect(await readdir(folder)).toEqual([`${SERVER}.json`]);
  });
});
