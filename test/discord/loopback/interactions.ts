import {
  acknowledgedAlready,
  DiscordRefusal,
  expiredToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.ts';
import {
  type Body,
  type Component,
  componentsOf,
  FLAGS,
  isBody,
  type Message,
  snowflake,
  type User,
} from './shapes.ts';

export interface Clock {
  /** How long an interaction waits for its acknowledgement. */
  readonly acknowledgeMs: number;
  /** How long its token then lives. */
  readonly tokenLifeMs: number;
}

/** *answered* may still be followed by more. */
type State = 'waiting' | 'thinking' | 'answered' | 'updating' | 'deleted';

/** One interaction as Discord keeps it: what it waits for, and the messages that answer it. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly user: User;
  readonly createdMs: number;
  /** The message a click came from. */
  readonly source: Message | undefined;
  state: State;
  /** What it was acknowledged with. */
  callbackType: number | undefined;
  /** The number of requests for it that are being handled. */
  busy: number;
  lastTouchedMs: number;
  choices: readonly { name: string; value: string | number }[] | undefined;
  readonly messages: Message[];
  originalId: string | undefined;
  followUps: number;
}

const PLAIN_MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;

export const MOST_FOLLOW_UPS = 5;

/** Discord gives every component of a message a number. */
function numbered(components: readonly Component[], next = { id: 1 }): readonly Component[] {
  return components.map((component) => {
    const id = component.id ?? next.id++;
    const inner = component.components;
    return inner === undefined
      ? { ...component, id }
      : { ...component, id, components: numbered(inner, next) };
  });
}

/** Everybody's messages by id, and what may still be done with which token. */
export class Interactions {
  readonly #byToken = new Map<string, Exchange>();
  readonly #clock: Clock;
  readonly #bot: User;
  /** Installed by a user only: Discord then allows five follow-ups. */
  userInstalled = false;

  constructor(clock: Clock, bot: User) {
    this.#clock = clock;
    this.#bot = bot;
  }

  open(channelId: string, user: User, source?: Message): Exchange {
    const now = Date.now();
    const exchange: Exchange = {
      id: snowflake(),
      token: `interaction-token-${snowflake()}`,
      channelId,
      user,
      createdMs: now,
      source,
      state: 'waiting',
      callbackType: undefined,
      busy: 0,
      lastTouchedMs: now,
      choices: undefined,
      messages: [],
      originalId: undefined,
      followUps: 0,
    };
    this.#byToken.set(exchange.token, exchange);
    return exchange;
  }

  find(token: string): Exchange | undefined {
    return this.#byToken.get(token);
  }

  /** `POST /interactions/:id/:token/callback` */
  acknowledge(id: string, token: string, body: Body): void {
    const exchange = this.#byToken.get(token);
    if (exchange === undefined || exchange.id !== id) throw unknownInteraction();
    if (exchange.state !== 'waiting') throw acknowledgedAlready();
    if (Date.now() - exchange.createdMs > this.#clock.acknowledgeMs) throw unknownInteraction();
    const data = isBody(body.data) ? body.data : {};
    exchange.callbackType = Number(body.type);
    switch (body.type) {
      case PLAIN_MESSAGE:
        this.#post(exchange, data, 0, true);
        exchange.state = 'answered';
        return;
      case DEFERRED_MESSAGE:
        this.#post(exchange, { flags: data.flags }, FLAGS.loading, true);
        exchange.state = 'thinking';
        return;
      case DEFERRED_UPDATE:
      case UPDATE:
        if (exchange.source === undefined) throw new DiscordRefusal(400, 50035, 'Invalid Form Body');
        exchange.messages.push(exchange.source);
        exchange.originalId = exchange.source.id;
        exchange.state = 'updating';
        if (body.type === UPDATE) this.#revise(exchange, exchange.source.id, data);
        return;
      case CHOICES:
        exchange.choices = Array.isArray(data.choices) ? data.choices : [];
        exchange.state = 'answered';
        return;
      default:
        throw new DiscordRefusal(400, 50035, `Invalid Form Body: callback type ${String(body.type)}`);
    }
  }

  /** `POST /webhooks/:application/:token`: straight after a deferral it fills the waiting message instead. */
  followUp(token: string, body: Body): Message {
    const exchange = this.#acknowledged(token);
    if (exchange.state === 'thinking' && exchange.originalId !== undefined) {
      return this.edit(token, exchange.originalId, body);
    }
    exchange.followUps += 1;
    if (this.userInstalled && exchange.followUps > MOST_FOLLOW_UPS) {
      throw new DiscordRefusal(400, 40094, 'Maximum number of follow-up messages reached');
    }
    exchange.state = 'answered';
    return this.#post(exchange, body, 0, false);
  }

  message(token: string, id: string): Message {
    const exchange = this.#acknowledged(token);
    const wanted = id === '@original' ? exchange.originalId : id;
    const message = exchange.messages.find((candidate) => candidate.id === wanted);
    if (message === undefined) throw unknownMessage();
    return message;
  }

  edit(token: string, id: string, body: Body): Message {
    const exchange = this.#acknowledged(token);
    const { id: messageId } = this.message(token, id);
    exchange.state = 'answered';
    return this.#revise(exchange, messageId, body);
  }

  delete(token: string, id: string): void {
    const exchange = this.#acknowledged(token);
    const message = this.message(token, id);
    exchange.messages.splice(exchange.messages.indexOf(message), 1);
    // "Thinking…" that is taken away is followed by something; a message that was shown is simply gone.
    if (message.id === exchange.originalId && exchange.state === 'thinking') exchange.state = 'deleted';
    else exchange.state = 'answered';
  }

  #acknowledged(token: string): Exchange {
    const exchange = this.#byToken.get(token);
    if (exchange === undefined || exchange.state === 'waiting') throw unknownWebhook();
    if (Date.now() - exchange.createdMs > this.#clock.tokenLifeMs) throw expiredToken();
    return exchange;
  }

  #post(exchange: Exchange, body: Body, extraFlags: number, original: boolean): Message {
    const message: Message = {
      id: snowflake(),
      type: original ? 20 : 19,
      channel_id: exchange.channelId,
      author: { ...this.#bot, discriminator: '0', avatar: null, bot: true },
      content: typeof body.content === 'string' ? body.content : '',
      components: numbered(componentsOf(body)),
      embeds: [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      application_id: this.#bot.id,
      interaction_metadata: {
        id: exchange.id,
        type: 2,
        user: { ...exchange.user, discriminator: '0', avatar: null },
        authorizing_integration_owners: {},
      },
      flags: Number(body.flags ?? 0) | extraFlags,
    };
    exchange.messages.push(message);
    if (original) exchange.originalId = message.id;
    return message;
  }

  /** Ephemeral stays what it was; the V2 flag can be added and never be taken away. */
  #revise(exchange: Exchange, id: string, body: Body): Message {
    const at = exchange.messages.findIndex((message) => message.id === id);
    const old = exchange.messages[at]!;
    const flags = (Number(body.flags ?? 0) & ~FLAGS.ephemeral) | (old.flags & ~FLAGS.loading);
    const content = typeof body.content === 'string' ? body.content : old.content;
    const components = Array.isArray(body.components) ? numbered(componentsOf(body)) : old.components;
    const revised: Message = {
      ...old,
      flags,
      content,
      components,
      edited_timestamp: new Date().toISOString(),
    };
    exchange.messages[at] = revised;
    return revised;
  }
}
