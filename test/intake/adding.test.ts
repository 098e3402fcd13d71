import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { readCorpus } from '../../src/corpus.ts';
import { all, folderFor, intakeFor, namesIn, story, textIn, told, whyRefused } from './newsagent.ts';

const FERRY = 'ferry-number-1-sinks-in-grey-harbour';
const at = (number: number): string => `url: https://courier.example/ferry/${number}\n`;

describe('adding files', () => {
  it('stores each as Markdown that a person can read, and says where it came from', async () => {
    const folder = await folderFor({ 'in/a.md': story(1, at(1)), 'corpus/x.txt': '' });
    const now = () => new Date('2031-03-04T08:30:00Z');
    const outcomes = await all(intakeFor(join(folder, 'corpus'), { now }).add([join(folder, 'in/a.md')]));
    expect(outcomes).toEqual([
      {
        kind: 'added',
        reference: join(folder, 'in/a.md'),
        id: FERRY,
        file: `${FERRY}.md`,
        headline: 'Ferry number 1 sinks in Grey Harbour',
      },
    ]);
    const written = await textIn(folder, 'corpus', `${FERRY}.md`);
    expect(written).toMatch(
      /^---\nheadline: Ferry number 1 sinks in Grey Harbour\nurl: https:\/\/courier\.example\/ferry\/1\nsource: a\.md\nfetched: 2031-03-04T08:30:00\.000Z\ndigest: .{25,27}\n---\n\nThe ferry/,
    );
    expect(written).toContain('\n\n## What happens next?\n\n“She was old');
  });

  it('reads every format of a directory and those inside it, and counts what it passes over', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/deep/b.md': story(2),
      'in/c.txt': story(3)
        .replace(/^---[\s\S]*?---\n\n/, 'Boat three goes down\n')
        .replace('## ', ''),
      'in/d.jpg': 'x',
      'in/e.jpg': 'x',
      'in/.hidden.md': story(5),
      'in/README.md': story(6),
      'in/_draft.md': story(7),
    });
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')]));
    expect(told(outcomes)).toEqual([
      `noted ${join(folder, 'corpus')}`,
      `noted ${join(folder, 'in')}`,
      `added ${FERRY}.md`,
      'added boat-three-goes-down.md',
      'added ferry-number-2-sinks-in-grey-harbour.md',
    ]);
    expect(outcomes[1]).toMatchObject({ what: 'passed over: 2 × .jpg.' });
  });

  it('takes an article once, whatever it is called and wherever its words stand', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/b.md': story(1).replace('Ferry number 1 sinks', 'Boat goes down'),
      'in/c.md': story(1)
        .replace(/(?<=[a-z]) (?=[a-z])/g, '\u2009 \u00a0')
        .replace(/Ferry[\s\S]*?---/, 'Ferry\n---'),
      'corpus/x': '',
    });
    const intake = intakeFor(join(folder, 'corpus'));
    expect(told(await all(intake.add([join(folder, 'in')])))).toEqual([
      `added ${FERRY}.md`,
      `unchanged ${FERRY}.md`,
      `unchanged ${FERRY}.md`,
    ]);
  });

  it('keeps two articles of one headline apart', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/b.md': story(2).replace('Ferry number 2', 'Ferry number 1'),
      'corpus/x': '',
    });
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')]));
    expect(told(outcomes)).toEqual([
      `added ${FERRY}.md`,
      expect.stringMatching(new RegExp(`^added ${FERRY}-[0-9a-f]{6}\\.md$`)),
    ]);
    expect((await readCorpus(join(folder, 'corpus'))).problems).toEqual([]);
  });

  it('gives no name that another file of the corpus has, in another folder or with another ending', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      [`corpus/old/${FERRY.toUpperCase()}.txt`]: 'Something else\nIt is not about boats at all, this one.\n',
    });
    const [outcome] = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')]));
    expect(outcome).toMatchObject({ kind: 'added', id: expect.stringMatching(new RegExp(`^${FERRY}-`)) });
  });

  it('takes changed words under the same address as a new version, and tells how much changed', async () => {
    const folder = await folderFor({ 'a.md': story(1, at(1)), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    await writeFile(
      join(folder, 'a.md'),
      story(1, 'url: http://www.courier.example/ferry/1/?utm_source=x\n').replace('old,', 'new,'),
    );
    const outcomes = await all(intake.add([join(folder, 'a.md')]));
    expect(outcomes).toMatchObject([{ kind: 'updated', id: FERRY, changedParagraphs: 1 }]);
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).toContain('“She was new,');
    expect(await namesIn(join(folder, 'corpus'))).toEqual([`${FERRY}.md`, 'x']);
  });

  it('never writes over what a person corrected, unless it is told to', async () => {
    const folder = await folderFor({ 'a.md': story(1, at(1)), 'corpus/x': '' });
    const file = join(folder, 'corpus', `${FERRY}.md`);
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    const corrected = (await textIn(file)).replace('nine years', 'ten years');
    await writeFile(file, corrected);
    expect(told(await all(intake.add([join(folder, 'a.md')])))).toEqual([`unchanged ${FERRY}.md`]);
    await writeFile(join(folder, 'a.md'), story(1, at(1)).replace('old,', 'new,'));
    const outcomes = await all(intake.add([join(folder, 'a.md')]));
    expect(whyRefused(outcomes)).toEqual([
      `${FERRY} was corrected by hand; the page changed too. --force takes this text instead.`,
    ]);
    expect(await textIn(file)).toBe(corrected);
    expect(told(await all(intake.add([join(folder, 'a.md')], { force: true })))).toEqual([
      `updated ${FERRY}.md`,
    ]);
    expect(await textIn(file)).toContain('“She was new,');
  });

  it('takes a corrected headline for a correction too', async () => {
    const folder = await folderFor({ 'a.md': story(1, at(1)), 'corpus/x': '' });
    const file = join(folder, 'corpus', `${FERRY}.md`);
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    await writeFile(file, (await textIn(file)).replace('headline: Ferry', 'headline: Boat'));
    await writeFile(join(folder, 'a.md'), story(1, at(1)).replace('old,', 'new,'));
    expect(whyRefused(await all(intake.add([join(folder, 'a.md')])))).toEqual([
      expect.stringContaining('corrected by hand'),
    ]);
  });

  it('does not take what was corrected in the corpus for a new article', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    const file = join(folder, 'corpus', `${FERRY}.md`);
    await writeFile(file, (await textIn(file)).replace('nine years', 'ten years'));
    const outcomes = await all(intake.add([join(folder, 'corpus'), file]));
    expect(told(outcomes)).toEqual([`noted ${join(folder, 'corpus')}`, `noted ${join(folder, 'corpus')}`]);
    expect(outcomes[1]).toMatchObject({ what: 'files that lie there already: 2.' });
  });

  it('does not take another article for a new version, unless it is told to', async () => {
    const notice = 'This is what the paper prints below each of its stories, whatever they tell.';
    const other =
      'A goat was elected mayor of the smaller island on Sunday, with eleven votes more than the harbour master had. It ate the ballot papers before anybody could count them again, and has promised grass to all.';
    const folder = await folderFor({
      'a.md': `${story(1, at(1))}\n${notice}\n`,
      'b.md': `---\nheadline: Ferry number 2 sinks in Grey Harbour\n${at(1)}---\n\n${other}\n\n${notice}\n`,
      'corpus/x': '',
    });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    expect(whyRefused(await all(intake.add([join(folder, 'b.md')])))).toEqual([
      `another article stands there now (“Ferry number 2 sinks in Grey Harbour”); ${FERRY} is kept. --force takes this one instead.`,
    ]);
    expect(told(await all(intake.add([join(folder, 'b.md')], { force: true })))).toEqual([
      `updated ${FERRY}.md`,
    ]);
  });

  it('refuses texts and headlines that no article has', async () => {
    const json = (headline: string, ...paragraphs: readonly string[]): string =>
      JSON.stringify({ headline, sections: [{ paragraphs }] });
    const prose = story().replace(/^---[\s\S]*?---/, '');
    const folder = await folderFor({
      'long.json': json('A', ...Array(20).fill(`${prose} ${'It was so. '.repeat(6_000)}`)),
      'paragraph.json': json('B', prose, 'It was the boat. '.repeat(2_000)),
      'headline.json': json('C '.repeat(2_000), prose),
      'stars.json': json('D', `${prose} ${'*_[<&'.repeat(200)}`),
      'dots.json': json('E', `${prose} ${'.'.repeat(15_000)}`),
      'corpus/x': '',
    });
    const names = ['long.json', 'paragraph.json', 'headline.json', 'stars.json', 'dots.json'];
    const outcomes = await all(
      intakeFor(join(folder, 'corpus')).add(names.map((name) => join(folder, name))),
    );
    expect(whyRefused(outcomes)).toEqual([
      expect.stringMatching(
        /^expected an article of at most 1,000,000 characters, got 1,3\d\d,\d{3}\. Split it up\.$/,
      ),
      expect.stringMatching(/^expected paragraphs, got one of 34,000 characters/),
      'expected a headline and a byline, got one of more than 2,000 characters.',
      'expected prose, got a text that consists of punctuation.',
    ]);
    expect(told(outcomes).at(-1)).toBe('added e.md');
  });

  it('leaves what its owner wrote by hand as it is', async () => {
    const folder = await folderFor({
      'a.md': story(1, at(1)).replace('old,', 'new,'),
      'corpus/mine.md': story(1, at(1)),
    });
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'a.md')]));
    expect(whyRefused(outcomes)).toEqual([
      'mine was written by hand, and reads differently. --force takes this text instead.',
    ]);
    expect(await textIn(folder, 'corpus/mine.md')).toBe(story(1, at(1)));
  });

  it('names each file that it cannot take, and goes on', async () => {
    const folder = await folderFor({
      'broken.json': '{"headline": 7',
      'empty.md': '',
      'short.md': '---\nheadline: Short\n---\n\nNothing more is known of it.\n',
      'picture.jpg': 'x',
      'large.txt': new Uint8Array(25_000_001).fill(97),
      'binary.txt': new Uint8Array([0, 1, 2, 255]),
      'good.md': story(1),
      'corpus/x': '',
    });
    const names = [
      'broken.json',
      'empty.md',
      'short.md',
      'picture.jpg',
      'large.txt',
      'binary.txt',
      'no.md',
      'good.md',
    ];
    const outcomes = await all(
      intakeFor(join(folder, 'corpus')).add(names.map((name) => join(folder, name))),
    );
    const whys = Object.fromEntries(
      outcomes.flatMap((each) =>
        each.kind === 'refused' ? [[each.reference.slice(folder.length + 1), each.why]] : [],
      ),
    );
    expect(whys).toEqual({
      'broken.json': expect.stringMatching(/^line 1: expected JSON/),
      'empty.md': expect.stringContaining('expected `headline:`'),
      'short.md': 'expected an article of 25 words or more, got 6.',
      'picture.jpg': expect.stringMatching(/^expected Markdown, plain text.*; got \.jpg\.$/),
      'large.txt': 'expected at most 25 MB, got 25.1 MB. Save the text of each article as a file of its own.',
      'binary.txt': expect.stringContaining('expected text in UTF-8'),
      'no.md': 'there is no such file. Check its name.',
    });
    expect(told(outcomes)).toContain(`added ${FERRY}.md`);
  });

  it('refuses other languages, and takes them when it is told to', async () => {
    const german = `Der Bürgermeister hat am Montag gesagt, dass die neue Brücke noch ein Jahr warten muss, weil das Geld, das die Regierung versprochen hat, nicht gekommen ist. Niemand im Rat hat ihm widersprochen, und die Sitzung war nach einer Stunde zu Ende. Die Brücke soll nun in zwei Jahren gebaut werden, sagte er.`;
    const russian = `Паром, который связывает порт с островами, затонул в ночь на понедельник у причала, сообщили в порту. На борту никого не было. Судно было старым, и все об этом знали, сказала помощник капитана. Владелец обещал поднять его в июне, а город заплатит половину.`;
    const folder = await folderFor({
      'de.md': `---\nheadline: Brücke\n---\n\n${german}\n`,
      'ru.md': `---\nheadline: Паром\n---\n\n${russian}\n`,
      'corpus/x': '',
    });
    const intake = intakeFor(join(folder, 'corpus'));
    const references = [join(folder, 'de.md'), join(folder, 'ru.md')];
    const outcomes = await all(intake.add(references));
    expect(whyRefused(outcomes)).toEqual([
      'expected English: Verbatim reads English only so far; got a text in another language. --force takes it nevertheless.',
      'expected English: Verbatim reads English only so far; got a text in Cyrillic letters. --force takes it nevertheless.',
    ]);
    expect(told(await all(intake.add(references, { force: true })))).toEqual([
      'added brucke.md',
      'added article.md',
    ]);
  });

  it('refuses a name that is empty, and says what was expected', async () => {
    const outcomes = await all(intakeFor(await folderFor({ x: '' })).add([' ']));
    expect(outcomes).toEqual([
      {
        kind: 'refused',
        reference: '“”',
        why: 'expected the name of a file or an address, got nothing.',
      },
    ]);
  });

  it('says which article has the headline of another text, and keeps both', async () => {
    const folder = await folderFor({
      'a.md': story(1),
      'b.md': story(1).replace('old,', 'new,'),
      'corpus/x': '',
    });
    const intake = intakeFor(join(folder, 'corpus'));
    expect((await all(intake.add([join(folder, 'a.md')])))[0]).not.toHaveProperty('namesake');
    expect(await all(intake.add([join(folder, 'b.md')]))).toMatchObject([
      { kind: 'added', namesake: `${FERRY}.md` },
    ]);
    expect(await namesIn(join(folder, 'corpus'))).toHaveLength(3);
  });

  it('does not take a part of an article for a new version of it, unless it is told to', async () => {
    const [text = '', rest = ''] = story(1, at(1)).split('\n\n## ');
    const folder = await folderFor({ 'a.md': `${text}\n\n## ${rest}`, 'b.md': `${text}\n`, 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    const again = [join(folder, 'b.md')];
    expect(whyRefused(await all(intake.add(again)))).toEqual([
      `only a part of it is shown there now; ${FERRY} is kept. --force takes this one instead.`,
    ]);
    expect(told(await all(intake.add(again, { force: true })))).toEqual([`updated ${FERRY}.md`]);
  });

  it('adds what somebody has deleted, also while another task has it in its ledger still', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'b.md': story(2), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    const other = intake.add([join(folder, 'b.md')]);
    await other.next();
    await rm(join(folder, 'corpus', `${FERRY}.md`));
    expect(told(await all(intake.add([join(folder, 'a.md')])))).toEqual([`added ${FERRY}.md`]);
    await other.return(undefined);
  });

  it('takes a file that its writer has changed for the same article, unless somebody has corrected it here', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')]));
    await writeFile(join(folder, 'a.md'), story(1).replace('old,', 'new,'));
    expect(told(await all(intake.add([join(folder, 'a.md')])))).toEqual([`updated ${FERRY}.md`]);
    const kept = join(folder, 'corpus', `${FERRY}.md`);
    await writeFile(kept, (await textIn(kept)).replace('new,', 'brand new,'));
    await writeFile(join(folder, 'a.md'), story(1).replace('old,', 'young,'));
    expect(whyRefused(await all(intake.add([join(folder, 'a.md')])))).toEqual([
      expect.stringMatching(/corrected by hand/),
    ]);
    expect(await namesIn(join(folder, 'corpus'))).toHaveLength(2);
  });

  it('follows links inside a directory, and none that leads out of it: it may be a stranger’s', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/deep/b.md': story(2),
      'private.md': story(3),
      'corpus/x': '',
    });
    await symlink(join(folder, 'in/deep/b.md'), join(folder, 'in/again.md'));
    await symlink(join(folder, 'in'), join(folder, 'in/loop.md'));
    await symlink('../private.md', join(folder, 'in/story.md'));
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')]));
    expect(told(outcomes)).toEqual([
      `refused ${join(folder, 'in/loop.md')}`,
      `refused ${join(folder, 'in/story.md')}`,
      `added ${FERRY}.md`,
      `added ${FERRY.replace('1', '2')}.md`,
      `unchanged ${FERRY.replace('1', '2')}.md`,
    ]);
    expect(whyRefused(outcomes)[1]).toBe(
      'it is a link that leads out of the directory. Add what it leads to by its own name.',
    );
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe, and reads no device', async () => {
    const folder = await folderFor({ 'corpus/x': '' });
    const [pipe, zero] = [join(folder, 'pipe.txt'), join(folder, 'zero.txt')];
    execFileSync('mkfifo', [pipe]);
    await symlink('/dev/zero', zero);
    const why = 'expected a file, got a pipe or a device. Save its text as a file.';
    expect(whyRefused(await all(intakeFor(join(folder, 'corpus')).add([pipe, zero])))).toEqual([why, why]);
  });

  it('refuses more paragraphs than are read while people wait, and goes on', async () => {
    const lines = `Lines\n${'One.\n'.repeat(100_000)}`;
    const folder = await folderFor({ 'a.txt': lines, 'b.md': story(1), 'corpus/x': '' });
    const outcomes = await all(
      intakeFor(join(folder, 'corpus')).add([join(folder, 'a.txt'), join(folder, 'b.md')]),
    );
    expect(whyRefused(outcomes)).toEqual([expect.stringMatching(/at most 20,000 paragraphs, got 100,/)]);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'added' });
  });

  it('of a broken corpus still works', async () => {
    const folder = await folderFor({
      'a.md': story(1),
      'corpus/broken.md': '---\nheadline: "x\n---\n',
      'corpus/half.json': '{',
      'corpus/bytes.txt': new Uint8Array([255, 0]),
    });
    await symlink(join(folder, 'nowhere'), join(folder, 'corpus/lost.md'));
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'a.md')]));
    expect(told(outcomes)).toEqual([`added ${FERRY}.md`]);
  });

  it('tells how far it is', async () => {
    const folder = await folderFor({ 'in/a.md': story(1), 'in/b.md': story(2), 'corpus/x': '' });
    const seen: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number) => seen.push([done, total]);
    await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')], { onProgress }));
    expect(seen).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  it('stops between two articles when it is told to, and keeps what is in', async () => {
    const folder = await folderFor({
      'in/a.md': story(1),
      'in/b.md': story(2),
      'in/c.md': story(3),
      'corpus/x': '',
    });
    const stopping = new AbortController();
    const outcomes: string[] = [];
    for await (const outcome of intakeFor(join(folder, 'corpus')).add([join(folder, 'in')], {
      signal: stopping.signal,
    })) {
      outcomes.push(outcome.kind);
      stopping.abort();
    }
    expect(outcomes).toEqual(['added']);
    expect(await namesIn(join(folder, 'corpus'))).toEqual([`${FERRY}.md`, 'x']);
  });
});

