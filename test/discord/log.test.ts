import { expect, test } from 'vitest';
import { openLog } from '../../src/log.ts';

const written = async (level: 'info' | 'silent' = 'info') => {
  const lines: string[] = [];
  const log = await openLog({ level, secrets: ['the.bot.token'], write: (line) => void lines.push(line) });
  return { log, lines };
};

test('a line is one line of JSON with its level, time and message', async () => {
  const { log, lines } = await written();
  log.info('hello', { shard: 0 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/\n$/);
  expect(JSON.parse(lines[0]!)).toEqual({
    level: 'info',
    time: expect.any(String),
    message: 'hello',
    shard: 0,
  });
});

test('an error is written with its stack and cause', async () => {
  const { log, lines } = await written();
  log.error('broke', { error: new Error('outer', { cause: new Error('inner') }) });
  expect(JSON.parse(lines[0]!).error).toMatchObject({
    message: 'outer',
    stack: expect.stringContaining('log.test.ts'),
    cause: { message: 'inner' },
  });
});

test('no token reaches a line, wherever it stands', async () => {
  const { log, lines } = await written();
  log.warn('with the.bot.token', {
    header: 'Bot the.bot.token',
    error: new Error('POST https://a.example/api/v10/interactions/123/aW50ZXJhY3Rpb24/callback failed'),
    url: '/webhooks/123/aW50ZXJhY3Rpb24/messages/@original',
  });
  expect(lines[0]).not.toMatch(/the\.bot\.token|aW50ZXJhY3Rpb24/);
  expect(lines[0]).toContain('/webhooks/123/[secret]/messages/@original');
});

test('what is below the level is not written', async () => {
  const { log, lines } = await written();
  log.debug('quiet');
  expect(lines).toEqual([]);
  const silent = await written('silent');
  silent.log.error('quiet');
  expect(silent.lines).toEqual([]);
});
