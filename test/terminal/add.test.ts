import { spawn } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { page, serve } from '../fetching/server.ts';
import { folderFor, item, markdown, namesIn, rss, story, textIn } from '../intake/newsagent.ts';
import { executable, runProgram, verbatim } from './verbatim.ts';

const FERRY = 'ferry-number-1-sinks-in-grey-harbour';
const HEADLINE = 'Ferry number 1 sinks in Grey Harbour';
const rowsOf = (out: string): readonly unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('verbatim add', () => {
  test('says what became of each article that is not as it was, and sums up', async () => {
    const folder = await folderFor({ 'in/a.md': story(1), 'in/b.json': '{', 'corpus/x': '' });
    const { code, out, err } = await verbatim(['add', 'in', '--corpus', 'corpus'], folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      `added: ${FERRY}.md “${HEADLINE}”`,
      expect.stringMatching(/^refused: in\/b\.json: line 1: expected JSON/),
      '1 added · 1 refused',
      '',
    ]);
  });

  test('of what is there already says which article it is, and of several how many', async () => {
    const folder = await folderFor({ 'in/a.md': story(1), 'corpus/x': '' });
    const add = () => verbatim(['add', 'in', '--corpus', 'corpus'], folder);
    await add();
    expect(await add()).toEqual({
      code: 0,
      out: `unchanged: ${FERRY}.md “${HEADLINE}”\n1 unchanged\n`,
      err: '',
    });
    await writeFile(join(folder, 'in/b.md'), story(2));
    await add();
    expect(await add()).toEqual({ code: 0, out: '2 unchanged\n', err: '' });
  });

  test('takes CORPUS_DIR for the corpus', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    const env = { PATH: process.env.PATH ?? '', CORPUS_DIR: 'mine' };
    expect((await verbatim(['add', 'a.md'], folder, { env })).code).toBe(0);
    expect(await namesIn(join(folder, 'mine'))).toEqual([`${FERRY}.md`]);
  });

  test('with --dry-run writes nothing, not even a directory', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    const { code, out } = await verbatim(['add', 'a.md', '--dry-run', '--corpus', 'corpus'], folder);
    expect(code).toBe(0);
    expect(out).toContain(`would be added: ${FERRY}.md “${HEADLINE}”\n`);
    expect(out).toContain('1 added (nothing was written: --dry-run)\n');
    expect(await namesIn(folder)).toEqual(['a.md']);
  });

  test('with --json gives a row for each outcome, unchanged ones too', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'b.md': story(1), 'corpus/x': '' });
    const { code, out, err } = await verbatim(
      ['add', 'a.md', 'b.md', 'c.md', '--json', '--corpus', 'corpus'],
      folder,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const kept = { id: FERRY, file: `${FERRY}.md`, headline: HEADLINE };
    expect(rowsOf(out)).toEqual([
      { kind: 'refused', reference: 'c.md', why: 'there is no such file. Check its name.' },
      { kind: 'added', reference: 'a.md', ...kept },
      { kind: 'unchanged', reference: 'b.md', ...kept },
    ]);
  });

  test('ends with 1 where everything was refused, and with 2 where it was asked wrongly', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    const codes = await Promise.all(
      [
        ['add', 'missing.md'],
        ['add'],
        ['add', 'a.md', '--limit', 'many'],
        ['add', 'a.md', '--limit', '0'],
        ['add', 'a.md', '--corpus', 'no/such/place'],
        ['ask', 'who?', '--force'],
        ['remove', 'a', '--force'],
        ['remove'],
        ['remove', 'nothing', '--corpus', '.'],
        ['refresh', 'nothing', '--corpus', '.'],
      ].map(async (args) => {
        const all = args.includes('--corpus') ? args : [...args, '--corpus', 'corpus'];
        const { code, out, err } = await verbatim(all, folder);
        return [code, code === 2 ? err !== '' && out === '' : out !== ''];
      }),
    );
    expect(codes).toEqual([[1, true], ...Array(9).fill([2, true])]);
  });

  test('reads from this machine only with --allow-loopback', async () => {
    const paper = await serve({ '/ferry': page(story(), markdown) });
    const folder = await folderFor({ 'corpus/x': '' });
    const refused = await verbatim(['add', paper.at('/ferry'), '--corpus', 'corpus'], folder);
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringContaining(`refused: ${paper.at('/ferry')}: `),
    });
    expect(paper.asked).toEqual([]);
    const added = await verbatim(
      ['add', paper.at('/ferry'), '--allow-loopback', '--corpus', 'corpus'],
      folder,
    );
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining(`added: ${FERRY}.md`) });
  });

  test('with --limit takes the newest of a feed', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(rss(item(2, paper.at('/2'), '', '2031-03-01') + item(1, paper.at('/1'), '', '2031-03-09'))),
      '/1': page(story(1), markdown),
    });
    const folder = await folderFor({ 'corpus/x': '' });
    const args = ['add', paper.at('/rss'), '--limit', '1', '--allow-loopback', '--corpus', 'corpus'];
    expect((await verbatim(args, folder)).out).toBe(
      `${paper.at('/rss')}: a feed of 2 entries: the newest 1 are taken. --limit 2 takes all.\nadded: ${FERRY}.md “${HEADLINE}”\n1 added\n`,
    );
  });

  test('shows no control character of an article', async () => {
    const evil = story(1)
      .replace('Ferry', '"\\u001b[31mFerry\\u202e"')
      .replace(' number 1 sinks in Grey Harbour\n', '\n');
    const folder = await folderFor({ 'a.md': evil, '\u001b[2J.md': story(2), 'corpus/x': '' });
    const { out } = await verbatim(
      ['add', 'a.md', '\u001b[2J.md', '\u001b]0;x.md', '--corpus', 'corpus'],
      folder,
    );
    expect(out).toContain('2 added · 1 refused');
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  // The limit of a shell on what a process may write stands for a disk that takes no more.
  test.skipIf(process.platform === 'win32')('names what the disk does not take, and goes on', async () => {
    const long = story(1).replace(
      'She spoke',
      `${'It was a long story, and nobody was told the end of it. '.repeat(200)}She spoke`,
    );
    const folder = await folderFor({ 'in/a.md': long, 'in/b.md': story(2), 'corpus/x': '' });
    const program = `ulimit -f 4; exec "${process.execPath}" "${executable}" add in --corpus corpus`;
    const { code, out } = await runProgram('/bin/sh', ['-c', program], { cwd: folder });
    expect(out).toContain('refused: in/a.md: the file would be larger than this disk allows.');
    expect({ code, last: out.split('\n').at(-2) }).toEqual({ code: 0, last: '1 added · 1 refused' });
    expect(await namesIn(join(folder, 'corpus'))).toEqual(['ferry-number-2-sinks-in-grey-harbour.md', 'x']);
  });

  test.skipIf(process.platform === 'win32')('names what it may not read or write, and goes on', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/b.md': story(2),
      'in/shut/c.md': story(3),
      'corpus/x': '',
    });
    // Nothing is closed to the superuser: then it is run by somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    await chmod(folder, 0o755);
    await chmod(join(folder, 'corpus'), 0o777);
    await chmod(join(folder, 'in/a.md'), 0);
    await chmod(join(folder, 'in/shut'), 0);
    const why = 'no permission. Change its permissions, or run this as its owner.';
    const { code, out } = await verbatim(['add', 'in', '--corpus', 'corpus'], folder, nobody);
    expect(code).toBe(0);
    expect(out).toContain(`refused: in/a.md: ${why}\n`);
    expect(out).toContain(`refused: in/shut: ${why}\n`);
    expect(out).toContain('1 added · 2 refused');
    await chmod(join(folder, 'corpus'), 0o555);
    await writeFile(join(folder, 'in/d.md'), story(4));
    const closed = await verbatim(['add', 'in/d.md', '--corpus', 'corpus'], folder, nobody);
    const shut = why.replace('permission', 'permission to write in corpus');
    expect(closed).toMatchObject({ code: 1, out: expect.stringContaining(`refused: in/d.md: ${shut}\n`) });
    await chmod(join(folder, 'in/shut'), 0o755);
  });

  test('stops at Ctrl-C between two articles, and says what is in', async () => {
    const paper = await serve({
      '/1': page(story(1), markdown),
      '/slow': () => undefined,
    });
    const folder = await folderFor({ 'corpus/x': '' });
    const args = ['add', paper.at('/1'), paper.at('/slow'), '--allow-loopback', '--corpus', 'corpus'];
    const child = spawn(process.execPath, [executable, ...args], { cwd: folder, stdio: 'pipe' });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, out }).toEqual({ code: 130, out: `added: ${FERRY}.md “${HEADLINE}”\n1 added\n` });
  });
});

