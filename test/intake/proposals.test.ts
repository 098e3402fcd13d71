import { utimes, writeFile } from 'node:fs/promises';
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
    expect(await intake.accept(key)).toEqual({ kind: 'settled', how: 'accepted' });
    expect(await intake.discard(key)).toEqual({ kind: 'settled', how: 'accepted' });
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
          { kind: 'refused', reference, why: 'expected an address that begins with https:// or http://.' },
        ],
        notes: [],
      });
  });

  it('of a feed holds its newest twenty', async () => {
    const items = Array.from({ length: 30 }, (_, number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const folder = await corpus();
    const intake = intakeFor(folder);
    const proposal = await intake.propose(upload('feed.rss', rss(items.join(''))));
    expect(proposal.articles).toHaveLength(20);
    expect(proposal.notes).toHaveLength(1);
    const accepted = await intake.accept(proposal.key ?? '');
    expect(accepted).toMatchObject({ kind: 'accepted' });
    expect((await readCorpus(folder)).articles).toHaveLength(20);
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
      articles: [{ outcome: { kind: 'refused', why: expect.stringContaining('by hand') } }],
    });
    expect(refused.refused).toEqual([]);
  });
});
