/** The parts of Discord's JSON that the tests look at. Everything else passes through untouched. */

export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly components?: readonly Component[];
  /** At a section's side. */
  readonly accessory?: Component;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly style?: number;
  readonly [field: string]: unknown;
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly flags: number;
  readonly content: string;
  readonly components: readonly Component[];
  readonly embeds: readonly object[];
  readonly [field: string]: unknown;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot?: boolean;
}

/** As Discord spells a user out. */
export const userFrame = (user: User): object => ({
  ...user,
  global_name: user.username,
  discriminator: '0',
  avatar: null,
  public_flags: 0,
});

export const FLAGS = {
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4096,
  componentsV2: 32768,
} as const;
export const TYPE = { row: 1, button: 2, section: 9, text: 10, separator: 14, container: 17 } as const;

export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const componentsOf = (body: Body): readonly Component[] =>
  Array.isArray(body.components) ? (body.components as readonly Component[]) : [];

/** Every component of a message, the nested ones too, in the order in which they are shown. */
export const flattened = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [
    component,
    ...flattened(component.components ?? []),
    ...(component.accessory === undefined ? [] : flattened([component.accessory])),
  ]);

export const textsOf = (message: { components: readonly Component[] }): readonly string[] =>
  flattened(message.components).flatMap(({ type, content }) =>
    type === TYPE.text && content !== undefined ? [content] : [],
  );

export const buttonsOf = (message: { components: readonly Component[] }): readonly Component[] =>
  flattened(message.components).filter(({ type }) => type === TYPE.button);

let last = 1_300_000_000_000_000_000n;
/** Eighteen or nineteen digits, as discord.js insists; the higher bits are the time in ms since 2015. */
export function snowflake(): string {
  const now = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n;
  last = now > last ? now : last + 1n;
  return last.toString();
}
