import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  ComponentType,
  PermissionFlagsBits,
} from 'discord.js';
import { attend, type Deps, type Outcome } from './attending.ts';
import { CARD_FLAGS } from './card.ts';
import { tellPrivately } from './exchange.ts';
import { type OwnButton, ownButton, ownButtonComponent } from './own-buttons.ts';

export async function press({ log }: Deps, asked: ButtonInteraction, own: OwnButton): Promise<void> {
  if (own === 'share') {
    return attend(log, asked, { name: own, manner: 'public', work: () => share(asked) });
  }
  if (mayDismiss(asked)) {
    return attend(log, asked, { name: own, manner: 'in place', work: () => dismiss(asked) });
  }
  await attend(log, asked, {
    name: own,
    manner: 'private',
    work: async () => {
      await tellPrivately(asked, 'private', 'Only who asked, or a moderator, can dismiss this answer.');
      return 'user error';
    },
  });
}

/** A private message cannot become public: what it shows is posted anew, in answer to the click. */
async function share(asked: ButtonInteraction): Promise<Outcome> {
  const components = asked.message.components.map((component) => shared(component.toJSON()));
  await asked.editReply({ components, flags: CARD_FLAGS });
  return 'answered';
}

async function dismiss(asked: ButtonInteraction): Promise<Outcome> {
  await asked.deleteReply();
  return 'answered';
}

const mayDismiss = ({ message, user, memberPermissions }: ButtonInteraction): boolean =>
  message.interactionMetadata?.user.id === user.id ||
  memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;

/** Shared already, it can be dismissed instead. */
function shared(component: APIMessageTopLevelComponent): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return component;
  const components = component.components.map((inner) =>
    inner.type === ComponentType.ActionRow
      ? {
          ...inner,
          components: inner.components.map((button) => (isShare(button) ? dismissLike(button) : button)),
        }
      : inner,
  );
  return { ...component, components };
}

const isShare = (component: object): boolean =>
  'custom_id' in component && ownButton(String(component.custom_id)) === 'share';

const dismissLike = ({ id }: { readonly id?: number }): APIButtonComponent => ({
  ...ownButtonComponent('dismiss'),
  ...(id !== undefined && { id }),
});
