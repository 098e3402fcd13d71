import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
} from 'discord.js';
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
  for (const message of allowed(asked, others))
    await follow(asked, message, manner === 'private' || wasPrivate(asked));
}

/** Where only a user installed the bot, Discord allows five messages after the first. */
const FOLLOW_UPS_AS_GUEST = 5;
const GOES_ON =
  'The answer goes on, but Discord allows me no more messages here. In a server that I was added to you can read ' +
  'it whole.';

function allowed(asked: Asked, others: readonly CardMessage[]): readonly CardMessage[] {
  if (isAtHome(asked) || others.length <= FOLLOW_UPS_AS_GUEST) return others;
  return [...others.slice(0, FOLLOW_UPS_AS_GUEST - 1), noteMessage(GOES_ON)];
}

/** Asked in a server that the bot was added to. */
export const isAtHome = ({ authorizingIntegrationOwners, guildId }: Asked): boolean =>
  guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;

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

/** The button pressed stands under a message that its presser alone can see. */
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
