import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile } from './imports.ts';
import { roomOf, violations } from './laws.ts';

const ROOT = new URL('../', import.meta.url);

const files: readonly SourceFile[] = ['src', 'commands'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, source: readFileSync(new URL(path, ROOT), 'utf8') })),
);
const imports = files.flatMap(importsOf);
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', ROOT), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

describe('the house', () => {
  it('keeps its laws', () => {
    expect(violations(files)).toEqual([]);
  });

  it('is read whole: every import statement and every import() is known', () => {
    const written = files.flatMap(({ source }) => [
      ...source.matchAll(/^import |^export .* from |\bimport\('/gm),
    ]);
    expect(imports.filter(({ how }) => how !== 'required')).toHaveLength(written.length);
    expect(imports.filter(({ how }) => how === 'required').map(({ target }) => target)).toEqual(
      expect.arrayContaining(['natural', '#package']),
    );
    expect(new Set(files.map(({ path }) => roomOf(path))).size).toBeGreaterThanOrEqual(11);
  });

  it('imports only files that exist', () => {
    const paths = new Set(files.map(({ path }) => path));
    expect(imports.filter(({ kind, target }) => kind === 'ours' && !paths.has(target))).toEqual([]);
  });

  it('imports every runtime dependency that it lists, and lists every one that it imports', () => {
    const used = new Set(
      imports
        .filter(({ kind, how, target }) => kind === 'package' && how !== 'type' && !target.startsWith('#'))
        .map(({ target }) => target),
    );
    expect([...used].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('says of every file on Discord which question it answers', () => {
    const told = readFileSync(new URL('ARCHITECTURE.md', ROOT), 'utf8');
    const untold = files
      .filter(({ path }) => path.startsWith('src/discord/'))
      .map(({ path }) => path.slice('src/discord/'.length))
      .filter((name) => !told.includes(`\`${name}\``));
    expect(untold).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('the check itself', () => {
  const wrong: readonly (readonly [path: string, source: string, law: RegExp])[] = [
    [
      'src/news/article.ts',
      `import { x } from '../search/terms.ts';`,
      /news may import no other room, not search/,
    ],
    ['src/news/article.ts', `import { readFile } from 'node:fs/promises';`, /news may not use/],
    ['src/news/parse/json.ts', `import net from 'net';`, /news may not use/],
    ['src/news/article.ts', `export { x } from '../answer/rank.ts';`, /not answer/],
    ['src/news/article.ts', `export * from '../newsroom.ts';`, /not newsroom/],
    ['src/news/article.ts', `const now = Date.now();`, /clock/],
    ['src/search/engine.ts', `import type { Answer } from '../answer/answer.ts';`, /not answer/],
    ['src/search/engine.ts', `import MiniSearch from 'minisearch';`, /only .*minisearch\.ts.* may import it/],
    ['src/answer/rank.ts', `import MiniSearch from "minisearch";`, /only/],
    ['src/answer/rank.ts', `const s = createRequire(import.meta.url)('natural/lib/x.js');`, /only .*terms/],
    ['src/answer/rank.ts', `const require = createRequire(import.meta.url);\nrequire('minisearch');`, /only/],
    ['src/answer/rank.ts', `import '../newsroom.ts';`, /not newsroom/],
    ['src/newsroom.ts', `import { readFileSync } from 'fs';`, /newsroom may not use/],
    ['src/newsroom.ts', `import { ask } from '../commands/ask.ts';`, /not commands/],
    ['src/newsroom.ts', `import { readCorpus } from './corpus.ts';`, /not opening/],
    ['src/reply.ts', `import { bot } from './discord/bot.ts';`, /not discord/],
    ['commands/ask.ts', `import { createInterface } from 'node:readline';`, /commands may not use/],
    ['commands/ask.ts', `import { Client } from 'discord.js';`, /only/],
    ['commands/ask.ts', `import { x } from '../src/search/minisearch.ts';`, /not search/],
    ['commands/ask.ts', `import { x } from '../src/environment.ts';`, /not operating/],
    ['commands/ask.ts', `const key = process.env.KEY;`, /reads process\.env/],
    ['src/discord/bot.ts', `import { wrap } from '../terminal/wrap.ts';`, /not terminal/],
    ['src/discord/bot.ts', `import { rank } from '../answer/rank.ts';`, /not answer/],
    ['src/discord/bot.ts', `const { x } = await import('../main.ts');`, /not main/],
    ['src/discord/bot.ts', `import { readFile } from 'node:fs/promises';`, /discord may not use/],
    ['src/discord/server-settings.ts', `import { readFileSync } from 'node:fs';`, /discord may not use/],
    ['src/discord/bot.ts', `import { createServer } from 'node:http';`, /discord may not use/],
    ['src/observation.ts', `import { createServer } from 'node:http';`, /operating may not use/],
    ['src/http-server.ts', `import { createServer } from 'node:https';`, /operating may not use/],
    ['src/observation.ts', `const { Gauge } = await import('prom-client');`, /only .*metrics/],
    ['src/http/routes.ts', `import { askAll } from '../newsroom.ts';`, /not newsroom/],
    ['src/terminal/repl.ts', `import type { Bot } from '../discord/bot.ts';`, /not discord/],
    ['src/terminal/repl.ts', `import { pino } from 'pino';`, /only/],
    ['src/main.ts', `import { runBot } from './discord/bot.ts';`, /only when it is wanted/],
    ['src/main.ts', `import {\n  repl,\n} from './terminal/repl.ts';`, /only when it is wanted/],
    ['src/main.ts', `import { rank } from './answer/rank.ts';`, /not answer/],
    ['src/log.ts', `import chalk from 'chalk';`, /without a home/],
    ['src/log.ts', `import type { X } from '@scope/thing/deep.js';`, /without a home/],
    ['src/open.ts', `await import(name);`, /computed: name/],
    ['src/open.ts', `await import('./' + name);`, /computed/],
    ['src/open.ts', `import { x } from '../test/imports.ts';`, /leads out of/],
    ['src/cache.ts', `export {};`, /is in no room/],
  ];

  it.each(wrong)('refuses, in %s, %s', (path, source, law) => {
    const found = violations([{ path, source }]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(law);
    expect(found[0]).toContain(path);
  });

  const right: readonly (readonly [path: string, source: string])[] = [
    ['src/search/terms.ts', `import { textAt } from '../news/article.ts';`],
    ['src/search/terms.ts', `createRequire(import.meta.url)('natural/lib/x.js');`],
    ['src/main.ts', `const { runBot } = await import('./discord/bot.ts');`],
    ['src/main.ts', `import type { Desk } from './terminal/desk.ts';`],
    ['src/discord/bot.ts', `import { Client } from 'discord.js';`],
    ['src/news/article.ts', `// import x from '../newsroom.ts'\n/** like import('../newsroom.ts') */`],
    ['src/environment.ts', `const all = process.env;`],
    ['src/http-server.ts', `import { createServer } from 'node:http';`],
    ['src/discord/server-settings.ts', `import { rename } from 'node:fs/promises';`],
    ['src/discord/webhook.ts', `import { startHttpServer } from '../http-server.ts';`],
  ];

  it.each(right)('allows, in %s, %s', (path, source) => {
    expect(violations([{ path, source }])).toEqual([]);
  });
});
