import type { Channel, Channels } from './channels.ts';
import type { Exchange, Interactions } from './interactions.ts';
import { newMessage } from './messages.ts';
import { ASKER, channelAt, interactionFrame, type Place } from './places.ts';
import { buttonsOf, type Message, snowflake } from './shapes.ts';
import { until } from './waiting.ts';

/** A file that somebody attaches: by then it has been uploaded. */
export interface Attached {
  readonly url: string;
}
type Value = string | number | boolean | Attached;
type Given = Readonly<Record<string, Value>>;
type Choices = readonly { readonly name: string; readonly value: string | number }[];

/** What came of an interaction, once nothing more came for a while. */
export interface Answered {
  readonly exchange: Exchange;
  /** As they are shown, in order; deleted ones are gone. */
  readonly messages: readonly Message[];
  /** The acknowledgement's type: 5 "thinking…", 6 update in place, 4 a message at once. */
  readonly acknowledgedWith: number | undefined;
}

/** People who use the bot, over the gateway or over its endpoint. */
export interface Asking {
  slash(command: string, options?: Given, place?: Place): Promise<Answered>;
  /** A command of a message's menu. */
  menu(
    command: string,
    message: Partial<Message> & { readonly content: string },
    place?: Place,
  ): Promise<Answered>;
  /** By the button's words or its custom id. */
  click(button: string, message: Message, place?: Place): Promise<Answered>;
  autocomplete(
    command: string,
    option: string,
    typed: string,
    given?: Given,
    place?: Place,
  ): Promise<Choices | undefined>;
}

export interface Sending {
  readonly interactions: Interactions;
  readonly channels: Channels;
  /** Where people ask unless they say where. */
  readonly guildId: string;
  readonly guildLocale: string;
  readonly deliver: (frame: object, exchange: Exchange, channel: Channel) => Promise<void> | void;
}

/** Nothing more is expected of what has been left alone for this long. */
export const QUIET_MS = 120;
const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;

const ATTACHMENT = 11;

const optionOf = (
  [name, value]: [string, Value],
  at: number,
): { name: string; type: number; value: unknown } =>
  typeof value === 'object'
    ? { type: ATTACHMENT, name, value: `90000000000000000${at}` }
    : { type: typeof value === 'string' ? 3 : typeof value === 'number' ? 4 : 5, name, value };

/** Of a command of a group, "corpus add": the group's, with the command as its option. */
const spokenData = (command: string, options: readonly object[]): object => {
  const [name, own] = command.split(' ');
  const common = { id: snowflake(), type: 1, name };
  return own === undefined
    ? { ...common, options }
    : { ...common, options: [{ type: 1, name: own, options }] };
};

export const slashData = (command: string, given: Given): object => {
  const options = Object.entries(given).map(optionOf);
  const attachments = Object.fromEntries(
    Object.entries(given).flatMap(([name, value], at) =>
      typeof value === 'object'
        ? [
            [
              options[at]?.value,
              { id: options[at]?.value, filename: name, size: 1, ...value, proxy_url: value.url },
            ],
          ]
        : [],
    ),
  );
  const resolved = Object.keys(attachments).length > 0 && { resolved: { attachments } };
  return { ...spokenData(command, options), ...resolved };
};

/** Of the button with these words or this custom id. */
export function clickData(button: string, message: Message): object {
  const buttons = buttonsOf(message);
  const found = buttons.find(({ label, custom_id }) => label === button || custom_id === button);
  if (found?.custom_id === undefined) {
    const there = buttons.map(({ label }) => label);
    throw new Error(`no button “${button}” on the message: there are ${there.join(', ') || 'none'}`);
  }
  return { component_type: 2, custom_id: found.custom_id, id: found.id };
}

export async function settled(exchange: Exchange): Promise<Answered> {
  const isDone = (): boolean =>
    exchange.state === 'answered' && exchange.busy === 0 && Date.now() - exchange.lastTouchedMs > QUIET_MS;
  await until(isDone, () => `an answer to interaction ${exchange.id}, which is ${exchange.state}`);
  return { exchange, messages: [...exchange.messages], acknowledgedWith: exchange.callbackType };
}

/** Opens an exchange and sends its frame on its way. */
export function send(
  { interactions, channels, guildId, guildLocale, deliver }: Sending,
  { type, data, place, source }: { type: number; data: object; place: Place; source?: Message },
): { readonly exchange: Exchange; readonly delivered: Promise<void> | void } {
  const channel = channelAt(channels, { guildId, ...place }, source?.channel_id);
  const isElsewhere = channel.kind === 'group';
  const exchange = interactions.open(channel.id, place.user ?? ASKER, { source, isElsewhere });
  const { userInstalled } = interactions;
  const frame = interactionFrame({ exchange, type, data }, channel, place, { guildLocale, userInstalled });
  return { exchange, delivered: deliver(frame, exchange, channel) };
}

export function asking(sending: Sending): Asking {
  const ask = async (type: number, data: object, place: Place, source?: Message): Promise<Exchange> => {
    const asked = { type, data, place, ...(source !== undefined && { source }) };
    const { exchange, delivered } = send(sending, asked);
    await delivered;
    return exchange;
  };
  return {
    slash: async (command, given = {}, place = {}) =>
      settled(await ask(COMMAND, slashData(command, given), place)),
    menu: async (command, message, place = {}) => {
      const { channels, guildId } = sending;
      const { id: channelId } = channelAt(channels, { guildId, ...place }, message.channel_id);
      const target = { ...newMessage({ channelId, author: ASKER, type: 0 }, {}), ...message };
      channels.remember(target);
      const resolved = { messages: { [target.id]: target } };
      const data = { id: snowflake(), type: 3, name: command, target_id: target.id, resolved };
      return settled(await ask(COMMAND, data, { ...place, channelId }));
    },
    click: async (button, message, place = {}) =>
      settled(await ask(COMPONENT, clickData(button, message), place, message)),
    autocomplete: async (command, option, typed, given = {}, place = {}) => {
      const options = [
        ...Object.entries(given).map(optionOf),
        { type: 3, name: option, value: typed, focused: true },
      ];
      const data = spokenData(command, options);
      const exchange = await ask(AUTOCOMPLETE, data, place);
      await until(() => exchange.choices !== undefined, `suggestions for /${command} ${option}`);
      return exchange.choices;
    },
  };
}
