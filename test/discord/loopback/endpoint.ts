import type { EndpointCaller } from '../endpoint-caller.ts';
import { type Asking, asking, type Sending } from './asking.ts';
import type { Judge } from './judge.ts';

/** The bot's endpoint answered an interaction with something else than 200. */
export class EndpointRefusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`the endpoint answered ${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * Asks over HTTP instead of the gateway: the answer to the request is the acknowledgement, which keeps to the
 * callback's rules; what follows comes by webhooks as ever.
 */
export const endpointAsking = (
  sending: Omit<Sending, 'deliver'>,
  { url, caller, judge }: { readonly url: string; readonly caller: EndpointCaller; readonly judge: Judge },
): Asking =>
  asking({
    ...sending,
    deliver: async (frame, { id, token }) => {
      const { status, body } = await caller.call(url, frame);
      if (status !== 200) throw new EndpointRefusal(status, body);
      sending.interactions.acknowledge(id, token, judge.callback(body));
    },
  });
