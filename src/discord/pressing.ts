import {
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIMessageTopLevelComponent,
  ComponentType,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { Words } from '../words/words.ts';
import type { Outcome } from './attending.ts';
import { type Exchange, type InteractionExchange, type Manner, personOf } from './exchange.ts';
import { type ButtonRow, COMPONENTS_FLAGS, type MessageBody, NOBODY, styleOf } from './message-body.ts';
import { askerOfMessage } from './message-text.ts';
import { type OwnButton, ownButton, ownButtonComponent } from './own-buttons.ts';
import type { Threads } from './threads.ts';

/** What pressing one of Discord’s own buttons comes to. */
export interface Press {
  readonly manner: Manner;
  readonly work: (exchange: InteractionExchange) => Promise<Outcome>;
}

export function pressOf(
  asked: APIMessageComponentInteraction,
  button: OwnButton,
  words: Words,
  threads: Threads,
): Press {
  switch (button.kind) {
    case 'share':
      return { manner: 'public', work: (exchange) => share(asked, exchange, words) };
    case 'dismiss':
      return mayDismiss(asked)
        ? { manner: 'in place', work: dismiss }
        : { manner: 'private', work: (exchange) => refuse(exchange, words.discord.dismissRefused) };
    case 'thread':
      return { manner: 'in place', work: (exchange) => threads.open(asked, button.asker, exchange) };
  }
}

async function refuse(exchange: Exchange, text: string): Promise<Outcome> {
  await exchange.tell('private', text);
  return 'user error';
}

async function dismiss(exchange: InteractionExchange): Promise<Outcome> {
  await exchange.remove();
  return 'answered';
}

/** Who asked, or a moderator. */
function mayDismiss(asked: APIMessageComponentInteraction): boolean {
  if (askerOfMessage(asked.message) === personOf(asked).id) return true;
  const permissions = asked.member?.permissions;
  return (
    permissions !== undefined &&
    new PermissionsBitField(BigInt(permissions)).has(PermissionFlagsBits.ManageMessages)
  );
}

/** A private message cannot become public: what it shows is posted anew, in answer to the click. */
async function share(
  asked: APIMessageComponentInteraction,
  exchange: InteractionExchange,
  words: Words,
): Promise<Outcome> {
  await exchange.edit(shared(asked.message, personOf(asked).id, words));
  return 'answered';
}

/** Shared already, it can be dismissed instead, by whoever shared it. */
function shared(message: APIMessage, person: string, words: Words): MessageBody {
  const dismissing = ownButtonComponent({ kind: 'dismiss', asker: person }, words);
  const exchanged = (row: ButtonRow): ButtonRow => ({
    ...row,
    components: row.components.map((button) =>
      isShare(button) ? { ...dismissing, ...numberOf(button) } : button,
    ),
  });
  const rowsExchanged = <Row extends { readonly type: ComponentType }>(row: Row): Row | ButtonRow =>
    row.type === ComponentType.ActionRow ? exchanged(row as unknown as ButtonRow) : row;
  const components: readonly APIMessageTopLevelComponent[] = message.components ?? [];
  if (styleOf(message) === 'embeds') {
    return {
      embeds: message.embeds.map(({ description = '' }) => ({ description })),
      components: components.flatMap((row) =>
        row.type === ComponentType.ActionRow ? [exchanged(row as ButtonRow)] : [],
      ),
      flags: 0,
      allowed_mentions: NOBODY,
    };
  }
  const [container] = components;
  if (container?.type !== ComponentType.Container) throw new Error('not a card of ours');
  return {
    components: [{ ...container, components: container.components.map((inner) => rowsExchanged(inner)) }],
    flags: COMPONENTS_FLAGS,
    allowed_mentions: NOBODY,
  };
}

const isShare = (component: object): boolean =>
  'custom_id' in component && ownButton(String(component.custom_id))?.kind === 'share';

/** Discord numbers the components of a message. */
const numberOf = ({ id }: { readonly id?: number | undefined }): object => (id === undefined ? {} : { id });
