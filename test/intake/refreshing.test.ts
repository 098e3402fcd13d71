import { readlink, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Handler, page, serve } from '../fetching/server.ts';
import {
  all,
  folderFor,
  intakeFor,
  item,
  markdown,
  namesIn,
  rss,
  story,
  textIn,
  told,
  wholeText,
  whyRefused,
} from './newsagent.ts';

const FERRY = 'ferry-number-1-sinks-in-grey-harbour';

/** A paper with one article, which can be changed, and a corpus that has it. */
async function desk() {
  const now: { text: string; etag: string; status: number } = { text: story(), etag: '"v1"', status: 200 };
  const handler: Handler = (request, response) => {
    const known = now.status === 200 && request.headers['if-none-match'] === now.etag;
    if (known) return response.writeHead(304, { etag: now.etag }).end();
    return response.writeHead(now.status, { ...markdown, etag: now.etag }).end(now.text);
  };
  const paper = await serve({ '/ferry': handler, '/other': page(story(2), markdown) });
  const folder = await folderFor({ x: '' });
  const intake = intakeFor(folder);
  await all(intake.add([paper.at('/ferry')]));
  return { now, paper, folder, intake, file: join(folder, `${FERRY}.md`) };
}

describe('refreshing', () => {
  it('asks whether the page has changed, and touches nothing where it has not', async () => {
    const { paper, intake, file } = await desk();
    const before = await stat(file);
    expect(told(await all(intake.refresh()))).toEqual([`unchanged ${FERRY}.md`]);
    expect(paper.asked.at(-1)?.headers['if-none-match']).toBe('"v1"');
    expect(await stat(file)).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
  });

  it('touches nothing where the server cannot tell and the words are the same', async () => {
    const { now, intake, file } = await desk();
    now.etag = '"v2"';
    const before = await stat(file);
    expect(told(await all(intake.refresh()))).toEqual([`unchanged ${FERRY}.md`]);
    expect((await stat(file)).ino).toBe(before.ino);
  });

  it('takes what changed, says how much, and asks for the new version from then on', async () => {
    const { now, paper, intake, file } = await desk();
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(await all(intake.refresh([FERRY]))).toMatchObject([{ kind: 'updated', changedParagraphs: 1 }]);
    expect(await textIn(file)).toContain('“She was new,');
    expect(told(await all(intake.refresh([FERRY])))).toEqual([`unchanged ${FERRY}.md`]);
    expect(paper.asked.at(-1)?.headers['if-none-match']).toBe('"v2"');
  });

  it('takes a headline, a date and names that were corrected, and says so', async () => {
    const { now, intake, file } = await desk();
    const text = `---\nheadline: Ferry sinks at its moorings\nbyline: Ida Holm\n---${story().split('---')[2]}`;
    Object.assign(now, { text, etag: '"v2"' });
    expect(await all(intake.refresh([FERRY]))).toMatchObject([{ kind: 'updated', changedParagraphs: 0 }]);
    expect(await textIn(file)).toMatch(/headline: Ferry sinks at its moorings\nbyline: Ida Holm\n/);
    expect(told(await all(intake.refresh([FERRY])))).toEqual([`unchanged ${FERRY}.md`]);
  });

  it('leaves a headline alone that a person has corrected', async () => {
    const { now, intake, file } = await desk();
    await writeFile(file, (await textIn(file)).replace('headline: Ferry', 'headline: Old ferry'));
    Object.assign(now, { text: story().replace('headline: Ferry', 'headline: New ferry'), etag: '"v2"' });
    expect(told(await all(intake.refresh([FERRY])))).toEqual([`unchanged ${FERRY}.md`]);
    expect(await textIn(file)).toContain('headline: Old ferry');
  });

  it('knows a file again that an editor has saved with a mark before its text', async () => {
    const { now, intake, file } = await desk();
    await writeFile(file, `\ufeff${await textIn(file)}`);
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(told(await all(intake.refresh()))).toEqual([`updated ${FERRY}.md`]);
  });

  it('follows the link to a file that is kept elsewhere, and leaves the link', async () => {
    const { now, intake, folder, file } = await desk();
    const elsewhere = join(await folderFor({ x: '' }), 'ferry.md');
    await rename(file, elsewhere);
    await symlink(elsewhere, file);
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(told(await all(intake.refresh()))).toEqual([`updated ${FERRY}.md`]);
    expect(await readlink(join(folder, `${FERRY}.md`))).toBe(elsewhere);
    expect(await textIn(elsewhere)).toContain('She was new,');
  });

  it('asks for nothing that its owner wrote, unless it is named', async () => {
    const paper = await serve({ '/1': page(story(1).replace('old,', 'new,'), markdown) });
    const folder = await folderFor({ 'mine.md': story(1, `url: ${paper.at('/1')}\n`) });
    const intake = intakeFor(folder);
    expect(await intake.due()).toEqual([]);
    expect(await all(intake.refresh())).toMatchObject([
      { kind: 'noted', what: 'articles that were written by hand, and are kept as they are: 1 of 1.' },
    ]);
    expect(paper.asked).toEqual([]);
    expect(whyRefused(await all(intake.refresh(['mine'])))).toEqual([
      expect.stringMatching(/written by hand, and reads differently/),
    ]);
  });

  it('goes by the file as it is when the page has come, not as it was when it was asked for', async () => {
    const versions = ['old,', 'new,', 'young,'];
    const paper = await serve({
      '/ferry': (_, response) =>
        response.writeHead(200, markdown).end(story().replace('old,', versions.shift() ?? 'young,')),
    });
    const folder = await folderFor({ x: '' });
    const intake = intakeFor(folder);
    await all(intake.add([paper.at('/ferry')]));
    const both = await Promise.all([all(intake.refresh()), all(intake.refresh())]);
    expect(both.flatMap(told)).toEqual([`updated ${FERRY}.md`, `updated ${FERRY}.md`]);
  });

  it('keeps the names and the date that only the feed gave', async () => {
    const now = { text: wholeText(1) };
    const plain = { 'content-type': 'text/html; charset=utf-8' };
    const head = '<title>Ferry number 1 sinks in Grey Harbour</title>';
    const paper = await serve({
      '/1': (_, response) =>
        response.writeHead(200, plain).end(`${head}<article><h1>Ferry</h1>${now.text}</article>`),
      '/rss': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(item(1, paper.at('/1')))),
    });
    const folder = await folderFor({ x: '' });
    const intake = intakeFor(folder);
    await all(intake.add([paper.at('/rss')]));
    const [outcome] = await all(intake.refresh());
    expect(outcome).toMatchObject({ kind: 'unchanged' });
    now.text = wholeText(2);
    expect(await all(intake.refresh(undefined, { force: true }))).toMatchObject([{ kind: 'updated' }]);
    const [file = ''] = await namesIn(folder);
    expect(await textIn(folder, file)).toMatch(/publisher: The Courier\npublished: '?2031-03-04/);
  });

  it('keeps the fields that an owner has added to the file', async () => {
    const { now, intake, file } = await desk();
    const before = await textIn(file);
    await writeFile(file, before.replace('---\n', '---\ntopics:\n  - ferries\nchecked: 2031-03-05 by Ann\n'));
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(told(await all(intake.refresh([FERRY])))).toEqual([`updated ${FERRY}.md`]);
    const after = await textIn(file);
    expect(after).toContain('topics:\n  - ferries\nchecked: 2031-03-05 by Ann\n');
    expect(after).toContain('She was new,');
    expect(after.match(/^etag:.*$/gm)).toEqual([expect.stringContaining('v2')]);
  });

  it.each([404, 410])('keeps an article whose page is gone (%d), and says so', async (status) => {
    const { now, paper, intake, file } = await desk();
    now.status = status;
    expect(await all(intake.refresh())).toMatchObject([
      { kind: 'gone', id: FERRY, reference: paper.at('/ferry') },
    ]);
    expect(await textIn(file)).toContain('She was old');
  });

  it('keeps an article whose page fails or holds no article any more', async () => {
    const { now, intake, file } = await desk();
    Object.assign(now, { status: 503 });
    expect(await all(intake.refresh())).toMatchObject([{ kind: 'refused', keeps: FERRY }]);
    Object.assign(now, {
      status: 200,
      etag: '"v2"',
      text: '---\nheadline: Subscribe\n---\n\nTo read on, subscribe.\n',
    });
    expect(whyRefused(await all(intake.refresh()))).toEqual([expect.stringContaining('25 words')]);
    expect(await textIn(file)).toContain('She was old');
  });

  it.each([
    ['another site', (port: number) => `http://[::1]:${port}/other`],
    ['the front page', () => '/'],
  ])('keeps an article whose page leads to %s', async (_what, target) => {
    const paper = await serve({
      '/ferry': (_, response) => {
        if (!moved) return response.writeHead(200, markdown).end(story());
        return response.writeHead(301, { location: target(paper.port) }).end();
      },
      '/': page(story(2), markdown),
    });
    let moved = false;
    const intake = intakeFor(await folderFor({ x: '' }));
    await all(intake.add([paper.at('/ferry')]));
    moved = true;
    expect(told(await all(intake.refresh()))).toEqual([`refused ${paper.at('/ferry')}`]);
  });

  it('leaves a correction by hand alone, unless it is told not to', async () => {
    const { now, intake, file } = await desk();
    const corrected = (await textIn(file)).replace('nine years', 'ten years');
    await writeFile(file, corrected);
    expect(told(await all(intake.refresh()))).toEqual([`unchanged ${FERRY}.md`]);
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(whyRefused(await all(intake.refresh()))).toEqual([expect.stringContaining('corrected by hand')]);
    expect(await textIn(file)).toBe(corrected);
    expect(told(await all(intake.refresh([], { force: true })))).toEqual([`updated ${FERRY}.md`]);
  });

  it('says what it would do, and writes nothing, in a dry run', async () => {
    const { now, intake, file } = await desk();
    const before = await textIn(file);
    Object.assign(now, { text: story().replace('old,', 'new,'), etag: '"v2"' });
    expect(told(await all(intake.refresh([], { dryRun: true })))).toEqual([`updated ${FERRY}.md`]);
    expect(await textIn(file)).toBe(before);
  });

  it('asks only for those that are named, and says how many have no address', async () => {
    const { paper, folder, intake } = await desk();
    await all(intake.add([paper.at('/other')]));
    await writeFile(join(folder, 'mine.md'), story(3));
    const asked = paper.asked.length;
    await all(intake.refresh([paper.at('/other')]));
    expect(paper.asked.slice(asked).map(({ path }) => path)).toEqual(['/other']);
    const outcomes = await all(intake.refresh());
    expect(outcomes[0]).toMatchObject({
      kind: 'noted',
      what: 'articles without an address to be asked for at: 1 of 3.',
    });
    expect(await all(intake.refresh(['mine']))).toEqual([
      { kind: 'noted', reference: 'mine', what: 'has no address to be asked for at.' },
    ]);
    await expect(all(intake.refresh(['no such']))).rejects.toThrow('there is no such article');
  });
});