describe('a dry run', () => {
  it('says what would be done, and makes no file and no directory', async () => {
    const folder = await folderFor({ 'in/a.md': story(1), 'in/b.md': story(1) });
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in')], { dryRun: true }));
    expect(told(outcomes)).toEqual([
      `noted ${join(folder, 'corpus')}`,
      `added ${FERRY}.md`,
      `unchanged ${FERRY}.md`,
    ]);
    expect(await namesIn(folder)).toEqual(['in']);
  });

  it('is forgotten by the next run', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')], { dryRun: true }));
    expect(told(await all(intake.add([join(folder, 'a.md')])))).toEqual([`added ${FERRY}.md`]);
  });
});

describe('the corpus directory', () => {
  it('is made where its parent is there, and said to be', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'a.md')]));
    expect(outcomes[0]).toEqual({
      kind: 'noted',
      reference: join(folder, 'corpus'),
      what: 'there was no such directory; it was made.',
    });
    expect(await namesIn(join(folder, 'corpus'))).toEqual([`${FERRY}.md`]);
  });

  it('is not made where its parent is missing, nor in the place of a file', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    const adding = (corpus: string) => all(intakeFor(corpus).add([join(folder, 'a.md')]));
    await expect(adding(join(folder, 'no/corpus'))).rejects.toThrow(UserError);
    await expect(adding(join(folder, 'no/corpus'))).rejects.toThrow(
      `${join(folder, 'no')} does not exist either`,
    );
    await expect(adding(join(folder, 'a.md'))).rejects.toThrow(UserError);
    await expect(adding(join(folder, 'a.md'))).rejects.toThrow(
      'a.md: expected a directory of articles, but that is a file. Name a directory with --corpus or CORPUS_DIR.',
    );
  });

  it('that is looked at anew knows what people put in and took out meanwhile', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'a.md')], { dryRun: true }));
    await writeFile(join(folder, 'corpus/mine.md'), story(1));
    expect(told(await all(intake.add([join(folder, 'a.md')])))).toEqual(['unchanged mine.md']);
  });
});

describe('two at once', () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `in/${number}.md`,
      story(number % 20, number % 3 === 0 ? at(number % 20) : ''),
    ]),
  );

  it('in one process add each article once', async () => {
    const folder = await folderFor({ ...files, 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    const runs = await Promise.all([1, 2, 3].map(() => all(intake.add([join(folder, 'in')]))));
    expect(runs.flat().filter(({ kind }) => kind === 'added')).toHaveLength(20);
    expect((await readCorpus(join(folder, 'corpus'))).articles).toHaveLength(20);
  });

  it('that know nothing of each other lose nothing and add nothing twice', async () => {
    const folder = await folderFor({ ...files });
    await mkdir(join(folder, 'corpus'));
    const intakes = [1, 2, 3].map(() => intakeFor(join(folder, 'corpus')));
    const runs = await Promise.all(intakes.map((intake) => all(intake.add([join(folder, 'in')]))));
    expect(runs.flat().filter(({ kind }) => kind === 'refused')).toEqual([]);
    const { articles, problems } = await readCorpus(join(folder, 'corpus'));
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(20);
  });
});
