import type { CommandAction } from '../reply.ts';
import { CUSTOM_ID } from './limits.ts';

/**
 * What a button carries: the call itself, so that it works after a restart.
 *
 *     1>ask;question:what%3B did he say;page#2
 *     │└ `>` a reply that follows, `=` one in place of the message the button is on
 *     └ version: changes whenever the meaning of these letters does
 */
const VERSION = '1';
const FOLLOWS = '>';
const IN_PLACE = '=';

export type Call = Pick<CommandAction, 'command' | 'options' | 'inPlace'>;

/** The separators, and white space that a server might trim or normalise. */
const UNSAFE = /[%;]|[^\S ]|\p{Cc}|^ | $/gu;
const LONE_SURROGATE = /\p{Cs}/u;
const encode = (text: string): string => text.replace(UNSAFE, encodeURIComponent);

const NAME = "[-_'\\p{L}\\p{N}]+";
/** One of a group has a blank in its name: "corpus add". */
const HEAD = new RegExp(`^${VERSION}([${FOLLOWS}${IN_PLACE}])(${NAME}(?: ${NAME})?)$`, 'u');
const OPTION = new RegExp(`^(${NAME})([:#])(.*)$`, 'u');

/** Undefined when the call does not fit: such a button cannot be offered. */
export function encodeCall({ command, options, inPlace }: Call): string | undefined {
  const values = Object.entries(options).map(([name, value]) =>
    typeof value === 'number' ? `${name}#${value}` : `${name}:${encode(value)}`,
  );
  const id = [`${VERSION}${inPlace ? IN_PLACE : FOLLOWS}${command}`, ...values].join(';');
  return id.length <= CUSTOM_ID && !LONE_SURROGATE.test(id) && decodeCall(id) !== undefined ? id : undefined;
}

/** Undefined for whatever this version did not write. */
export function decodeCall(id: string): Call | undefined {
  const [head = '', ...parts] = id.split(';');
  const [, mode, command] = HEAD.exec(head) ?? [];
  if (command === undefined) return undefined;
  const options: Record<string, string | number> = {};
  for (const part of parts) {
    const [, name, type, raw] = OPTION.exec(part) ?? [];
    if (name === undefined || raw === undefined || Object.hasOwn(options, name)) return undefined;
    const value = type === '#' ? finite(raw) : decode(raw);
    if (value === undefined) return undefined;
    Object.defineProperty(options, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return { command, options, inPlace: mode === IN_PLACE };
}

const finite = (text: string): number | undefined =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
