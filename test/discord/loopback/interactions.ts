import {
  acknowledgedAlready,
  DiscordRefusal,
  expiredToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.ts';
import { MESSAGE_TYPE, newMessage, revised, stub } from './messages.ts';
import { type Body, FLAGS, isBody, type Message, snowflake, type User, userFrame } from './shapes.ts';

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
  /** Asked where the bot is not: Discord then allows five follow-ups. */
  readonly isElsewhere: boolean;
  state: State;
  /** What it was acknowledged with. */
  callbackType: number | undefined;
  /** From its dispatch until its acknowledgement came, by a clock that never jumps. */
  acknowledgedMs: number | undefined;
  /** The number of attempts to acknowledge it that reached Discord, those that it refused included. */
  acknowledgements: number;
  /** How often a message of it was written to after it was made. */
  edits: number;
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

interface InteractionsDeps {
  readonly clock: Clock;
  readonly bot: User;
  /** Keep what was shown; otherwise only what further requests need. */
  readonly keep: boolean;
}

interface Asking {
  readonly source?: Message | undefined;
  readonly isElsewhere?: boolean;
}

/** Everybody's messages by id, and what may still be done with which token. */
export class Interactions {
  readonly #byToken = new Map<string, Exchange>();
  readonly #dispatched = new WeakMap<Exchange, number>();
  readonly #deps: InteractionsDeps;
  /** Installed by a user only: Discord then allows five follow-ups. */
  userInstalled = false;

  constructor(deps: InteractionsDeps) {
    this.#deps = deps;
  }

  open(channelId: string, user: User, { source, isElsewhere = false }: Asking = {}): Exchange {
    const now = Date.now();
    const id = snowflake();
    const exchange: Exchange = {
      id,
      token: `interaction-token-${id}`,
      channelId,
      user,
      createdMs: now,
      source,
      isElsewhere,
      state: 'waiting',
      callbackType: undefined,
      acknowledgedMs: undefined,
      acknowledgements: 0,
      edits: 0,
      busy: 0,
      lastTouchedMs: now,
      choices: undefined,
      messages: [],
      originalId: undefined,
      followUps: 0,
    };
    this.#byToken.set(exchange.token, exchange);
    this.#dispatched.set(exchange, performance.now());
    return exchange;
  }

  find(token: string): Exchange | undefined {
    return this.#byToken.get(token);
  }

  /** Its token is unknown from then on. For runs that would otherwise fill the memory. */
  forget(exchange: Exchange): void {
    this.#byToken.delete(exchange.token);
  }

  /** A message that answers an interaction, whichever it is. */
  shown(messageId: string): Message | undefined {
    for (const { messages } of this.#byToken.values()) {
      const message = messages.find(({ id }) => id === messageId);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  /** `POST /interactions/:id/:token/callback` */
  acknowledge(id: string, token: string, body: Body): void {
    const exchange = this.#byToken.get(token);
    if (exchange === undefined || exchange.id !== id) throw unknownInteraction();
    exchange.acknowledgements += 1;
    if (exchange.state !== 'waiting') throw acknowledgedAlready();
    if (Date.now() - exchange.createdMs > this.#deps.clock.acknowledgeMs) throw unknownInteraction();
    const data = isBody(body.data) ? body.data : {};
    this.#begin(exchange, Number(body.type), data);
    exchange.callbackType = Number(body.type);
    exchange.acknowledgedMs = performance.now() - (this.#dispatched.get(exchange) ?? 0);
    exchange.lastTouchedMs = Date.now();
  }

  #begin(exchange: Exchange, type: number, data: Body): void {
    switch (type) {
      case PLAIN_MESSAGE:
        this.#post(exchange, data, true);
        exchange.state = 'answered';
        return;
      case DEFERRED_MESSAGE:
        this.#post(exchange, { flags: Number(data.flags ?? 0) | FLAGS.loading }, true);
        exchange.state = 'thinking';
        return;
      case DEFERRED_UPDATE:
      case UPDATE:
        if (exchange.source === undefined) throw new DiscordRefusal(400, 50035, 'Invalid Form Body');
        exchange.messages.push(exchange.source);
        exchange.originalId = exchange.source.id;
        exchange.state = 'updating';
        if (type === UPDATE) this.#revise(exchange, exchange.source.id, data);
        return;
      case CHOICES:
        exchange.choices = Array.isArray(data.choices) ? data.choices : [];
        exchange.state = 'answered';
        return;
      default:
        throw new DiscordRefusal(400, 50035, `Invalid Form Body: callback type ${type}`);
    }
  }

  /** `POST /webhooks/:application/:token`: straight after a deferral it fills the waiting message instead. */
  followUp(token: string, body: Body): Message {
    const exchange = this.#acknowledged(token);
    if (exchange.state === 'thinking' && exchange.originalId !== undefined) {
      return this.edit(token, exchange.originalId, body);
    }
    exchange.followUps += 1;
    if ((this.userInstalled || exchange.isElsewhere) && exchange.followUps > MOST_FOLLOW_UPS) {
      throw new DiscordRefusal(400, 40094, 'Maximum number of follow-up messages reached');
    }
    exchange.state = 'answered';
    return this.#post(exchange, body, false);
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
    if (Date.now() - exchange.createdMs > this.#deps.clock.tokenLifeMs) throw expiredToken();
    return exchange;
  }

  #post(exchange: Exchange, body: Body, original: boolean): Message {
    const { bot, keep } = this.#deps;
    const type = original ? MESSAGE_TYPE.command : MESSAGE_TYPE.reply;
    const message = newMessage({ channelId: exchange.channelId, author: { ...bot, bot: true }, type }, body, {
      application_id: bot.id,
      webhook_id: bot.id,
      interaction_metadata: {
        id: exchange.id,
        type: 2,
        user: userFrame(exchange.user),
        authorizing_integration_owners: {},
      },
    });
    exchange.messages.push(keep ? message : stub(message));
    if (original) exchange.originalId = message.id;
    return message;
  }

  #revise(exchange: Exchange, id: string, body: Body): Message {
    const at = exchange.messages.findIndex((message) => message.id === id);
    const message = revised(exchange.messages[at]!, body);
    exchange.messages[at] = this.#deps.keep ? message : stub(message);
    exchange.edits += 1;
    return message;
  }
}
