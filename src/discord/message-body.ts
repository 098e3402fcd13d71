import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  MessageFlags,
} from 'discord.js';

export type ButtonRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * How answers look: *components* is Discord’s newer kind of message (Components V2), *embeds* the older one, for
 * where that is not shown.
 */
export type CardStyle = 'components' | 'embeds';

/** Nobody is ever pinged, whatever a message holds. */
export const NOBODY = { parse: [], replied_user: false } as const;

interface Common {
  readonly flags: number;
  readonly allowed_mentions: typeof NOBODY;
}

interface ComponentsBody extends Common {
  readonly components: readonly [APIContainerComponent];
}

interface EmbedsBody extends Common {
  readonly embeds: readonly { readonly description: string }[];
  readonly components: readonly ButtonRow[];
}

/** One message as Discord takes it. */
export type MessageBody = ComponentsBody | EmbedsBody;

/** Addresses in an article’s text must not grow previews: they would be somebody else’s words. */
export const COMPONENTS_FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** For the asker alone. Fixed when an interaction is acknowledged; ignored afterwards. */
export const privately = (body: MessageBody): MessageBody => ({
  ...body,
  flags: body.flags | MessageFlags.Ephemeral,
});

/** A message keeps the kind that it began with: Discord does not turn one into the other. */
export const styleOf = ({ flags = 0 }: { readonly flags?: number | undefined }): CardStyle =>
  (flags & MessageFlags.IsComponentsV2) === 0 ? 'embeds' : 'components';
