import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const file = new URL('../README.md', import.meta.url);
const executable = new URL('../dist/src/main.js', import.meta.url).pathname;

/** A block that shows a command and what it prints. */
const EXAMPLE = /```console\n\$ (?<command>.+)\n(?<output>[\s\S]*?)```/g;

/** `npm run readme` writes anew what the commands print. */
const isRewriting = process.env.UPDATE_README === '1';

/** The README's own commands, run by the built executable. */
function run(command: string): string {
  const line = command.replaceAll('npx verbatim', `"${process.execPath}" "${executable}"`);
  const { DISCORD_TOKEN: _token, CORPUS_DIR: _corpus, ...environment } = process.env;
  return execFileSync('sh', ['-c', line], {
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

const readme = readFileSync(file, 'utf8');
if (isRewriting)
  writeFileSync(
    file,
    readme.replace(
      EXAMPLE,
      (_block, command: string) => `\`\`\`console\n$ ${command}\n${run(command).trimEnd()}\n\`\`\``,
    ),
  );

const examples = [...readFileSync(file, 'utf8').matchAll(EXAMPLE)].map(
  ({ groups }) => [groups?.command ?? '', groups?.output ?? ''] as const,
);

describe('the README', () => {
  it('begins with a question and its answer', () => {
    expect(examples[0]?.[0]).toContain('verbatim ask');
    expect(examples[0]?.[1]).toContain('**');
  });

  it.each(examples)('shows what “%s” really prints', (command, output) => {
    expect(run(command).trimEnd()).toBe(output.trimEnd());
  });
});
