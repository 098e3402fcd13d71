import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The built executable, as people and programs run it. `npm test` builds it first. */
const executable = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

let folder = '';
let corpus = '';

/** Runs in a folder without a .env, with nothing of the tester's own environment but the path. */
function verbatim(
  args: readonly string[],
  { input = '', env = {}, cwd = folder }: Given = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [executable, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const rowsOf = ({ out }: Ended): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const HARBOUR = `---
headline: Council Delays Harbour Bridge
publisher: The Port Courier
published: 2025-03-04
url: https://courier.example/harbour-bridge
---
The council has put off the new harbour bridge by two years.

“We cannot build on sand,” Mayor Ada Quill said on Monday.

## What will it cost?

The bridge will cost 40 million crowns, \u001b[31maccording\u001b[0m to the harbour office.
`;

beforeAll(async () => {
  if (!existsSync(executable)) throw new Error(`${executable} is not there. Run npm run build first.`);
  folder = await mkdtemp(join(tmpdir(), 'verbatim-terminal-'));
  corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'harbour-bridge.md'), HARBOUR);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const withCorpus = (...args: string[]): string[] => [...args, '--corpus', corpus];

describe('misuse', () => {
  test.each([
    [['aks', 'who?'], 'Did you mean “ask”?'],
    [['ask', 'who?', '--jsno'], 'Did you mean --json?'],
    [['ask'], 'ask needs a question'],
    [['ask', 'who?', '--speaker', 'x'], '--speaker is not an option of “verbatim ask”'],
    [['ask', '--batch', 'who?'], '--batch reads its questions from standard input'],
    [['ask', 'who?', '--corpus', 'nowhere'], 'nowhere'],
    [['eval-quotes'], 'eval-quotes takes one file'],
    [['eval-quotes', 'nowhere.jsonl'], 'cannot read the judged articles nowhere.jsonl'],
    [['eval'], 'eval takes one question set'],
    [['eval', 'nowhere.jsonl'], 'cannot read the question set nowhere.jsonl'],
    [['eval', 'set.jsonl', '--report'], '--report needs a value: --report FILE'],
    [['ask', 'who?', '--report', 'a.html'], '--report is not an option of “verbatim ask”'],
    [['rank', 'rows.jsonl'], '“verbatim rank” takes nothing but options'],
    [['bot', '--json'], '--json is not an option of “verbatim bot”'],
  ])('%j ends with 2 and says what to do, on stderr alone', async (args, message) => {
    expect(await verbatim(args)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test('what it repeats does not control the terminal', async () => {
    const { code, err } = await verbatim(['\u001b[31m']);
    expect(code).toBe(2);
    expect(err).toContain('␛[31m');
    expect(err).not.toContain('\u001b');
  });

  test('an article that is none is answered with those there are', async () => {
    const { code, err } = await verbatim(withCorpus('ask', 'who?', '--article', 'harbor', '--json'));
    expect(code).toBe(2);
    expect(err).toContain('“harbor”');
    expect(err).toContain('Council Delays Harbour Bridge');
  });

  test('a variable that does not fit is named', async () => {
    const { code, err } = await verbatim(['articles'], { env: { LOG_LEVEL: 'loud' } });
    expect(code).toBe(2);
    expect(err).toContain('LOG_LEVEL');
  });
});

test.each([[['--help']], [['help']], [['ask', '--help']], [['--version']]])(
  '%j ends with 0',
  async (args) => {
    expect(await verbatim(args)).toEqual({
      code: 0,
      out: expect.stringMatching(/^(Usage: verbatim|\d+\.\d+)/),
      err: '',
    });
  },
);

describe('rows', () => {
  test('ask --json gives one row with the answer’s own words and no reason', async () => {
    const ended = await verbatim(withCorpus('ask', 'what', 'will the bridge cost?', '--json'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    const [row] = rowsOf(ended);
    expect(row).toMatchObject({
      question: 'what will the bridge cost?',
      answered: true,
      answer: { text: expect.stringContaining('40 million crowns'), article: 'harbour-bridge' },
      reason: null,
      ms: expect.any(Number),
    });
    expect(ended.out).not.toContain('\u001b');
  });

  test('ask --batch: bad rows are told, and the batch goes on in its order', async () => {
    const input = [
      '{"id": "a", "question": "what will the bridge cost?"}',
      '{"id": "b"',
      '',
      '{"id": "c", "question": 7}',
      '{"id": "d", "turns": ["Who is the mayor?", "what did she say on Monday?"]}',
    ].join('\r\n');
    const ended = await verbatim(withCorpus('ask', '--batch'), { input });
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(rowsOf(ended)).toMatchObject([
      { id: 'a', answered: true },
      { error: expect.stringContaining('JSON'), line: 2 },
      { id: 'c', error: expect.stringContaining('got 7'), line: 4 },
      { id: 'd', question: 'what did she say on Monday?', evidence: expect.any(Array) },
    ]);
  });

  test('ask --batch of nothing is nothing', async () => {
    expect(await verbatim(withCorpus('ask', '--batch'))).toEqual({ code: 0, out: '', err: '' });
  });

  test('quotes --json gives a row for each quotation, with its places and its speaker', async () => {
    const ended = await verbatim(withCorpus('quotes', '--json', '--speaker', 'quill'));
    expect(ended.code).toBe(0);
    expect(rowsOf(ended)).toMatchObject([
      {
        text: 'We cannot build on sand',
        spans: [[expect.any(Number), expect.any(Number)]],
        article: 'harbour-bridge',
        speaker: { name: expect.stringContaining('Ada Quill'), grade: 'named' },
        cue: 'said',
        kind: 'direct',
      },
    ]);
  });

  test('articles --json gives a row for each article, with nothing left undefined', async () => {
    expect(rowsOf(await verbatim(withCorpus('articles', '--json')))).toEqual([
      {
        id: 'harbour-bridge',
        headline: 'Council Delays Harbour Bridge',
        standfirst: null,
        byline: null,
        publisher: 'The Port Courier',
        published: '2025-03-04',
        url: 'https://courier.example/harbour-bridge',
        sections: [
          { heading: null, paragraphs: 2 },
          { heading: 'What will it cost?', paragraphs: 1 },
        ],
        words: expect.any(Number),
        quotations: 1,
      },
    ]);
  });

  test('eval measures, lists the misses, and as JSON is one object', async () => {
    const set = join(folder, 'set.jsonl');
    await writeFile(
      set,
      '{"question": "what will the bridge cost?", "gold": ["40 million"]}\n' +
        '{"question": "what will the bridge cost?", "gold": ["50 million"]}\n',
    );
    const [measured] = rowsOf(await verbatim(withCorpus('eval', set, '--json')));
    expect(measured).toMatchObject({
      questions: 2,
      p1: 0.5,
      caught: null,
      misses: [{ expected: ['50 million'] }],
    });
    const { code, out } = await verbatim(withCorpus('eval', set));
    expect(code).toBe(0);
    expect(out).toMatch(/^P@1 +0\.500$/m);
    expect(out).toContain('1 miss\n');
    expect(out).toContain('expected “50 million”');
  });

  test('eval-quotes measures judged articles, lists the misses, and names a row that is none', async () => {
    const text = '“We cannot build on sand,” Mayor Ada Quill said. It will be “a fine bridge.”';
    const quotes = [
      { kind: 'direct', speaker: 'Mayor Ada Quill', cue: 'said', spans: [[0, 26]] },
      { kind: 'mixed', speaker: 'Brandt', cue: 'said', spans: [[text.indexOf('“a fine'), text.length]] },
    ];
    const set = join(folder, 'judged.jsonl');
    await writeFile(set, `${JSON.stringify({ id: 'bridge', headline: 'Bridge', text, quotes })}\n`);
    const [measured] = rowsOf(await verbatim(['eval-quotes', set, '--json']));
    expect(measured).toMatchObject({ articles: 1, pieces: 2, articlesPerSecond: expect.any(Number) });
    const { code, out } = await verbatim(['eval-quotes', set]);
    expect(code).toBe(0);
    expect(out).toMatch(/^pieces between marks +2$/m);
    expect(out.replace(/\s+/g, ' ')).toMatch(/• .*“Brandt”.*“a fine bridge.?” \(bridge\)/);
    await writeFile(set, `${JSON.stringify({ text, quotes })}\n{"text": 1}\n`);
    expect(await verbatim(['eval-quotes', set])).toMatchObject({
      code: 2,
      err: expect.stringContaining('judged.jsonl:2: expected an object with “text” and “quotes”'),
    });
  });

  test('eval --report writes a page beside the figures, and says where', async () => {
    const set = join(folder, 'reported.jsonl');
    const report = join(folder, 'report.html');
    await writeFile(set, '{"question": "what <b>will</b> the bridge cost?", "gold": ["50 million"]}\n');
    const ended = await verbatim(withCorpus('eval', set, '--json', '--report', report));
    expect(ended).toMatchObject({ code: 0, err: `The report is in ${report}.\n` });
    expect(rowsOf(ended)).toHaveLength(1);
    const page = await readFile(report, 'utf8');
    expect(page).toContain('what &lt;b&gt;will&lt;/b&gt; the bridge cost?');
    expect(page).toContain('reported.jsonl: 1 question over 1 article');
  });

  test.each([
    [['nowhere', 'report.html'], 'cannot write the report'],
    [['replaced.jsonl'], 'would replace the question set'],
  ])('eval --report %j is refused before anything is asked', async (parts, message) => {
    const set = join(folder, 'replaced.jsonl');
    const row = '{"question": "what will the bridge cost?", "gold": ["40 million"]}\n';
    await writeFile(set, row);
    const ended = await verbatim(withCorpus('eval', set, '--report', join(folder, ...parts)));
    expect(ended).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(await readFile(set, 'utf8')).toBe(row);
  });

  test('rank scores candidates without any articles; bad rows are told, and the rows go on', async () => {
    const input = [
      '{"id": "a", "question": "what will the bridge cost?", "candidates": [{"text": "It rained."}, {"text": "The bridge will cost 40 million."}]}',
      '{"id": "b", "question": "what?"}',
    ].join('\r\n');
    const ended = await verbatim(['rank'], { input, env: { CORPUS_DIR: join(folder, 'nowhere') } });
    expect(ended).toMatchObject({ code: 0, err: '' });
    const [scored, bad] = rowsOf(ended);
    expect(scored).toEqual({ id: 'a', scores: [expect.any(Number), expect.any(Number)] });
    const [rain, cost] = scored!.scores as number[];
    expect(cost).toBeGreaterThan(rain!);
    expect(bad).toEqual({ id: 'b', error: expect.stringContaining('“candidates”'), line: 2 });
  });

  test('eval names the file and line of a malformed row', async () => {
    const set = join(folder, 'malformed.jsonl');
    await writeFile(set, '{"question": "a", "gold": []}\n{"question": "b"}\n');
    const { code, out, err } = await verbatim(withCorpus('eval', set));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${set}:2: expected “gold”`);
  });
});

describe('text for people', () => {
  test('shows the passage with its answer marked, and no control character', async () => {
    const { code, out } = await verbatim(withCorpus('ask', 'what will the bridge cost?'), {
      env: { NO_COLOR: '1' },
    });
    expect(code).toBe(0);
    expect(out).toContain('Council Delays Harbour Bridge');
    expect(out).toContain('│ **The bridge will cost 40 million crowns');
    expect(out).toContain('␛[31maccording');
    expect(out).not.toContain('\u001b');
  });

  test('quotes shows who said what, and says so when nobody did', async () => {
    const { out } = await verbatim(withCorpus('quotes'));
    expect(out).toContain('│ “We cannot build on sand”');
    expect(await verbatim(withCorpus('quotes', '--speaker', 'nobody'))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The articles quote nobody called “nobody”\.\n/),
    });
  });

  test('articles lists the headlines of the directory that CORPUS_DIR names', async () => {
    expect(await verbatim(['articles'], { env: { CORPUS_DIR: corpus } })).toMatchObject({
      code: 0,
      out: expect.stringContaining('• Council Delays Harbour Bridge'),
    });
  });
});

describe('the corpus', () => {
  test('that has no articles is told of, and work goes on', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const ended = await verbatim(['ask', 'who?', '--json', '--corpus', empty]);
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('There are no articles in');
    expect(rowsOf(ended)).toMatchObject([
      {
        answered: false,
        answer: null,
        reason: expect.stringMatching(/^There are no articles yet/),
        evidence: [],
      },
    ]);
  });

  test('with a file that cannot be read names it, and the rest is read', async () => {
    const mixed = join(folder, 'mixed');
    await mkdir(mixed);
    await writeFile(join(mixed, 'good.md'), HARBOUR);
    await writeFile(join(mixed, 'bad.json'), '{');
    const ended = await verbatim(['articles', '--json', '--corpus', mixed]);
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('bad.json');
    expect(rowsOf(ended)).toMatchObject([{ id: 'good' }]);
  });
});

describe('lines piped in', () => {
  test('are answered one after the other, without prompts; mistakes end nothing', async () => {
    const input =
      'what will the bridge cost?\n\n/qoute quill\n/quote quill\n99\n\u001b\u0000\ud83d\n/quit\nnever asked\n';
    const { code, out, err } = await verbatim(withCorpus('repl'), { input });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const places = [
      '40 million crowns',
      'Did you mean /quote?',
      '“We cannot build on sand”',
      'There is no [99]',
    ];
    const found = places.map((words) => out.indexOf(words));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(out).not.toContain('> ');
    expect(out).not.toContain('\u001b');
  });

  test('can add an article, which the next line is answered from', async () => {
    const ferry = join(folder, 'ferry.md');
    await writeFile(
      ferry,
      '---\nheadline: Ferry sinks\n---\n\nThe ferry that links Grey Harbour with the islands sank at its moorings on Monday night, the port office of Westhaven said in a statement. Nobody was on board at the time.\n',
    );
    const growing = join(folder, 'growing');
    await mkdir(growing);
    const input = `/corpus add file:${ferry}\n1\nwhere did the ferry sink?\n`;
    const { code, out } = await verbatim(['repl', '--corpus', growing], { input });
    expect(code).toBe(0);
    expect(out.slice(out.lastIndexOf('Ferry sinks'))).toContain('sank at its moorings');
    expect(out).not.toContain('1 article added:');
  });

  test('need no subcommand when there is no token', async () => {
    const { code, out, err } = await verbatim(['--corpus', corpus], { input: 'what will the bridge cost?' });
    expect(code).toBe(0);
    expect(out).toContain('40 million crowns');
    expect(err).toMatch(/^No DISCORD_TOKEN is set, so this is the terminal\..*\n$/);
  });

  test('may be very long', async () => {
    const { code, out } = await verbatim(withCorpus('repl'), {
      input: `${'harbour '.repeat(1_250)}\n/quote quill\n`,
    });
    expect(code).toBe(0);
    expect(out).toContain('We cannot build on sand');
  });
});

test('a reader who has read enough ends it quietly', async () => {
  const questions = '{"question": "what will the bridge cost?"}\n'.repeat(2_000);
  const ended = await new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [executable, ...withCorpus('ask', '--batch')], { cwd: folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: '', err }));
    child.stdin.end(questions);
  });
  expect(ended).toEqual({ code: 0, out: '', err: '' });
});

/** A place that takes nothing, where there is one. */
const FULL = '/dev/full';

test.skipIf(!existsSync(FULL))('a full disk is told of in one line, and ends it with 1', async () => {
  const full = await open(FULL, 'w');
  const child = spawn(process.execPath, [executable, ...withCorpus('quotes')], {
    cwd: folder,
    stdio: ['ignore', full.fd, 'pipe'],
  });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  await full.close();
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^verbatim: sorry, something broke on our side: ENOSPC.*\n$/),
  });
});
