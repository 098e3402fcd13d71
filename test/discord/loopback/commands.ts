import { typeOf } from './command-limits.ts';
import { missingAccess } from './errors.ts';
import { type Body, isBody, snowflake } from './shapes.ts';

type Scope = string;

const CHAT = 1;
const LOCALIZATIONS = new Set(['name_localizations', 'description_localizations']);

/** Registered commands by scope: "global" or a server's id. */
export class Commands {
  readonly #applicationId: string;
  readonly #byScope = new Map<Scope, readonly Body[]>();
  /** Servers in which the application may register nothing. */
  readonly closedGuilds = new Set<string>();

  constructor(applicationId: string) {
    this.#applicationId = applicationId;
  }

  /** With their translations. */
  of(scope: Scope): readonly Body[] {
    return this.#byScope.get(scope) ?? [];
  }

  /** `GET …/commands`: translations only come when they are asked for. */
  list(scope: Scope, withLocalizations: boolean): readonly Body[] {
    this.#allow(scope);
    return withLocalizations ? this.of(scope) : this.of(scope).map(withoutLocalizations);
  }

  /** `PUT …/commands`: what has the name and type of one that is there keeps its id. */
  overwrite(scope: Scope, wanted: readonly Body[]): readonly Body[] {
    this.#allow(scope);
    const before = new Map(this.of(scope).map((command) => [keyOf(command), command.id]));
    const commands = wanted.map((command) => ({
      ...asReturned(command),
      id: before.get(keyOf(command)) ?? snowflake(),
      application_id: this.#applicationId,
      version: snowflake(),
      ...(scope === 'global' ? { dm_permission: true } : { guild_id: scope }),
    }));
    this.#byScope.set(scope, commands.toReversed()); // in no order to rely on
    return commands;
  }

  #allow(scope: Scope): void {
    if (this.closedGuilds.has(scope)) throw missingAccess();
  }
}

const keyOf = (command: Body): string => `${typeOf(command)} ${String(command.name)}`;

/** Discord fills in what was left out, and leaves out of options what has its default. */
function asReturned(command: Body): Body {
  const { options, ...others } = command;
  const { default_member_permissions: needed = null } = command;
  const inner = Array.isArray(options) ? options.filter(isBody).map(optionReturned) : [];
  return {
    type: CHAT,
    description: '',
    name_localizations: null,
    description_localizations: null,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...others,
    default_member_permissions: needed === null ? null : String(needed),
    ...(inner.length > 0 && { options: inner }),
  };
}

const optionReturned = ({ options, ...option }: Body): Body => ({
  name_localizations: null,
  description_localizations: null,
  ...Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false)),
  ...(Array.isArray(options) && { options: options.filter(isBody).map(optionReturned) }),
});

/** At every depth: options and choices have translations too. */
function withoutLocalizations(body: Body): Body {
  const strip = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(strip) : isBody(value) ? withoutLocalizations(value) : value;
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (LOCALIZATIONS.has(key) ? [] : [[key, strip(value)]])),
  );
}
