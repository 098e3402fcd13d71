import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import type { Librarian } from '../../src/librarian.ts';
import type { Desk } from '../../src/terminal/desk.ts';
import { repl } from '../../src/terminal/repl.ts';
import type { Input, Output } from '../../src/terminal/streams.ts';
import { commands, newsroom } from './fixture.ts';

interface Window {
  readonly tty: boolean;
  readonly colour?: boolean;
  readonly debug?: boolean;
  readonly desk?: Partial<Desk>;
}

/** Types some keys into a conversation and gives back all that was written, once it has ended. */
async function typed(
  keys: readonly string[],
  { tty, colour = false, debug = false, desk = {} }: Window,
): Promise<string> {
  const input: Input = Object.assign(new PassThrough(), { isTTY: tty, setRawMode: () => {} });
  const output: Output = Object.assign(new PassThrough(), {
    isTTY: tty,
    columns: 60,
    hasColors: () => colour,
  });
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const streams = { input, output, errors: output };
  const ended = repl({ newsroom, commands, streams, ...desk }, { debug });
  for (const key of keys) {
    (input as unknown as PassThrough).write(key);
    await new Promise((resolve) => setImmediate(resolve));
  }
  (input as unknown as PassThrough).end();
  await ended;
  return written;
}

/** The places of words in what was written: in order, when they are. */
const places = (written: string, ...words: string[]): number[] => words.map((each) => written.indexOf(each));

describe('at a prompt', () => {
  test('a greeting, the answer, and an end with Ctrl-D', async () => {
    const written = await typed(['what does it cost?\r', '\u0004'], { tty: true });
    const found = places(
      written,
      'Verbatim: 1 article. Ask',
      '> ',
      'answer: what does it cost?',
      '[1] Why this',
    );
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  });

  test('lines that are pasted together are answered one after the other', async () => {
    const written = await typed(['what does it cost?\r1\r/quote quill\r', '\u0004'], { tty: true });
    const found = places(
      written,
      'answer: what',
      'because of “what does it cost?”',
      'quote {"speaker":"quill"}',
    );
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  });

  test('/quit leaves, and what was pasted after it is not asked', async () => {
    const written = await typed(['/quit\rwhat does it cost?\r'], { tty: true });
    expect(written).not.toContain('answer:');
  });

  test('Ctrl-C clears what was typed; on an empty line the second one leaves', async () => {
    const written = await typed(['never asked', '\u0003', '/quote bo\r', '\u0003', '\u0003', 'too late\r'], {
      tty: true,
    });
    expect(written).toContain('quote {"speaker":"bo"}');
    expect(written).toContain('Ctrl-C once more');
    expect(written).not.toContain('answer:');
  });

  test('Tab completes what was begun', async () => {
    expect(await typed(['/quote bo', '\t', '\r', '\u0004'], { tty: true })).toContain(
      'quote {"speaker":"Bo Lund"}',
    );
  });

  test('what has become of the articles stands above the next reply, once', async () => {
    const nothing = { added: [], changed: [], removed: [], problems: [] };
    const heard = [{ ...nothing, added: ['Ferry raised'] }];
    const tidings = () => heard.shift() ?? nothing;
    const keys = ['/quote bo\r', '/quote quill\r', '\u0004'];
    const written = await typed(keys, { tty: true, desk: { tidings } });
    const found = places(
      written,
      '(1 article added: Ferry raised)',
      'quote {"speaker":"bo"}',
      'quote {"speaker":"quill"}',
    );
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(written.split('Ferry raised')).toHaveLength(2);
  });

  test('what is being done is shown in a line that is taken away, and the articles can be changed', async () => {
    const librarian = { isBusy: () => false } as Librarian;
    const work = defineCommand({
      name: 'shelf dust',
      group: { name: 'shelf', description: 'Shelves', audience: 'operators' },
      description: 'Dusts it',
      options: {},
      async run(_room, _options, context) {
        context.progress?.('1 of 2…');
        const text = context.librarian === librarian ? 'dusted' : 'nobody is there to dust';
        return { blocks: [{ kind: 'note', tone: 'plain', text }], actions: [] };
      },
    }) as AnyCommand;
    const desk = { commands: [...commands, work], librarian };
    const written = await typed(['/shelf dust\r', '\u0004'], { tty: true, desk });
    expect(written).toContain('\r\u001b[K1 of 2…\r\u001b[Kdusted');
    expect(await typed(['/shelf dust\n'], { tty: false, desk })).toBe('dusted\n');
  });

  test('colours only where the terminal has them', async () => {
    const bold = '\u001b[1m> ';
    expect(await typed(['\u0004'], { tty: true, colour: true })).toContain(bold);
    expect(await typed(['\u0004'], { tty: true })).not.toContain(bold);
  });
});

describe('lines piped in', () => {
  test('are answered without greeting or prompt, a blank line between two answers', async () => {
    expect(await typed(['/help\n\n', '/quote quill\n/quote', ' bo'], { tty: false })).toBe(`helped

Here in the terminal: type a question as it is, a command with its options
(/quote NAME about:SUBJECT), or the number of an action under a reply. Tab
completes, Up recalls, Ctrl-C clears the line, Ctrl-D or /quit leaves.

quote {"speaker":"quill"}

quote {"speaker":"bo"}
`);
  });

  test('a fault is an apology with a reference, and the next line is answered', async () => {
    const written = await typed(['break\n/quote bo\n'], { tty: false });
    expect(written).toMatch(
      /^Sorry, something broke on our side: the index is torn\s\(reference [0-9a-f]{8}\)\.\n/,
    );
    expect(written).toContain('quote {"speaker":"bo"}');
    expect(written).not.toContain('TypeError');
  });

  test('its stack is shown to whoever debugs', async () => {
    expect(await typed(['break\n'], { tty: false, debug: true })).toContain('TypeError: the index is torn');
  });
});