describe('verbatim remove', () => {
  test('deletes what is named, and goes on after what is not there', async () => {
    const folder = await folderFor({ 'corpus/a.md': story(1), 'corpus/b.md': story(2) });
    const { code, out, err } = await verbatim(['remove', 'zzz', 'a', '--corpus', 'corpus'], folder);
    expect({ code, out }).toEqual({ code: 2, out: `removed: a.md “${HEADLINE}”\n` });
    expect(err).toContain('“zzz”: expected an article’s id, file, address or headline');
    expect(await namesIn(join(folder, 'corpus'))).toEqual(['b.md']);
  });

  test('with --dry-run only says so', async () => {
    const folder = await folderFor({ 'corpus/a.md': story(1) });
    const ended = await verbatim(['remove', 'a', '--dry-run', '--corpus', 'corpus'], folder);
    expect(ended).toEqual({ code: 0, out: `would be removed: a.md “${HEADLINE}”\n`, err: '' });
    expect(await namesIn(join(folder, 'corpus'))).toEqual(['a.md']);
  });
});

test('verbatim refresh takes what changed where an article was published', async () => {
  let text = story(1);
  const paper = await serve({ '/ferry': (_, response) => response.writeHead(200, markdown).end(text) });
  const folder = await folderFor({ 'corpus/x': '' });
  const run = (...args: string[]) => verbatim([...args, '--allow-loopback', '--corpus', 'corpus'], folder);
  await run('add', paper.at('/ferry'));
  expect(await run('refresh')).toEqual({
    code: 0,
    out: `unchanged: ${FERRY}.md “${HEADLINE}”\n1 unchanged\n`,
    err: '',
  });
  text = text.replace('old,', 'new,');
  expect((await run('refresh', FERRY)).out).toBe(
    `updated: ${FERRY}.md “${HEADLINE}” (1 paragraph changed)\n1 updated\n`,
  );
  expect(await textIn(folder, 'corpus', `${FERRY}.md`)).toContain('“She was new,');
});
