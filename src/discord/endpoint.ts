import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord.js';
import { type HttpHandler, type HttpHeaders, type HttpResponse, plain } from '../http/routes.ts';
import type { Log } from '../log.ts';
import type { Cooldown } from './cooldown.ts';
import { GaveUp } from './faults.ts';
import type { Reception } from './reception.ts';
import type { Genuineness } from './signature.ts';
import type { FirstAnswer } from './wire.ts';

interface EndpointDeps {
  readonly reception: Pick<Reception, 'receive'>;
  readonly verify: (headers: HttpHeaders, rawBody: Buffer) => Genuineness;
  readonly log: Log;
  /** How often the log is told of each reason for turning requests away. */
  readonly warnings: Cooldown;
}

/** Our response is on its way before Discord knows of it: an edit that overtakes it is tried again. ms. */
const SETTLES_AFTER = [100, 400, 1_500] as const;

/**
 * Discord calls here instead of speaking through its gateway. A body that was not signed with the application's key
 * is turned away with 401, as Discord demands and tries out.
 * https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
 */
export const interactionEndpoint =
  ({ reception, verify, log, warnings }: EndpointDeps): HttpHandler =>
  async ({ headers, body }) => {
    const genuineness = verify(headers, body);
    if (genuineness !== 'genuine') {
      // Anybody may send these: no reason to fill the log.
      if (warnings.take(genuineness) === 0) log.warn('requests are turned away', { reason: genuineness });
      return plain(401);
    }
    const interaction = interactionIn(body);
    if (interaction === undefined) return plain(400);
    if (interaction.type === InteractionType.Ping) return json({ type: InteractionResponseType.Pong });
    return new Promise((resolve) => {
      const respond = (answer: FirstAnswer): Promise<void> =>
        new Promise((sent, lost) => {
          resolve({
            ...json(answer),
            afterSent: (isSent) => (isSent ? sent() : lost(new GaveUp())),
          });
        });
      const handled = reception.receive(interaction, { respond, settlesAfter: SETTLES_AFTER });
      // Without effect where it was answered.
      if (handled === undefined) resolve(plain(400));
      else void handled.then(() => resolve(plain(500)));
    });
  };

const json = (answer: FirstAnswer): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(answer),
});

/** It was signed by Discord, so its shape is what Discord says. */
function interactionIn(body: Buffer): APIInteraction | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    const isInteraction =
      typeof parsed === 'object' && parsed !== null && 'type' in parsed && typeof parsed.type === 'number';
    return isInteraction ? (parsed as unknown as APIInteraction) : undefined;
  } catch {
    return undefined;
  }
}
