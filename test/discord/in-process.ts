import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyCommand } from '../../src/command.ts';
import { serve } from '../../src/discord/service.ts';
import type { Environment } from '../../src/environment.ts';
import type { Librarian } from '../../src/librarian.ts';
import type { Log } from '../../src/log.ts';
import { createNewsDesk } from '../../src/news-desk.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './loopback/discord.ts';
import { until } from './loopback/waiting.ts';
import { COMMANDS, ENVIRONMENT, newsroom } from './newsdesk.ts';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface KeptLog extends Log {
  readonly lines: LogLine[];
}

export function keepLog(): KeptLog {
  const lines: LogLine[] = [];
  const keep =
    (level: string) =>
    (message: string, fields = {}): void =>
      void lines.push({ level, message, fields });
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export interface RunningBot {
  readonly discord: LoopbackDiscord;
  readonly log: KeptLog;
  /** Rejects when the bot ends badly. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

interface Setting extends LoopbackOptions {
  readonly commands?: readonly AnyCommand[];
  readonly newsroom?: Newsroom;
  readonly librarian?: Librarian;
  readonly environment?: Partial<Environment>;
  /** A Discord that another bot has used before; whoever opened it closes it. */
  readonly at?: LoopbackDiscord;
}

/** The bot in this process, logged in to a Discord of its own and with its commands registered. */
export async function startBot(setting: Setting = {}): Promise<RunningBot> {
  const discord = setting.at ?? (await startLoopbackDiscord(setting));
  const log = keepLog();
  const commands = setting.commands ?? COMMANDS;
  const stateDir = mkdtempSync(join(tmpdir(), 'verbatim-state-'));
  const stopping = new AbortController();
  const ended = serve(
    {
      desk: createNewsDesk(setting.newsroom ?? newsroom(), commands, {
        ...(setting.librarian !== undefined && { librarian: setting.librarian }),
      }),
      commands,
      environment: {
        ...ENVIRONMENT,
        discordToken: discord.token,
        discordApiUrl: discord.apiUrl,
        logLevel: 'debug',
        stateDir,
        // Tests are quicker than people.
        questionsPerMinute: 0,
        ...setting.environment,
      },
      log,
    },
    stopping.signal,
  );
  ended.catch(() => undefined);
  await until(() => log.lines.some(({ message }) => /^commands /.test(message)), 'the bot to be ready');
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
  return {
    discord,
    log,
    ended,
    stop,
    close: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
      if (setting.at === undefined) await discord.close();
      rmSync(stateDir, { recursive: true });
    },
  };
}
