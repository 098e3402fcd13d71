import {
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { type Look, markdownMessage } from './card.ts';
import type { MessageBody } from './message-body.ts';
import type { ServerSettings, ServerSettingsStore } from './server-settings.ts';
import type { SlashCommand } from './slash.ts';

/**
 * Where a server wants mentions to be answered: a command about the server, not the news, and so Discord’s only.
 * By default for those who manage the server; its settings can give it to others.
 */
export const MENTIONS: SlashCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'mentions',
  description: 'Whether I answer when somebody mentions me in this server',
  options: [
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'answered',
      description: 'Whether mentions are answered',
      required: false,
    },
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      description: 'Only in this channel; without it, in the whole server',
      required: false,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
    },
  ],
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** What is to be changed; nothing when it is only looked at. */
export interface MentionsChange {
  readonly server: string;
  readonly answered?: boolean;
  readonly channel?: string;
}

export function mentionsChange({
  guild_id: server,
  data: { options = [] },
}: APIChatInputApplicationCommandInteraction): MentionsChange | undefined {
  if (server === undefined) return undefined;
  const given = (name: string): unknown => {
    const option = options.find((one) => one.name === name);
    return option !== undefined && 'value' in option ? option.value : undefined;
  };
  const [answered, channel] = [given('answered'), given('channel')];
  return {
    server,
    ...(typeof answered === 'boolean' && { answered }),
    ...(typeof channel === 'string' && { channel }),
  };
}

/** Without a channel the whole server is meant, and the exceptions are forgotten. */
export function changed(old: ServerSettings, { answered, channel }: MentionsChange): ServerSettings {
  if (answered === undefined) return old;
  if (channel === undefined) return { ...old, mentions: { answered, except: [] } };
  const others = old.mentions.except.filter((id) => id !== channel);
  const except = answered === old.mentions.answered ? others : [...others, channel];
  return { ...old, mentions: { ...old.mentions, except } };
}

/** Makes the change and says how it stands now. */
export async function changeMentions(
  change: MentionsChange,
  settings: ServerSettingsStore,
  look: Look,
): Promise<MessageBody> {
  const { mentions } =
    change.answered === undefined
      ? await settings.of(change.server)
      : await settings.change(change.server, (old) => changed(old, change));
  return markdownMessage(inWords(mentions, look), look);
}

function inWords({ answered, except }: ServerSettings['mentions'], { words }: Look): string {
  const { everywhere, nowhere, everywhereBut, onlyIn } = words.discord.mentions;
  if (except.length === 0) return answered ? everywhere : nowhere;
  const channels = words.set.listed(except.map((id) => `<#${id}>`));
  return answered ? everywhereBut(channels) : onlyIn(channels);
}
