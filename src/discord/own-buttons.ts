import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';

/** Buttons that are Discord's only: what they do is done to the message they stand under. */
export type OwnButton = 'share' | 'dismiss';

/** No command's call begins like this; see `custom-id.ts`. */
const IDS: Readonly<Record<OwnButton, string>> = { share: '1!share', dismiss: '1!dismiss' };
const LABELS: Readonly<Record<OwnButton, string>> = { share: 'Share', dismiss: 'Dismiss' };

export const ownButton = (customId: string): OwnButton | undefined =>
  (['share', 'dismiss'] as const).find((own) => IDS[own] === customId);

export const ownButtonComponent = (own: OwnButton): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: LABELS[own],
  custom_id: IDS[own],
});
