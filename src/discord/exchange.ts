import { type ButtonInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { CARD_FLAGS, type Card, type CardMessage, noteMessage } from './card.ts';
import { faultOf } from './faults.ts';

export type Asked = ChatInputCommandInteraction | ButtonInteraction;

/** Who sees the answer and where it goes. Discord wants to know before the answer is known. */
export type Manner = 'public' | 'private' | 'in place';

/**
 * Tells Discord that an answer is coming. A connection that broke is tried once more; when that turns out to be
 * the second acknowledgement, the first had arrived.
 */
export async function acknowledge(asked: Asked, manner: Manner): Promise<void> {
  const send = async (): Promise<unknown> =>
    manner === 'in place' && asked.isButton()
      ? asked.deferUpdate()
      : asked.deferReply(manner === 'private' ? { flags: MessageFlags.Ephemeral } : {});
  try {
    await again(send);
  } catch (error) {
    if (faultOf(error) !== 'acknowledged already') throw error;
    asked.deferred = true; // what discord.js would have noted, had it got the answer
  }
}

/** The first message takes the acknowledgement's place, the others follow. */
export async function show(asked: Asked, manner: Manner, { messages }: Card): Promise<void> {
  const [first, ...others] = messages;
  await edit(asked, first);
  for (const message of others) await follow(asked, message, manner === 'private' || wasPrivate(asked));
}

/**
 * A note for the asker's eyes. Where everybody has seen "thinking…", that is taken away first: the acknowledged
 * message itself can no longer become private.
 */
export async function tellPrivately(asked: Asked, manner: Manner, text: string): Promise<void> {
  const note = noteMessage(text);
  if (manner === 'private') return edit(asked, note);
  if (manner === 'public') {
    await again(() => asked.deleteReply()).catch((error: unknown) => {
      if (faultOf(error) !== 'gone') throw error;
    });
  }
  await follow(asked, note, true);
}

export const wasPrivate = (asked: Asked): boolean =>
  asked.isButton() && asked.message.flags.has(MessageFlags.Ephemeral);

async function edit(asked: Asked, components: CardMessage): Promise<void> {
  await again(() => asked.editReply({ components, flags: CARD_FLAGS }));
}

/** Not tried again: it might be posted twice. */
async function follow(asked: Asked, components: CardMessage, privately: boolean): Promise<void> {
  await asked.followUp({
    components,
    flags: privately ? CARD_FLAGS | MessageFlags.Ephemeral : CARD_FLAGS,
  });
}

/** discord.js repeats requests that Discord failed, but not those whose connection broke. */
async function again<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (faultOf(error) !== 'connection') throw error;
    return request();
  }
}
