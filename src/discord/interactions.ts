import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
} from 'discord.js';
import { type AnyCommand, isForOperators } from '../command.ts';
import type { Words } from '../words/words.ts';
import type { Kind } from './attending.ts';
import { isForAsker, type PreparedCall, prepare, typedCall } from './call.ts';
import { decodeCall } from './custom-id.ts';
import { type Asked, isPrivate, type Manner, personOf } from './exchange.ts';
import { MENTIONS, type MentionsChange, mentionsChange } from './mentions.ts';
import { menuOf } from './menus.ts';
import { askerOfMessage, plainText } from './message-text.ts';
import { type OwnButton, ownButton } from './own-buttons.ts';

/** What an interaction asks for; nothing has been done about it yet. */
export interface Request {
  readonly kind: Kind;
  /** What was asked for, for the log: a name of ours. */
  readonly name: string;
  readonly wanted: Wanted;
}

export type Wanted =
  | {
      readonly kind: 'call';
      readonly call: PreparedCall;
      readonly manner: Manner;
      readonly own: readonly OwnButton[];
    }
  | { readonly kind: 'press'; readonly button: OwnButton }
  | { readonly kind: 'mentions'; readonly change: MentionsChange }
  /** It cannot be carried out: told to the asker alone. */
  | { readonly kind: 'refusal'; readonly outcome: 'not understood' | 'user error'; readonly text: string };

export const isAsked = (interaction: APIInteraction): interaction is Asked =>
  interaction.type === InteractionType.MessageComponent ||
  (interaction.type === InteractionType.ApplicationCommand &&
    (interaction.data.type === ApplicationCommandType.ChatInput ||
      interaction.data.type === ApplicationCommandType.Message));

export function requestOf(asked: Asked, commands: readonly AnyCommand[], words: Words): Request {
  if (asked.type === InteractionType.MessageComponent) return buttonRequest(asked, commands, words);
  if (asked.data.type === ApplicationCommandType.Message) {
    return menuRequest(asked as APIMessageApplicationCommandInteraction, commands, words);
  }
  return slashRequest(asked as APIChatInputApplicationCommandInteraction, commands, words);
}

function slashRequest(
  asked: APIChatInputApplicationCommandInteraction,
  commands: readonly AnyCommand[],
  words: Words,
): Request {
  const { data } = asked;
  const change = data.name === MENTIONS.name ? mentionsChange(asked) : undefined;
  if (change !== undefined) return { kind: 'command', name: data.name, wanted: { kind: 'mentions', change } };
  const typed = typedCall(data);
  const call = prepare(commands, typed);
  if (call === undefined)
    return { kind: 'command', ...notUnderstood(typed.command, commands, words.discord.oldCommand) };
  const manner = isForOperators(call.command) || isForAsker(data) ? 'private' : 'public';
  return { kind: 'command', name: call.command.name, wanted: wantedCall(asked, call, manner) };
}

/** Whoever's message it is need not see that it was looked up: the answer is for the asker, who may share it. */
function menuRequest(
  asked: APIMessageApplicationCommandInteraction,
  commands: readonly AnyCommand[],
  words: Words,
): Request {
  const { data } = asked;
  const menu = commands.flatMap((command) => menuOf(command) ?? []).find(({ name }) => name === data.name);
  if (menu === undefined)
    return { kind: 'menu', ...notUnderstood(data.name, commands, words.discord.oldCommand) };
  const { command, option, most } = menu;
  const message = data.resolved.messages[data.target_id];
  const text = message === undefined ? '' : plainText(message);
  const refused = (reason: string): Request => ({
    kind: 'menu',
    name: command.name,
    wanted: { kind: 'refusal', outcome: 'user error', text: reason },
  });
  if (!/[\p{L}\p{N}]/u.test(text)) return refused(words.discord.noText);
  if (text.length > most) return refused(words.discord.tooLong(most));
  const call = { command, options: { [option]: text } };
  return { kind: 'menu', name: command.name, wanted: wantedCall(asked, call, 'private') };
}

function buttonRequest(
  asked: APIMessageComponentInteraction,
  commands: readonly AnyCommand[],
  words: Words,
): Request {
  const id = asked.data.component_type === ComponentType.Button ? asked.data.custom_id : '';
  const button = ownButton(id);
  if (button !== undefined) return { kind: 'button', name: button.kind, wanted: { kind: 'press', button } };
  const decoded = decodeCall(id);
  const call = decoded === undefined ? undefined : prepare(commands, decoded);
  if (decoded === undefined || call === undefined) {
    return { kind: 'button', ...notUnderstood(decoded?.command ?? '', commands, words.discord.oldButton) };
  }
  const manner =
    decoded.inPlace && isOwn(asked)
      ? 'in place'
      : decoded.inPlace || isPrivate(asked) || isForOperators(call.command)
        ? 'private'
        : 'public';
  return { kind: 'button', name: call.command.name, wanted: wantedCall(asked, call, manner) };
}

/** What one person asked for stays theirs: others who page in it get a copy of their own. */
const isOwn = (asked: APIMessageComponentInteraction): boolean =>
  isPrivate(asked) || [undefined, personOf(asked).id].includes(askerOfMessage(asked.message));

/**
 * An answer for one person can be shared; one that all see can be taken away again. What an operator is answered is
 * for nobody else, nor are its buttons.
 */
function wantedCall(asked: Asked, call: PreparedCall, manner: Manner): Wanted {
  if (isForOperators(call.command)) return { kind: 'call', call, manner, own: [] };
  const isForOne = manner === 'private' || isPrivate(asked);
  if (!isForOne)
    return { kind: 'call', call, manner, own: [{ kind: 'dismiss', asker: askerOf(asked, manner) }] };
  // With the bot alone there is nobody to share with.
  const isAlone = asked.context === InteractionContextType.BotDM;
  return { kind: 'call', call, manner, own: isAlone ? [] : [{ kind: 'share' }] };
}

/** A message that is changed in place stays that of whoever asked for it. */
function askerOf(asked: Asked, manner: Manner): string {
  if (manner === 'in place' && asked.type === InteractionType.MessageComponent) {
    const before = askerOfMessage(asked.message);
    if (before !== undefined) return before;
  }
  return personOf(asked).id;
}

/** Names that nobody can make up: the log and the metrics hold no others. */
const notUnderstood = (
  name: string,
  commands: readonly AnyCommand[],
  text: string,
): Pick<Request, 'name' | 'wanted'> => ({
  name: commands.some((command) => command.name === name) ? name : 'unknown',
  wanted: { kind: 'refusal', outcome: 'not understood', text },
});
