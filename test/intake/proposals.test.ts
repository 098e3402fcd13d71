import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { page, serve } from '../fetching/server.ts';
import { folderFor, intakeFor, item, markdown, namesIn, rss, story, textIn, wholeText } from './newsagent.ts';

const FERRY = 'ferry-number-1-sinks-in-grey-harbour';
const corpus = () => folderFor({ x: '' });
const upload = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('a proposal', () => {
  it('shows what was understood and what would become of it, and changes nothing that is read', async () => {
    const paper = await serve({ '/ferry': page(story(), markdown) });
    const folder = await corpus();
    const proposal = await intakeFor(folder).propose(paper.at('/ferry'));
    expect(proposal).toMatchObject({
      key: expect.stringMatching(/^[a-z0-9]{10}$/),
      articles: [
        {
          article: { headline: 'Ferry number 1 sinks in Grey Harbour' },
          outcome: { kind: 'added', id: FERRY },
        },
      ],
      refused: [],
    });
    expect((await readCorpus(folder)).articles).toEqual([]);
  });

  it('is taken in once, with all that is known of it, also after a restart', async () => {
    const paper = await serve({ '/ferry': page(story(), { ...markdown, etag: '"v1"' }) });
    const folder = await corpus();
    const { key = '' } = await intakeFor(folder).propose(paper.at('/ferry'));
    const intake = intakeFor(folder);
    expect(await intake.accept(key)).toMatchObject({
      kind: 'accepted',
      outcomes: [{ kind: 'added', id: FERRY }],
    });
    expect(await textIn(folder, `${FERRY}.md`)).toContain(`source: ${paper.at('/ferry')}`);
    expect(await textIn(folder, `${FERRY}.md`)).toContain(`etag: '"v1"'`);
    const settled = { kind: 'settled', how: 'accepted', there: [{ kind: 'unchanged', id: FERRY }] };
    expect(await intake.accept(key)).toMatchObject(settled);
    expect(await intake.discard(key)).toMatchObject(settled);
  });

  it('is accepted by one of two who press at once', async () => {
    const intake = intakeFor(await corpus());
    const { key = '' } = await intake.propose(upload('a.md', story()));
    const answers = await Promise.all([intake.accept(key), intake.accept(key)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['accepted', 'settled']);
  });

  it('can be discarded, once', async () => {
    const folder = await corpus();
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose(upload('a.md', story()));
    expect(await intake.discard(key)).toEqual({ kind: 'discarded' });
    expect(await intake.discard(key)).toEqual({ kind: 'settled', how: 'discarded' });
    expect(await intake.accept(key)).toEqual({ kind: 'settled', how: 'discarded' });
    expect((await readCorpus(folder)).articles).toEqual([]);
  });

  it.each(['nosuchkey1', '', '../../../x', '.', 'ABCDEFGHIJ', 'a/b'])(
    'of the key %j is unknown',
    async (key) => {
      const intake = intakeFor(await folderFor({ '.incoming/x.accepted/000.md': story() }));
      expect(await intake.accept(key)).toEqual({ kind: 'unknown' });
      expect(await intake.discard(key)).toEqual({ kind: 'unknown' });
    },
  );

  it('is forgotten after a day', async () => {
    const folder = await corpus();
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose(upload('a.md', story()));
    const yesterday = Date.now() / 1000 - 25 * 3600;
    await utimes(join(folder, '.incoming', key), yesterday, yesterday);
    expect(await intake.accept(key)).toEqual({ kind: 'unknown' });
    expect(await namesIn(join(folder, '.incoming'))).toEqual([]);
  });

  it('that somebody has damaged is forgotten', async () => {
    const folder = await corpus();
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose(upload('a.md', story()));
    await writeFile(join(folder, '.incoming', key, '000.md'), '---\nheadline: [');
    expect(await intake.accept(key)).toEqual({ kind: 'unknown' });
    expect(await namesIn(join(folder, '.incoming'))).toEqual([]);
  });

  it('is decided anew when it is accepted', async () => {
    const folder = await corpus();
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose(upload('a.md', story()));
    await writeFile(join(folder, 'mine.md'), story());
    expect(await intake.accept(key)).toMatchObject({ outcomes: [{ kind: 'unchanged', id: 'mine' }] });
  });

  it('of what is there already, or is refused, has no key', async () => {
    const folder = await folderFor({ 'mine.md': story() });
    const intake = intakeFor(folder);
    const known = await intake.propose(upload('a.md', story()));
    expect(known).toMatchObject({ articles: [{ outcome: { kind: 'unchanged', id: 'mine' } }] });
    expect(known.key).toBeUndefined();
    const bad = await intake.propose(upload('a.json', '{'));
    expect(bad).toMatchObject({
      articles: [],
      refused: [{ reference: 'a.json', why: expect.stringContaining('JSON') }],
    });
    expect(bad.key).toBeUndefined();
    expect(await namesIn(folder)).toEqual(['mine.md']);
  });

  it('never reads a file of the machine that it runs on', async () => {
    const folder = await folderFor({ 'secret.md': story(), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    for (const reference of [join(folder, 'secret.md'), folder, `file://${folder}/secret.md`])
      expect(await intake.propose(reference)).toEqual({
        articles: [],
        refused: [
          {
            kind: 'refused',
            code: 'no-address',
            reference,
            why: 'expected an address that begins with https:// or http://.',
          },
        ],
        notes: [],
      });
  });

  it('writes and deletes nothing through a link that a stranger’s corpus came with, nor what is not its own', async () => {
    const folder = await folderFor({ 'victim/old.txt': 'x', 'victim/abcdefghij': 'x', 'corpus/x': '' });
    const long = new Date(Date.now() - 50 * 3_600_000);
    await mkdir(join(folder, 'victim/notes'));
    for (const name of ['old.txt', 'abcdefghij', 'notes'])
      await utimes(join(folder, 'victim', name), long, long);
    await symlink('../victim', join(folder, 'corpus/.incoming'));
    const intake = intakeFor(join(folder, 'corpus'));
    await expect(intake.propose(upload('a.md', story()))).rejects.toThrow(/got a link or a file/);
    expect(await intake.accept('abcdefghij').catch(() => 'refused')).toBe('refused');
    expect(await namesIn(join(folder, 'victim'))).toEqual(['abcdefghij', 'notes', 'old.txt']);
  });

  it('of a feed holds the newest twenty that are not there yet, and says how many are', async () => {
    const items = Array.from({ length: 50 }, (_, number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const folder = await corpus();
    const intake = intakeFor(folder);
    const addOnce = async () => {
      const proposal = await intake.propose(upload('feed.rss', rss(items.join(''))));
      expect(proposal.articles.every(({ outcome }) => outcome.kind === 'added')).toBe(true);
      if (proposal.key !== undefined) await intake.accept(proposal.key);
      return { count: proposal.articles.length, feed: proposal.feed };
    };
    expect(await addOnce()).toEqual({ count: 20, feed: { entries: 50, there: 0, left: 30 } });
    expect(await addOnce()).toEqual({ count: 20, feed: { entries: 50, there: 20, left: 10 } });
    expect(await addOnce()).toEqual({ count: 10, feed: { entries: 50, there: 40, left: 0 } });
    expect(await addOnce()).toEqual({ count: 0, feed: { entries: 50, there: 50, left: 0 } });
    expect((await readCorpus(folder)).articles).toHaveLength(50);
  });

  it('of a short feed looks at what is there, too: it may have changed', async () => {
    const items = [1, 2].map((number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const intake = intakeFor(await corpus());
    const { key = '' } = await intake.propose(upload('feed.rss', rss(items.join(''))));
    await intake.accept(key);
    const changed = rss(items.join('').replaceAll('nine years', 'ten years'));
    const { articles, feed } = await intake.propose(upload('feed.rss', changed));
    expect(articles.map(({ outcome }) => outcome.kind)).toEqual(['updated', 'updated']);
    expect(feed).toBeUndefined();
  });

  it.each([
    ['<ADDRESS>'],
    ['[Ferry](ADDRESS)'],
    ['[ADDRESS](ADDRESS)'],
    ['Look at this: ADDRESS, it has all of it!'],
    [' ADDRESS '],
  ])('takes an address as people paste it: %s', async (typed) => {
    const paper = await serve({ '/ferry': page(story(), markdown) });
    const intake = intakeFor(await corpus());
    const { articles } = await intake.propose(typed.replaceAll('ADDRESS', paper.at('/ferry')));
    expect(articles).toMatchObject([{ outcome: { kind: 'added', id: FERRY } }]);
  });

  it('says in a word why it is refused, so that it can be said in every language', async () => {
    const paper = await serve({
      '/gone': page('', {}, 410),
      '/locked': page('', {}, 403),
      '/broken': page('', {}, 500),
      '/boat.png': page('PNG', { 'content-type': 'image/png' }),
      '/short': page('# Ferry\n\nThe ferry sank.\n', markdown),
      '/german': page(`# Fähre\n\n${'Die Fähre ist in der Nacht im Hafen gesunken. '.repeat(9)}\n`, markdown),
    });
    const intake = intakeFor(await corpus());
    const codeOf = async (reference: string | ReturnType<typeof upload>) =>
      (await intake.propose(reference)).refused.map(({ code }) => code);
    for (const [path, code] of [
      ['/gone', 'not-found'],
      ['/locked', 'not-shown'],
      ['/broken', 'server-error'],
      ['/boat.png', 'unknown-format'],
      ['/short', 'too-short'],
      ['/german', 'not-english'],
    ] as const)
      expect(await codeOf(paper.at(path)), path).toEqual([code]);
    expect(await codeOf('http://10.0.0.1/ferry')).toEqual(['inside']);
    expect(await codeOf(upload('ferry.docx', 'PK'))).toEqual(['unknown-format']);
  });

  it('asks which of two addresses is meant', async () => {
    const intake = intakeFor(await corpus());
    const { refused } = await intake.propose('https://courier.example/1 https://courier.example/2');
    expect(refused).toMatchObject([{ code: 'several-addresses', why: expect.stringContaining('got 2') }]);
  });

  it('leaves a correction by hand alone', async () => {
    const at = 'url: https://courier.example/ferry\n';
    const folder = await corpus();
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose(upload('a.md', story(1, at)));
    await intake.accept(key);
    const file = join(folder, `${FERRY}.md`);
    await writeFile(file, (await textIn(file)).replace('nine', 'ten'));
    const changed = upload('a.md', story(1, at).replace('old,', 'new,'));
    const refused = await intake.propose(changed);
    expect(refused).toMatchObject({
      articles: [
        { outcome: { kind: 'refused', code: 'corrected', why: expect.stringContaining('by hand') } },
      ],
    });
    expect(refused.refused).toEqual([]);
  });
});
