import { PermissionFlagsBits, PermissionsBitField, Routes } from 'discord.js';
import { CARD_FLAGS, noteMessage } from './card.ts';
import { type Asked, isAtHome } from './exchange.ts';

const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
} as const;

/** What the bot may not do where it was asked, in the words of Discord's settings. */
export const missingPermissions = ({ appPermissions }: Pick<Asked, 'appPermissions'>): readonly string[] =>
  Object.entries(NEEDED).flatMap(([name, flag]) => (appPermissions.has(flag) ? [] : [name]));

/** For the invitation: the least that answering needs. */
const PERMISSIONS = new PermissionsBitField(Object.values(NEEDED)).bitfield;

/** Where a person adds the bot to a server. The id comes from Discord, with the token. */
export const invitation = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;

/**
 * Where the bot is a member and may write: that an answer came too late is said in the channel, since the
 * interaction itself can no longer be answered.
 */
export async function sayTooLate(asked: Asked): Promise<void> {
  if (!isAtHome(asked) || asked.channelId === null || missingPermissions(asked).length > 0) return;
  await asked.client.rest.post(Routes.channelMessages(asked.channelId), {
    body: { components: noteMessage(TOO_LATE), flags: CARD_FLAGS, allowed_mentions: { parse: [] } },
  });
}

const TOO_LATE =
  'An answer took longer than the fifteen minutes Discord allows. Please run the command again.';

export const missingNote = (missing: readonly string[]): string =>
  missing.length === 0
    ? 'Discord does not let me answer here. Ask a moderator to check what I am allowed to do in this channel.'
    : `Discord does not let me answer here. Ask a moderator to allow me in this channel: ${missing.join(', ')}.`;
