import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
} as const;

/** For answering in a thread of its own, when somebody asks for one. */
const THREADS = { 'Create Public Threads': PermissionFlagsBits.CreatePublicThreads } as const;

/** @param permissions as Discord sends them, a number in a string; undefined where it does not tell. */
const missingOf = (
  needed: Readonly<Record<string, bigint>>,
  permissions: string | undefined,
): readonly string[] => {
  if (permissions === undefined) return [];
  const granted = new PermissionsBitField(BigInt(permissions));
  return Object.entries(needed).flatMap(([name, flag]) => (granted.has(flag) ? [] : [name]));
};

/** What the bot may not do where it was asked, in the words of Discord's settings. */
export const missingPermissions = (permissions: string | undefined): readonly string[] =>
  missingOf(NEEDED, permissions);

export const missingForThreads = (permissions: string | undefined): readonly string[] =>
  missingOf({ ...NEEDED, ...THREADS }, permissions);

/** For the invitation: the least that answering needs. */
const PERMISSIONS = new PermissionsBitField(Object.values({ ...NEEDED, ...THREADS })).bitfield;

/** Where a person adds the bot to a server. The id comes from Discord, with the token. */
export const invitation = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
