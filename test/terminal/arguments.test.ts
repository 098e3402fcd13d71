import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { helpText, readArguments, type Usage } from '../../src/terminal/arguments.ts';

const table: readonly Usage[] = [
  { name: 'ask', operands: 'QUESTION', summary: 'Asks.', options: ['article', 'json', 'batch', 'corpus'] },
  { name: 'quotes', operands: '', summary: 'Lists.', options: ['speaker', 'json', 'corpus'] },
];
const off = { json: false, batch: false };

describe('arguments', () => {
  test.each([
    [[], { kind: 'open', options: off }],
    [['--corpus', 'news'], { kind: 'open', options: { ...off, corpus: 'news' } }],
    [['ask', 'who', 'pays?'], { kind: 'run', row: table[0], operands: ['who', 'pays?'], options: off }],
    [
      ['--json', 'ask', 'who?'],
      { kind: 'run', row: table[0], operands: ['who?'], options: { ...off, json: true } },
    ],
    [
      ['ask', '--corpus=-odd', '--', '-x'],
      { kind: 'run', row: table[0], operands: ['-x'], options: { ...off, corpus: '-odd' } },
    ],
    [
      ['quotes', '--speaker', 'Ada Quill'],
      { kind: 'run', row: table[1], operands: [], options: { ...off, speaker: 'Ada Quill' } },
    ],
    [['help'], { kind: 'help', row: null }],
    [['--help'], { kind: 'help', row: null }],
    [['-h'], { kind: 'help', row: null }],
    [['help', 'ask'], { kind: 'help', row: table[0] }],
    [['ask', '--help'], { kind: 'help', row: table[0] }],
    [['--version'], { kind: 'version' }],
    [['-V'], { kind: 'version' }],
  ])('%j are read as %j', (given, expected) => {
    expect(readArguments(given, table)).toEqual(expected);
  });

  test.each([
    [['aks', 'who?'], 'There is no subcommand “aks”. Did you mean “ask”?'],
    [['zebra'], 'There is no subcommand “zebra”. There are ask, quotes, help.'],
    [['who pays?'], 'To ask it: verbatim ask "who pays?"'],
    [['ask', '--jsno'], 'There is no option --jsno. Did you mean --json?'],
    [['ask', '-x'], 'There is no option -x. See verbatim --help.'],
    [
      ['ask', '--speaker', 'x'],
      '--speaker is not an option of “verbatim ask”. It belongs to “verbatim quotes”.',
    ],
    [
      ['--json'],
      '--json is not an option of “verbatim” alone. It belongs to “verbatim ask”, “verbatim quotes”.',
    ],
    [['ask', '--corpus'], '--corpus needs a value: --corpus DIR.'],
    [['ask', '--corpus', '--json'], '--corpus needs a value (--corpus DIR), but “--json” follows it.'],
    [['ask', '--corpus='], '--corpus needs a value: --corpus DIR.'],
    [['ask', '--json=yes'], '--json takes no value; got “yes”. Leave “=yes” out.'],
    [['ask', '--corpus', 'a', '--corpus', 'b'], '--corpus is given twice.'],
    [['quotes', 'quill'], '“verbatim quotes” takes nothing but options; got “quill”.'],
    [['help', 'quote'], 'Did you mean “quotes”?'],
  ])('%j is refused in words', (given, message) => {
    expect(() => readArguments(given, table)).toThrow(UserError);
    expect(() => readArguments(given, table)).toThrow(message);
  });
});

test('help lists every subcommand with its summary and its options', () => {
  const help = helpText(null, table);
  expect(help).toContain('ask     Asks.');
  expect(help).toContain('verbatim quotes [--speaker NAME] [--json] [--corpus DIR]');
  expect(helpText(table[0]!, table)).toBe(
    'Usage: verbatim ask QUESTION [--article ARTICLE] [--json] [--batch] [--corpus DIR]\n\nAsks.',
  );
});
