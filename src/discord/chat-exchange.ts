import { type GatewayMessageCreateDispatchData, SnowflakeUtil } from 'discord.js';
import { again, PATIENTLY } from './again.ts';
import { type Look, noteMessage } from './card.ts';
import type { Exchange } from './exchange.ts';
import { faultOf } from './faults.ts';
import type { MessageBody } from './message-body.ts';
import type { Wire } from './wire.ts';

/** An exchange over messages in a channel: all that is said there is said to everybody. */
export function chatExchange(
  wire: Wire,
  { id, channel_id: channel, author }: GatewayMessageCreateDispatchData,
  look: Look,
): Exchange {
  let acknowledged = false;
  let posted = 0;
  /** Tried again where the connection broke: by its nonce Discord knows what it has posted already. */
  const post = async (body: MessageBody): Promise<void> => {
    posted += 1;
    const posting = { body, nonce: `${id}-${posted}`, ...(posted === 1 && { inReplyTo: id }) };
    await again(() => wire.post(channel, posting), PATIENTLY);
  };
  const tellAtOnce = (text: string): Promise<void> => post(noteMessage(text, look));
  return {
    person: author.id,
    askedAtMs: SnowflakeUtil.timestampFrom(id),
    look,
    lookFor: () => look,
    missing: [], // a message does not tell
    isAcknowledged: () => acknowledged,
    /** A courtesy: where it fails and writing is not forbidden, the answer may still arrive. */
    async acknowledge() {
      await wire.typing(channel).catch((error: unknown) => {
        if (faultOf(error) === 'forbidden') throw error;
      });
      acknowledged = true;
    },
    async show(_manner, { messages }) {
      for (const message of messages) await post(message);
    },
    tell: (_manner, text) => tellAtOnce(text),
    tellAtOnce,
    sayTooLate: async () => undefined, // nothing expires here
  };
}
