import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pageOf } from './ink.ts';
import type { Layout } from './render.ts';

export type Input = Readable & { readonly isTTY?: boolean };
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** A terminal's: heeds NO_COLOR, FORCE_COLOR and TERM. */
  hasColors?(): boolean;
};

export interface Streams {
  readonly input: Input;
  readonly output: Output;
  /** For everything that is not the result: progress, problems, notes. */
  readonly errors: Output;
}

/** Writes a line, and waits when the reader is slower than we are. */
export async function writeLine(output: Output, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
}

export const layoutOf = (output: Output, actions: Layout['actions']): Layout => ({
  ...pageOf(
    output.isTTY ? output.columns : undefined,
    output.isTTY === true && output.hasColors?.() === true,
  ),
  actions,
});

/**
 * Lines of a stream as they come, without their ends ("\n" or "\r\n"). node:readline is not used for this: it
 * also breaks at U+2028, which may stand in a JSON string.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let left = '';
  for await (const chunk of input) {
    left += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = left.split('\n');
    left = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  left += decoder.decode();
  if (left !== '') yield left.replace(/\r$/, '');
}
