import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { bounded, DEFAULTS, settingsOf, textOf } from './settings-format.ts';

/** What a server's people decided, and what must outlive a restart. */
export interface ServerSettings {
  readonly mentions: {
    readonly answered: boolean;
    /** Ids of channels where it is the other way round. The newest 100, oldest first. */
    readonly except: readonly string[];
  };
  /** Threads that the bot opened, and whose conversation each carries on. The newest 200, oldest first. */
  readonly threads: readonly { readonly id: string; readonly continues: string }[];
}

/** Reject only where an id is no server's or `change` throws: files that fail are logged, and memory serves instead. */
export interface ServerSettingsStore {
  of(server: string): Promise<ServerSettings>;
  /**
   * Changes of one server come one after another, each on top of the one before. Resolves when the settings are
   * kept; nothing is written when `change` returns what it got.
   */
  change(server: string, change: (old: ServerSettings) => ServerSettings): Promise<ServerSettings>;
}

/** A server's settings in memory, and how they stand to its file. */
interface Entry {
  settings: Promise<ServerSettings>;
  /** The end of the last change; never rejects. */
  changed: Promise<unknown>;
  /** Changes that are not done yet. */
  changing: number;
  /** Memory knows more than the file. */
  isUnsaved: boolean;
  isWarned: boolean;
  /** The file may hold settings that could not be read: it is not written over. */
  isUnreadable: boolean;
}

/** One JSON file for each server, below `servers` in the folder; nothing is made before something is changed. */
export function openServerSettings(
  dir: string,
  log: Log,
  { most = 5_000 }: { readonly most?: number } = {},
): ServerSettingsStore {
  const folder = join(dir, 'servers');
  /** Least recently used first. */
  const entries = new Map<string, Entry>();

  const entryOf = (server: string): Entry => {
    if (!/^\d{17,20}$/.test(server))
      throw new Error(`expected a server id of 17 to 20 digits; got ${JSON.stringify(server)}`);
    const entry = entries.get(server) ?? opened(server);
    entries.delete(server);
    makeRoom(entries, most);
    entries.set(server, entry);
    return entry;
  };

  const opened = (server: string): Entry => {
    const entry: Entry = {
      settings: Promise.resolve(DEFAULTS),
      changed: Promise.resolve(),
      changing: 0,
      isUnsaved: false,
      isWarned: false,
      isUnreadable: false,
    };
    entry.settings = read(join(folder, `${server}.json`), entry);
    return entry;
  };

  const read = async (path: string, entry: Entry): Promise<ServerSettings> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return DEFAULTS;
      log.warn('a server’s settings cannot be read; the defaults hold and changes are not kept', {
        path,
        error,
      });
      entry.isUnreadable = true;
      return DEFAULTS;
    }
    try {
      return settingsOf(text);
    } catch (error) {
      const aside = `${path}.broken`;
      log.error('a server’s settings are broken; they are set aside and the defaults hold', {
        path,
        aside,
        error,
      });
      await rename(path, aside).catch((error: unknown) =>
        log.warn('broken settings could not be set aside', { path, error }),
      );
      return DEFAULTS;
    }
  };

  const save = async (server: string, settings: ServerSettings, entry: Entry): Promise<void> => {
    const path = join(folder, `${server}.json`);
    const unfinished = `${path}.tmp`;
    entry.isUnsaved = true;
    if (entry.isUnreadable) return;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(unfinished, textOf(settings), { flush: true });
      await rename(unfinished, path);
      entry.isUnsaved = false;
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      if (entry.isWarned) return;
      entry.isWarned = true;
      log.warn('a server’s settings cannot be written; they hold until the bot stops', { path, error });
    }
  };

  return {
    of: async (server) => entryOf(server).settings,
    async change(server, change) {
      const entry = entryOf(server);
      entry.changing += 1;
      const changing = entry.changed
        .then(async () => {
          const old = await entry.settings;
          const asked = change(old);
          if (asked === old) return old;
          const settings = bounded(asked);
          entry.settings = Promise.resolve(settings);
          await save(server, settings, entry);
          return settings;
        })
        .finally(() => {
          entry.changing -= 1;
        });
      entry.changed = changing.catch(() => undefined);
      return changing;
    },
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Never forgets what is being changed; what only memory knows goes last. */
function makeRoom(entries: Map<string, Entry>, most: number): void {
  while (entries.size >= most) {
    const idle = [...entries].filter(([, { changing }]) => changing === 0);
    const [server] = idle.find(([, { isUnsaved }]) => !isUnsaved) ?? idle[0] ?? [];
    if (server === undefined) return;
    entries.delete(server);
  }
}
