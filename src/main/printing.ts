import { printable } from '../terminal/printable.ts';
import type { Streams } from '../terminal/streams.ts';

export const streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr };

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A line beside the result: a problem, a note. Safe to show, whatever it repeats. */
export const remark = (text: string): void => {
  process.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
};
