import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEndpointCaller } from './endpoint-caller.ts';
import { type Program, verbatim } from './executable.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { until } from './loopback/waiting.ts';
import { wordsOf } from './reading.ts';

/** `verbatim serve`, as an operator runs it. */

const caller = createEndpointCaller();
let discord: LoopbackDiscord;
let other: Server;
/** In use by another program. */
let taken: string;
const programs: Program[] = [];

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  taken = String(typeof address === 'object' ? address?.port : '');
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.kill('SIGKILL');
    await program.exited;
  }
  await new Promise((resolve) => other.close(resolve));
  await discord.close();
  expect(discord.violations).toEqual([]);
});

const serve = (variables: Record<string, string> = {}): Program => {
  const all = {
    DISCORD_PUBLIC_KEY: caller.publicKey,
    DISCORD_API_URL: discord.apiUrl,
    PORT: '0',
    ...variables,
  };
  const program = verbatim(['serve'], all);
  programs.push(program);
  return program;
};
const port = ({ output }: Program): string | undefined => /"port":(\d+),"paths"/.exec(output())?.[1];
const expectMisuse = async (program: Program, pattern: RegExp): Promise<void> => {
  expect(await program.exited).toEqual({ code: 2, signal: null });
  expect(program.output()).toMatch(pattern);
  expect(program.output()).not.toMatch(/\n\s+at /);
};

describe('verbatim serve', () => {
  test('needs no token to answer, and ends cleanly on SIGTERM', async () => {
    const program = serve();
    await until(() => port(program) !== undefined, 'the endpoint to open');
    const asking = discord.endpoint(`http://127.0.0.1:${port(program)}/`, caller);
    const { messages } = await asking.slash('ask', { question: 'Who is Dmytro Kuleba?' });
    expect(wordsOf(messages[0])).toContain('former foreign minister');
    program.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.output()).toContain('"stopped"');
  });

  test('with a token registers the commands', async () => {
    const program = serve({ DISCORD_TOKEN: discord.token });
    await until(() => program.output().includes('"commands registered"'), 'the commands');
    expect(discord.commands().map(({ name }) => name)).toContain('ask');
    expect(program.output()).not.toContain(discord.token);
  });

  test('without a public key says where to get one', async () => {
    await expectMisuse(
      serve({ DISCORD_PUBLIC_KEY: '' }),
      /DISCORD_PUBLIC_KEY: expected the application’s public key, got nothing\. Copy it from/,
    );
  });

  test('with something else for a public key does not repeat it', async () => {
    const program = serve({ DISCORD_PUBLIC_KEY: 'my.secret.token' });
    await expectMisuse(program, /DISCORD_PUBLIC_KEY: expected a public key of 64 hex digits/);
    expect(program.output()).not.toContain('my.secret.token');
  });

  test('with a wrong token says so', async () => {
    await expectMisuse(
      serve({ DISCORD_TOKEN: 'wrong.token' }),
      /DISCORD_TOKEN: Discord does not know this token/,
    );
  });

  test('on a port that is in use says so', async () => {
    const pattern = new RegExp(`PORT: port ${taken} is in use by another program`);
    await expectMisuse(serve({ PORT: taken }), pattern);
  });

  test('with a port for metrics that is in use says so', async () => {
    const pattern = new RegExp(`METRICS_PORT: port ${taken} is in use by another program`);
    await expectMisuse(serve({ METRICS_PORT: taken }), pattern);
  });
});
