import { describe, expect, test } from 'vitest';
import { type AnyCommand, type OptionDefinitions, UserError } from '../../src/command.ts';
import { complete } from '../../src/terminal/completion.ts';
import { readOptions, readTyped } from '../../src/terminal/typed.ts';
import { commands, newsroom } from './fixture.ts';

const shelf = (own: string, options: OptionDefinitions = {}): AnyCommand =>
  ({
    ...commands[0]!,
    name: `shelf ${own}`,
    group: { name: 'shelf', description: 'Shelves', audience: 'operators' },
    options,
    main: Object.keys(options)[0],
  }) as AnyCommand;
const file = { type: 'file', description: 'what to put there' } as const;
const grouped = [...commands, shelf('put', { file }), shelf('dust')];

const quote = commands.find(({ name }) => name === 'quote')!;

describe('a line at the prompt', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['3', { kind: 'action', number: 3 }],
    [' 12 ', { kind: 'action', number: 12 }],
    ['/quit', { kind: 'leave' }],
    ['/EXIT', { kind: 'leave' }],
    ['quit', { kind: 'leave' }],
    ['what will it cost?', { kind: 'command', name: 'ask', options: { question: 'what will it cost?' } }],
    ['in 2025', { kind: 'command', name: 'ask', options: { question: 'in 2025' } }],
    ['why: because', { kind: 'command', name: 'ask', options: { question: 'why: because' } }],
    ['/quote quill', { kind: 'command', name: 'quote', options: { speaker: 'quill' } }],
    ['/QUOTE  quill ', { kind: 'command', name: 'quote', options: { speaker: 'quill' } }],
    ['/quote', { kind: 'command', name: 'quote', options: {} }],
    ['/ask 😀 "so"?', { kind: 'command', name: 'ask', options: { question: '😀 "so"?' } }],
    ['/why x', { kind: 'command', name: 'why', options: { question: 'x' } }],
  ])('%j asks for %j', (line, expected) => {
    const typed = readTyped(line, commands);
    const shown =
      typed.kind === 'command'
        ? { kind: typed.kind, name: typed.command.name, options: typed.options }
        : typed;
    expect(shown).toEqual(expected);
  });

  test.each([
    ['/qoute quill', 'There is no command “/qoute”. Did you mean /quote?'],
    ['/zebra', 'The commands are /ask, /quote, /help, /quit, /exit.'],
    ['/ask', '/ask needs a question: what you want to know. It takes question: and article:.'],
    ['x'.repeat(10_000), '/ask’s question holds at most 300 characters; this one has 10000. Shorten it.'],
  ])('%.20s is refused in words', (line, message) => {
    expect(() => readTyped(line, commands)).toThrow(UserError);
    expect(() => readTyped(line, commands)).toThrow(message);
  });
});

test('an option described by a question is asked for with its own mark', () => {
  const question = { type: 'text', description: 'What do you want?', required: true } as const;
  const asking = [{ ...commands.find(({ name }) => name === 'ask')!, options: { question } }];
  expect(() => readTyped('/ask', asking)).toThrow('needs a question: What do you want? It takes question:.');
});

describe('a command of a group', () => {
  test.each([
    ['/shelf put ./kelp.md', 'shelf put', { file: './kelp.md' }],
    ['/SHELF  Put https://courier.example/kelp', 'shelf put', { file: 'https://courier.example/kelp' }],
    ['/shelf dust', 'shelf dust', {}],
  ])('is called by two words: %s', (line, name, options) => {
    const typed = readTyped(line, grouped);
    expect(typed.kind === 'command' && [typed.command.name, typed.options]).toEqual([name, options]);
  });

  test.each([
    ['/shelf', '/shelf is the first word of several commands: /shelf put, /shelf dust.'],
    ['/shelf pt x', 'There is no command “/shelf pt”. Did you mean /shelf put?'],
    ['/shelf zebra', 'There is no command “/shelf zebra”. The commands are /shelf put, /shelf dust.'],
  ])('is named where %s is none', (line, message) => {
    expect(() => readTyped(line, grouped)).toThrow(UserError);
    expect(() => readTyped(line, grouped)).toThrow(message);
  });

  test.each([
    ['/sh', ['/shelf put ', '/shelf dust '], '/sh'],
    ['/shelf p', ['/shelf put '], '/shelf p'],
    ['/shelf put ', ['file:'], ''],
  ])('is completed after %j', (line, candidates, replaced) => {
    expect(complete(line, newsroom, grouped)).toEqual([candidates, replaced]);
  });
});

describe('a command’s options', () => {
  test.each([
    ['ada quill', { speaker: 'ada quill' }],
    ['"ada quill"', { speaker: 'ada quill' }],
    ['“ada quill”', { speaker: 'ada quill' }],
    ['speaker:quill about:sand', { speaker: 'quill', about: 'sand' }],
    ['about:"on sand" speaker:quill', { speaker: 'quill', about: 'on sand' }],
    ['about:“on sand” quill', { speaker: 'quill', about: 'on sand' }],
    ['quill about: sand', { speaker: 'quill', about: 'sand' }],
    ['ada quill about:wet sand', { speaker: 'ada quill', about: 'wet sand' }],
    ['speaker:ada quill about:sand', { speaker: 'ada quill', about: 'sand' }],
    ['about:"sand" ada quill', { speaker: 'ada quill', about: 'sand' }],
    ['page:2 ada quill', { speaker: 'ada quill', page: 2 }],
    ['SPEAKER:quill', { speaker: 'quill' }],
    ['page:3', { page: 3 }],
    ['https://courier.example/a', { speaker: 'https://courier.example/a' }],
    ['at 10:30', { speaker: 'at 10:30' }],
    ['"topic:sand"', { speaker: 'topic:sand' }],
    ['about:""', {}],
    ['', {}],
  ])('/quote %s', (rest, expected) => {
    expect(readOptions(quote, rest)).toEqual(expected);
  });

  test.each([
    ['abuot:sand', '/quote has no option “abuot”. Did you mean about:?'],
    ['zebra:sand', 'It takes speaker:, about: and page:.'],
    ['about:"sand', 'The quotation mark after about: is never closed. Close it: about:"…"'],
    ['page:two', '/quote’s page is a whole number from 1 to 9; “two” is not.'],
    ['page:10', '“10” is not.'],
    ['page:1.5', '“1.5” is not.'],
    ['about:a about:b', '/quote’s about is given twice. Give it once.'],
    ['quill speaker:ada', 'is given twice: as “quill” and as “ada”. Give it once.'],
  ])('/quote %s is refused', (rest, message) => {
    expect(() => readOptions(quote, rest)).toThrow(UserError);
    expect(() => readOptions(quote, rest)).toThrow(message);
  });

  test('a command without a main option says so', () => {
    const help = commands.find(({ name }) => name === 'help')!;
    expect(() => readOptions(help, 'me')).toThrow(
      '/help does not know what to do with “me”. It takes no options.',
    );
  });

  test('a name that every object has is no option', () => {
    expect(() => readOptions(quote, 'constructor:x')).toThrow('/quote has no option “constructor”');
  });
});
