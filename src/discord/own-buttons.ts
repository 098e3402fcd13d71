import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import type { Words } from '../words/words.ts';

/** Buttons that are Discord’s only: what they do is done to the message they stand under. */
export type OwnButton =
  | { readonly kind: 'share' }
  /** `asker` is who may press it, beside moderators. */
  | { readonly kind: 'dismiss'; readonly asker: string }
  /** `asker` is whose conversation goes on in the thread. */
  | { readonly kind: 'thread'; readonly asker: string };

/** No command's call begins like this; see `custom-id.ts`. */
const ID = /^1!(share|dismiss|thread)(?:;(\d+))?$/;

/** Undefined for a button that calls a command, or that is not ours. */
export function ownButton(customId: string): OwnButton | undefined {
  const [, kind, asker = ''] = ID.exec(customId) ?? [];
  if (kind === 'share') return { kind };
  return kind === 'dismiss' || kind === 'thread' ? { kind, asker } : undefined;
}

const idOf = (own: OwnButton): string => ('asker' in own ? `1!${own.kind};${own.asker}` : `1!${own.kind}`);

export const ownButtonComponent = (own: OwnButton, words: Words): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: words.discord[own.kind === 'thread' ? 'openThread' : own.kind],
  custom_id: idOf(own),
});
