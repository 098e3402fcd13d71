import { type APIComponentInMessageActionRow, ButtonStyle, ComponentType } from 'discord.js';
import type { Action, CommandAction } from '../reply.ts';
import type { Words } from '../words/words.ts';
import { webAddress } from './address.ts';
import { encodeCall } from './custom-id.ts';
import { BUTTON_LABEL, BUTTON_URL, BUTTONS_PER_ROW } from './limits.ts';
import { unturned } from './markdown.ts';
import type { ButtonRow } from './message-body.ts';
import { type OwnButton, ownButtonComponent } from './own-buttons.ts';

export interface ButtonRows {
  readonly rows: readonly ButtonRow[];
  /** Actions that no button can carry: their call is too long, or there are too many of them. */
  readonly leftOut: readonly Action[];
}

/** Five rows leave room for a handful of texts beside them. */
const BUTTONS = 5 * BUTTONS_PER_ROW;

/** Colour is never the only sign: every button has words. */
export function buttonRows(actions: readonly Action[], own: readonly OwnButton[], words: Words): ButtonRows {
  const leftOut: Action[] = [];
  const buttons: APIComponentInMessageActionRow[] = [];
  const calls = new Set<string>();
  for (const action of actions) {
    const label = unturned(action.label).trim().slice(0, BUTTON_LABEL);
    const button =
      label === '' || buttons.length === BUTTONS - own.length ? undefined : buttonFor(action, label, calls);
    if (button === undefined) leftOut.push(action);
    else buttons.push(button);
  }
  buttons.push(...own.map((one) => ownButtonComponent(one, words)));
  const rows: ButtonRow[] = [];
  for (let at = 0; at < buttons.length; at += BUTTONS_PER_ROW) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + BUTTONS_PER_ROW) });
  }
  return { rows, leftOut };
}

function buttonFor(
  action: Action,
  label: string,
  calls: Set<string>,
): APIComponentInMessageActionRow | undefined {
  if (action.kind === 'link') {
    const url = webAddress(action.url);
    if (url === undefined || url.length > BUTTON_URL) return undefined;
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  const id = encodeCall(action);
  if (id === undefined || calls.has(id)) return undefined; // ids are unique in a message
  calls.add(id);
  return { type: ComponentType.Button, style: styleOf(action), label, custom_id: id };
}

function styleOf({
  primary,
  final,
}: CommandAction): ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Danger {
  if (final === true) return ButtonStyle.Danger;
  return primary === true ? ButtonStyle.Primary : ButtonStyle.Secondary;
}
