import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsErrorCodes, Events, GatewayCloseCodes } from 'discord.js';
import { UserError } from '../command.ts';
import type { Log } from '../log.ts';
import type { Connection } from './client.ts';
import { faultOf, forLog } from './faults.ts';

export interface Patience {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

const PATIENCE: Patience = { firstDelayMs: 1_000, longestDelayMs: 60_000 };

export const WRONG_TOKEN =
  'DISCORD_TOKEN: Discord does not know this token. Copy it again from your application’s Bot page in the ' +
  'Discord developer portal (Reset Token shows a new one), put it into .env and start again.';

const INTENTS_REFUSED =
  'DISCORD_CHAT: Discord does not show this bot what is written without mentioning it. Switch on the Message ' +
  'Content intent on your application’s Bot page in the Discord developer portal, or set DISCORD_CHAT to mentions.';

const SHARDS_NEEDED =
  'Discord wants this bot to run in more shards than it was told to. Leave the number of shards to Discord, or ' +
  'raise it.';

export const NOT_DISCORD =
  'DISCORD_API_URL does not lead to Discord’s API: it answers 404. Expected an address without a version, such ' +
  'as http://127.0.0.1:8080/api. Correct it, or leave it empty.';

export interface LoggedIn extends Connection {
  readonly client: Client<true>;
}

/**
 * Logs a new client in, for as long as it takes: while Discord is down there is nothing better to do. Gives up
 * at once where waiting cannot help. Undefined when `stop` came first.
 */
export async function logIn(
  newConnection: () => Connection,
  token: string,
  { log, stop, patience = PATIENCE }: { log: Log; stop: AbortSignal; patience?: Patience },
): Promise<LoggedIn | undefined> {
  const stopped = rejectedBy(stop);
  stopped.catch(() => undefined); // also when nobody waits for it
  for (let attempt = 0; !stop.aborted; attempt += 1) {
    const { client, end } = newConnection();
    try {
      return { client: await Promise.race([connect(client, token), stopped]), end };
    } catch (error) {
      await end().catch(() => undefined);
      if (stop.aborted) break;
      throwIfFinal(error);
      const waitMs = delay(attempt, patience);
      const wait = `${(waitMs / 1000).toFixed(1)} s`;
      log.warn(`Discord cannot be reached; trying again in ${wait}`, {
        attempt: attempt + 1,
        reason: faultOf(error),
        error: briefly(error),
      });
      await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }
  return undefined;
}

async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const refused = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new GatewayRefusal(code)));
  });
  const loggedIn = client.login(token).then(() => ready);
  loggedIn.catch(() => undefined); // may lose the race below and reject later
  return Promise.race([loggedIn, refused]);
}

/** The gateway closed the connection for good. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  readonly code: number;
  constructor(code: number) {
    super(
      `Discord’s gateway closed the connection for good: ${code} ${GatewayCloseCodes[code] ?? ''}`.trim(),
    );
    this.code = code;
  }
}

/** Why the gateway will not have the bot any more: for the operator, where there is something to be done. */
export function finalRefusal(refusal: GatewayRefusal): Error {
  switch (refusal.code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new UserError(WRONG_TOKEN);
    case GatewayCloseCodes.DisallowedIntents:
      return new UserError(INTENTS_REFUSED);
    case GatewayCloseCodes.ShardingRequired:
    case GatewayCloseCodes.InvalidShard:
      return new UserError(SHARDS_NEEDED);
    default:
      return refusal;
  }
}

const rejectedBy = (stop: AbortSignal): Promise<never> =>
  new Promise((_, reject) => stop.addEventListener('abort', () => reject(stop.reason), { once: true }));

/** Doubles from the first delay up to the longest; a quarter of it is chance, so that bots do not march in step. */
const delay = (attempt: number, { firstDelayMs, longestDelayMs }: Patience, chance = Math.random()): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 30)) * (0.75 + 0.25 * chance);

/** Waiting helps against what is down or overloaded, and against nothing else. */
function throwIfFinal(error: unknown): void {
  if (isWrongToken(error)) throw new UserError(WRONG_TOKEN);
  if (error instanceof GatewayRefusal) throw finalRefusal(error);
  if (error instanceof DiscordAPIError && error.status === 404) throw new UserError(NOT_DISCORD);
}

/** Said in four ways: by REST, by the gateway’s close code, and by the library before and instead of either. */
export const isWrongToken = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.status === 401) ||
  (error instanceof GatewayRefusal && error.code === GatewayCloseCodes.AuthenticationFailed) ||
  (error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid) ||
  (error instanceof Error && error.message === 'Authentication failed'); // @discordjs/ws, before its close event

const briefly = (error: unknown): unknown => {
  const shown = forLog(error);
  return shown instanceof Error ? shown.message : shown;
};
