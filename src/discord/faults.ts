import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';

/** What went wrong between us and Discord, in the kinds that call for different conduct. */
export type Fault =
  /** Not acknowledged within three seconds. */
  | 'late'
  /** Acknowledged before, perhaps by a request of ours whose answer was lost. */
  | 'acknowledged already'
  /** The message or the webhook is no more. */
  | 'gone'
  /** Fifteen minutes are over. */
  | 'expired'
  /** A permission is missing. */
  | 'forbidden'
  /** What we sent breaks a rule of Discord's: our bug. */
  | 'rejected'
  | 'too many follow-ups'
  /** No answer: the connection was refused or broke. */
  | 'connection'
  /** Discord is down: 5xx. */
  | 'server'
  | 'other';

/** Discord closed the connection over which it asked before it was answered. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
  constructor() {
    super('Discord did not wait for the answer');
  }
}

/** By Discord's error codes. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const BY_CODE: Readonly<Record<number, Fault>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: 'late',
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: 'acknowledged already',
  [RESTJSONErrorCodes.UnknownMessage]: 'gone',
  [RESTJSONErrorCodes.UnknownWebhook]: 'gone',
  [RESTJSONErrorCodes.InvalidWebhookToken]: 'expired',
  [RESTJSONErrorCodes.MissingAccess]: 'forbidden',
  [RESTJSONErrorCodes.MissingPermissions]: 'forbidden',
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType]: 'rejected',
  40094: 'too many follow-ups', // not yet in the enumeration
};

/** Of anything thrown while speaking to Discord; what has nothing to do with it is *other*. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) {
    return BY_CODE[Number(error.code)] ?? (error.status >= 500 ? 'server' : 'other');
  }
  if (error instanceof HTTPError) return error.status >= 500 ? 'server' : 'other';
  if (error instanceof RateLimitError) return 'other';
  if (error instanceof GaveUp) return 'late';
  return isConnectionError(error) ? 'connection' : 'other';
}

/** undici's and the system's codes for a connection that failed; the cause may be wrapped. */
const CONNECTION_CODE =
  /^(UND_ERR_(SOCKET|CONNECT_TIMEOUT|HEADERS_TIMEOUT|BODY_TIMEOUT|CLOSED|DESTROYED|ABORTED)|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|HPE_\w+)$/;

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CONNECTION_CODE.test(error.code)) return true;
  return error.name === 'AbortError' || isConnectionError(error.cause);
}

/**
 * What a log may keep of an error: of a refused request all but its body, which holds people's words. The
 * message of a rejected body names the path of each mistake in it.
 */
export function forLog(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return error;
  const { name, status, method, url, message, stack } = error;
  return { name, status, method, url, message, stack, ...('code' in error && { code: error.code }) };
}
