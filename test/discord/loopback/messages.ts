import {
  type Body,
  type Component,
  componentsOf,
  FLAGS,
  isBody,
  type Message,
  snowflake,
  type User,
  userFrame,
} from './shapes.ts';

/** Ordinary messages, and those that answer another. */
export const MESSAGE_TYPE = { plain: 0, reply: 19, command: 20 } as const;

/** Discord gives every component of a message a number. */
function numbered(components: readonly Component[], next = { id: 1 }): readonly Component[] {
  return components.map((component) => {
    const id = component.id ?? next.id++;
    const { components: inner, accessory } = component;
    return {
      ...component,
      id,
      ...(inner !== undefined && { components: numbered(inner, next) }),
      ...(accessory !== undefined && { accessory: { ...accessory, id: accessory.id ?? next.id++ } }),
    };
  });
}

const embedsOf = ({ embeds }: Body): readonly Body[] =>
  (Array.isArray(embeds) ? embeds.filter(isBody) : []).map((embed) => ({ type: 'rich', ...embed }));

/** A message as Discord keeps it, of what was asked to be posted. */
export function newMessage(
  { channelId, author, type }: { readonly channelId: string; readonly author: User; readonly type: number },
  body: Body,
  others: Body = {},
): Message {
  return {
    id: snowflake(),
    type,
    channel_id: channelId,
    author: userFrame(author),
    content: typeof body.content === 'string' ? body.content : '',
    components: numbered(componentsOf(body)),
    embeds: embedsOf(body),
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: Number(body.flags ?? 0),
    ...others,
  };
}

/** Ephemeral stays what it was; the V2 flag can be added and never be taken away. */
export function revised(old: Message, body: Body): Message {
  const flags = (Number(body.flags ?? 0) & ~FLAGS.ephemeral) | (old.flags & ~FLAGS.loading);
  return {
    ...old,
    flags,
    content: body.content === undefined ? old.content : String(body.content ?? ''),
    components: body.components === undefined ? old.components : numbered(componentsOf(body)),
    embeds: body.embeds === undefined ? old.embeds : embedsOf(body),
    edited_timestamp: new Date().toISOString(),
  };
}

/** What the rules for a message look at. */
export const asShown = ({ content, components, embeds, flags }: Message): Body => ({
  content,
  components,
  embeds,
  flags,
});

/** Enough of a message to be edited and deleted. */
export const stub = ({ id, type, channel_id, flags }: Message): Message => ({
  ...{ id, type, channel_id, flags, content: '', components: [], embeds: [] },
});
