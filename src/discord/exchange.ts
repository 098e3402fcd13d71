import {
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationIntegrationType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  SnowflakeUtil,
} from 'discord.js';
import { again, IN_TIME, PATIENTLY, settling } from './again.ts';
import { type Card, type Look, noteMessage } from './card.ts';
import { faultOf } from './faults.ts';
import { type MessageBody, privately, styleOf } from './message-body.ts';
import { missingPermissions } from './places.ts';
import type { FirstAnswer, Wire } from './wire.ts';

/** Who sees the answer and where it goes. Discord wants to know before the answer is known. */
export type Manner = 'public' | 'private' | 'in place';

/** The way back to somebody who asked. What Discord refuses is thrown. */
export interface Exchange {
  /** Who asked. */
  readonly person: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly askedAtMs: number;
  /** How its messages look. */
  readonly look: Look;
  /** The same, of an answer that may take another message’s place. */
  lookFor(manner: Manner): Look;
  /** What the bot may not do there, in the words of Discord’s settings. */
  readonly missing: readonly string[];
  readonly isAcknowledged: () => boolean;
  /** Tells Discord that an answer is coming. */
  acknowledge(manner: Manner): Promise<void>;
  /** The first message takes the acknowledgement's place, the others follow. */
  show(manner: Manner, card: Card): Promise<void>;
  /** A note for the asker's eyes, where Discord knows of private messages. */
  tell(manner: Manner, text: string): Promise<void>;
  /** The same, of what has not been acknowledged and need not be. */
  tellAtOnce(text: string): Promise<void>;
  /** After the time for answering: says so in the channel, where the bot may write. */
  sayTooLate(): Promise<void>;
}

export type Asked =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIMessageComponentInteraction;

/** An exchange over an interaction. */
export interface InteractionExchange extends Exchange {
  /** Takes away the message that the button stands under. */
  remove(): Promise<void>;
  /** One message in the acknowledgement’s place. */
  edit(body: MessageBody): Promise<void>;
  /** Says that the bot is about to leave, and nothing that comes to be said after that. */
  leave(manner: Manner): Promise<void>;
}

/** How the first answer reaches Discord: by a request of ours, or as the answer to one of its own. */
export type Respond = (answer: FirstAnswer) => Promise<void>;

interface Way {
  readonly wire: Wire;
  readonly look: Look;
  readonly respond: Respond;
  /** Waits in ms before an edit is tried again where Discord does not know yet that it was answered. */
  readonly settlesAfter?: readonly number[];
}

export function interactionExchange(asked: Asked, way: Way): InteractionExchange {
  const { wire, respond, settlesAfter = [] } = way;
  const isOnMessage = asked.type === InteractionType.MessageComponent;
  let acknowledged = false;
  const lookFor = (manner: Manner): Look =>
    manner === 'in place' && isOnMessage ? { ...way.look, style: styleOf(asked.message) } : way.look;
  const wasPrivate = isPrivate(asked);

  const since = performance.now();
  const settled = settling(settlesAfter);
  /** Where it turns out to be the second acknowledgement, one that was thought to be lost had arrived. */
  const first = async (answer: FirstAnswer): Promise<void> => {
    try {
      await again(() => respond(answer), IN_TIME(since));
    } catch (error) {
      if (faultOf(error) !== 'acknowledged already') throw error;
    }
    acknowledged = true;
  };
  const edit = (body: MessageBody): Promise<void> =>
    settled(() => again(() => wire.edit(asked, body), PATIENTLY));
  const remove = (): Promise<void> => settled(() => again(() => wire.remove(asked), PATIENTLY));
  /** Not tried again: it might be posted twice. */
  const follow = (body: MessageBody, isForAsker: boolean): Promise<void> =>
    settled(() => wire.follow(asked, isForAsker ? privately(body) : body));
  /**
   * Where everybody has seen "thinking…", that is taken away first: the acknowledged message itself can no longer
   * become private.
   */
  const tell = async (manner: Manner, text: string): Promise<void> => {
    const note = noteMessage(text, way.look);
    if (manner === 'private') return edit(note);
    if (manner === 'public') {
      await remove().catch((error: unknown) => {
        if (faultOf(error) !== 'gone') throw error;
      });
    }
    await follow(note, true);
  };
  let hasLeft = false;
  const unlessLeft =
    <Args extends readonly unknown[]>(say: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      if (!hasLeft) await say(...args);
    };

  return {
    person: personOf(asked).id,
    askedAtMs: SnowflakeUtil.timestampFrom(asked.id),
    look: way.look,
    lookFor,
    missing: missingPermissions(asked.app_permissions),
    isAcknowledged: () => acknowledged,
    acknowledge: (manner) => first(deferral(manner, isOnMessage)),
    edit: unlessLeft(edit),
    remove: unlessLeft(remove),
    show: unlessLeft(async (manner, { messages: [opening, ...others] }: Card) => {
      await edit(opening);
      for (const message of allowed(asked, others, way.look))
        await follow(message, manner === 'private' || wasPrivate);
    }),
    tell: unlessLeft(tell),
    async leave(manner) {
      hasLeft = true;
      if (acknowledged) await tell(manner, way.look.words.discord.restarting);
    },
    tellAtOnce: (text) =>
      first({
        type: InteractionResponseType.ChannelMessageWithSource,
        data: privately(noteMessage(text, way.look)),
      }),
    async sayTooLate() {
      const channel = channelOf(asked);
      if (!isAtHome(asked) || channel === undefined || missingPermissions(asked.app_permissions).length > 0)
        return;
      await wire.post(channel, { body: noteMessage(way.look.words.discord.tooLate, way.look) });
    },
  };
}

/** Where it was asked; the older field is there also where the newer one is not. */
export const channelOf = ({
  channel,
  channel_id: id,
}: Pick<Asked, 'channel' | 'channel_id'>): string | undefined => channel?.id ?? id;

/** Members in servers, users elsewhere. */
export function personOf({ member, user }: Pick<Asked, 'member' | 'user'>): { readonly id: string } {
  const person = member?.user ?? user;
  if (person === undefined) throw new Error('an interaction that nobody asked for');
  return person;
}

/** The button stands under a message that its presser alone can see. */
export const isPrivate = (asked: Asked): boolean =>
  asked.type === InteractionType.MessageComponent &&
  ((asked.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** Asked in a server that the bot was added to. */
const isAtHome = ({ authorizing_integration_owners: owners, guild_id: guild }: Asked): boolean =>
  guild !== undefined && owners?.[ApplicationIntegrationType.GuildInstall] !== undefined;

/** Where only a user installed the bot, Discord allows five messages after the first. */
const FOLLOW_UPS_AS_GUEST = 5;

function allowed(asked: Asked, others: readonly MessageBody[], look: Look): readonly MessageBody[] {
  if (isAtHome(asked) || others.length <= FOLLOW_UPS_AS_GUEST) return others;
  return [...others.slice(0, FOLLOW_UPS_AS_GUEST - 1), noteMessage(look.words.discord.goesOn, look)];
}

function deferral(manner: Manner, isOnMessage: boolean): FirstAnswer {
  if (manner === 'in place' && isOnMessage) return { type: InteractionResponseType.DeferredMessageUpdate };
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(manner === 'private' && { data: { flags: MessageFlags.Ephemeral } }),
  };
}
