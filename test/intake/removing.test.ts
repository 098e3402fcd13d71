import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { folderFor, intakeFor, namesIn, story } from './newsagent.ts';

const corpus = () =>
  folderFor({
    'corpus/ferry.md': story(1, 'url: https://courier.example/ferry\n'),
    'corpus/deep/boat.txt':
      'Boat goes down in the bay\nIt went down on Monday, and nobody knows why it did.\n',
    'corpus/broken.json': '{',
    'secret.md': story(2),
  });

describe('removing an article', () => {
  it.each([
    ['its id', 'ferry', 'ferry.md'],
    ['its id in capitals', 'FERRY', 'ferry.md'],
    ['its file', 'ferry.md', 'ferry.md'],
    ['its file in a folder', 'deep/boat.txt', 'deep/boat.txt'],
    ['its file without the folder', 'boat.txt', 'deep/boat.txt'],
    ['its address', 'http://www.courier.example/ferry/?utm_source=x', 'ferry.md'],
    ['its headline', 'ferry number 1 sinks in grey harbour', 'ferry.md'],
    ['a part of its headline', 'goes down', 'deep/boat.txt'],
    ['the beginning of its id', 'ferr', 'ferry.md'],
    ['the id of a file that cannot be read', 'broken', 'broken.json'],
  ])('by %s deletes its file', async (_what, reference, file) => {
    const folder = await corpus();
    const removed = await intakeFor(join(folder, 'corpus')).remove(reference);
    expect(removed.file).toBe(file);
    const left = [
      ...(await namesIn(join(folder, 'corpus'))),
      ...(await namesIn(join(folder, 'corpus/deep'))),
    ];
    expect(left).toHaveLength(3);
    expect(left).not.toContain(file.replace('deep/', ''));
  });

  it.each([
    '../secret',
    '../secret.md',
    'corpus/../../secret',
    '/etc/passwd',
    'secret',
    '',
    ' ',
    '*',
    'nothing of it',
  ])('that is not there (%j) deletes nothing, and says so', async (reference) => {
    const folder = await corpus();
    const removing = intakeFor(join(folder, 'corpus')).remove(reference);
    await expect(removing).rejects.toThrow(UserError);
    await expect(removing).rejects.toThrow('there is no such article. verbatim articles lists them.');
    expect(await namesIn(folder)).toEqual(['corpus', 'secret.md']);
    expect(await namesIn(join(folder, 'corpus'))).toEqual(['broken.json', 'deep', 'ferry.md']);
  });

  it('of which one file can be read deletes that one, and leaves a broken one of its name', async () => {
    const folder = await folderFor({ 'boat.json': '{', 'boat.md': story(1) });
    expect(await intakeFor(folder).remove('boat')).toMatchObject({ file: 'boat.md' });
    expect(await namesIn(folder)).toEqual(['boat.json']);
  });

  it('that is named exactly deletes that one and no other, also once it is gone', async () => {
    const folder = await folderFor({ 'Boat.md': story(1), 'boat.md': story(2), 'dock.md': story(3) });
    const intake = intakeFor(folder);
    expect(await intake.remove({ id: 'boat' })).toMatchObject({ file: 'boat.md' });
    for (const id of ['boat', 'BOAT', 'Ferry number 3', 'dock.md'])
      await expect(intake.remove({ id })).rejects.toThrow(`${id}: there is no such article any more.`);
    expect(await intake.remove('Boat')).toMatchObject({ file: 'Boat.md' });
    expect(await namesIn(folder)).toEqual(['dock.md']);
  });

  it('that could be several deletes none of them', async () => {
    const folder = await folderFor({ 'a.md': story(1), 'b.md': story(2) });
    await expect(intakeFor(folder).remove('sinks in Grey')).rejects.toThrow(
      'expected one article, got 2: a (“Ferry number 1 sinks in Grey Harbour”), b (',
    );
    expect(await namesIn(folder)).toEqual(['a.md', 'b.md']);
  });

  it('only says what it would do in a dry run', async () => {
    const folder = await folderFor({ 'a.md': story(1) });
    expect(await intakeFor(folder).remove('a', { dryRun: true })).toMatchObject({ id: 'a', file: 'a.md' });
    expect(await namesIn(folder)).toEqual(['a.md']);
  });

  it('names those that are near, and none that are not', async () => {
    const folder = await folderFor({ 'bridge-closed.md': story(1), 'ferry-strike.md': story(2) });
    await expect(intakeFor(folder).remove('fery-strik')).rejects.toThrow(
      /The nearest is ferry-strike \(“[^”]*”\)\.$/,
    );
  });
});
