import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { quantile } from '../src/terminal/measures.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../test/discord/loopback/discord.ts';
import type { Exchange } from '../test/discord/loopback/interactions.ts';
import { type Table, threeFigures, times } from './table.ts';

/*
 * The bot as a process of its own, beside the one that discord.js’s guide would have you write: how soon people are
 * told that an answer is coming, and what the process holds. Discord is this process; both share the machine.
 */

const FLOOD = 2_000;
/** A second. */
const RATE = 200;
const LONG_RUN = 20_000;
const AT_ONCE = 50;

const QUESTIONS = [
  'why did Zelensky reject the deal?',
  'what did Kuleba tell Politico?',
  'what are rare earths used for?',
  'who won the World Cup?',
  'how much is the deal worth?',
];

interface Subject {
  readonly name: string;
  /** Interactions; the library's default of fifty answers a second makes it long for the other. */
  readonly longRun: number;
  readonly start: (discord: LoopbackDiscord) => ChildProcess;
}

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const CORPUS = path('../../corpus');

const SUBJECTS: readonly Subject[] = [
  {
    name: 'verbatim',
    longRun: LONG_RUN,
    start: ({ apiUrl, token }) =>
      spawn(process.execPath, [path('../src/main.js'), 'bot'], {
        cwd: tmpdir(),
        env: {
          PATH: process.env.PATH,
          CORPUS_DIR: CORPUS,
          DISCORD_TOKEN: token,
          DISCORD_API_URL: apiUrl,
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
  },
  {
    name: 'guide’s bot',
    longRun: 0,
    start: ({ apiUrl, token }) =>
      spawn(process.execPath, [path('plain-bot.js'), apiUrl, token], { stdio: ['ignore', 'ignore', 'pipe'] }),
  },
];

interface Figures {
  readonly idleMb: number;
  readonly floodP50: number;
  readonly floodP99: number;
  readonly floodAnsweredMs: number;
  /** The second of its kind: the first one meets code that has hardly run. */
  readonly againP50: number;
  readonly againP99: number;
  readonly lost: number;
  readonly steadyP50: number;
  readonly steadyP99: number;
  readonly warmMb: number;
  readonly afterMb: number;
}

export async function run(): Promise<Table> {
  const found: Figures[] = [];
  for (const subject of SUBJECTS) {
    console.error(`discord: ${subject.name}`);
    found.push(await figuresOf(subject));
  }
  const [ours, plain] = found;
  if (ours === undefined || plain === undefined) throw new Error('nothing was measured');
  const row = (what: string, of: (figures: Figures) => number): readonly string[] => [
    what,
    figure(of(ours)),
    figure(of(plain)),
    of(plain) > 0 ? times(of(ours) / of(plain)) : '',
  ];
  return {
    title: 'On Discord: the bot beside one that looks nothing up',
    notes: [
      `Flood: ${FLOOD} questions by as many people at once. Steady: ${RATE} a second for ten seconds. Long run:`,
      `${LONG_RUN} more, ${AT_ONCE} at a time. Memory is the process’s resident set.`,
      'Goals: acknowledged within 250 ms (p99); none lost; idle below 130 MB; the long run adds at most 5 %.',
    ],
    columns: ['', ...SUBJECTS.map(({ name }) => name), 'ratio'],
    rows: [
      row('flood: acknowledged, median ms', ({ floodP50 }) => floodP50),
      row('flood: acknowledged, p99 ms', ({ floodP99 }) => floodP99),
      row('flood: all answered after ms', ({ floodAnsweredMs }) => floodAnsweredMs),
      row('a second flood: acknowledged, median ms', ({ againP50 }) => againP50),
      row('a second flood: acknowledged, p99 ms', ({ againP99 }) => againP99),
      row('lost or answered twice', ({ lost }) => lost),
      row('steady: acknowledged, median ms', ({ steadyP50 }) => steadyP50),
      row('steady: acknowledged, p99 ms', ({ steadyP99 }) => steadyP99),
      row('idle, MB', ({ idleMb }) => idleMb),
      row('after flood and steady, MB', ({ warmMb }) => warmMb),
      row('after the long run, MB', ({ afterMb }) => afterMb),
    ],
  };
}

const figure = (value: number): string => (Number.isNaN(value) ? '–' : threeFigures(value));

async function figuresOf({ start, longRun }: Subject): Promise<Figures> {
  const discord = await startLoopbackDiscord({ keep: false, validate: false });
  const child = start(discord);
  let output = '';
  child.stderr?.on('data', (chunk) => {
    output = `${output}${String(chunk)}`.slice(-10_000);
  });
  try {
    await discord.until(() => output.includes('"commands '), 'the bot to be ready');
    await sleep(4_000);
    const idleMb = megabytes(child);
    const flood = await asked(discord, FLOOD, () => undefined);
    const again = await asked(discord, FLOOD, () => undefined);
    const steady = await asked(discord, 10 * RATE, (at) => (at % (RATE / 20) === 0 ? sleep(50) : undefined));
    await sleep(4_000);
    const warmMb = megabytes(child);
    let lost = flood.lost + again.lost + steady.lost;
    for (let done = 0; done < longRun; done += 1_000) {
      lost += (await asked(discord, 1_000, (at, waiting) => (at % AT_ONCE === 0 ? waiting() : undefined)))
        .lost;
    }
    await sleep(4_000);
    return {
      idleMb,
      ...{ floodP50: quantile(flood.ms, 0.5) ?? 0, floodP99: quantile(flood.ms, 0.99) ?? 0 },
      floodAnsweredMs: flood.answeredMs,
      ...{ againP50: quantile(again.ms, 0.5) ?? 0, againP99: quantile(again.ms, 0.99) ?? 0 },
      ...{ steadyP50: quantile(steady.ms, 0.5) ?? 0, steadyP99: quantile(steady.ms, 0.99) ?? 0 },
      lost,
      warmMb,
      afterMb: longRun === 0 ? Number.NaN : megabytes(child),
    };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
    await discord.close();
  }
}

interface Asked {
  /** From the question to its acknowledgement. */
  readonly ms: readonly number[];
  readonly answeredMs: number;
  readonly lost: number;
}

let people = 0;

/** @param pause before the next question, given how many were asked and a wait for all of them. */
async function asked(
  discord: LoopbackDiscord,
  count: number,
  pause: (asked: number, answered: () => Promise<void>) => Promise<void> | undefined,
): Promise<Asked> {
  const started = performance.now();
  const exchanges: Exchange[] = [];
  const isAnswered = ({ state }: Exchange): boolean => state === 'answered';
  const answered = async (): Promise<void> => {
    const deadline = performance.now() + 120_000;
    while (!exchanges.every(isAnswered) && performance.now() < deadline) await sleep(5);
  };
  for (let at = 1; at <= count; at += 1) {
    people += 1;
    const user = { id: String(310_000_000_000_000_000n + BigInt(people)), username: `person${people}` };
    exchanges.push(discord.sendSlash('ask', { question: QUESTIONS[at % QUESTIONS.length] ?? '' }, { user }));
    await pause(at, answered);
  }
  await answered();
  const answeredMs = performance.now() - started;
  const ms = exchanges.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  const lost = exchanges.filter((exchange) => !isAnswered(exchange) || exchange.followUps > 0).length;
  for (const exchange of exchanges) discord.interactions.forget(exchange);
  return { ms, answeredMs, lost };
}

/** Linux tells; elsewhere it is unknown. */
function megabytes({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
