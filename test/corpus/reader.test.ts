import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Manuscript, Reading } from '../../src/intake/manuscript.ts';
import type { Reader } from '../../src/intake/reading.ts';
import { buildArticle } from '../../src/news/article.ts';
import { openNewsroom } from '../../src/open.ts';
import { until } from '../discord/loopback/waiting.ts';
import { folderFor } from '../intake/newsagent.ts';

/* The thread that reads pages and PDFs, as whoever opens a newsroom uses it. */

const reader = vi.hoisted(() => ({ read: vi.fn<Reader['read']>(), close: vi.fn<Reader['close']>() }));
vi.mock('../../src/intake/reading.ts', () => ({ openReader: () => reader }));
afterEach(() => void vi.resetAllMocks());

const articleFrom = ({ id }: Manuscript): Reading => ({
  kind: 'article',
  article: buildArticle(id, { headline: 'Ferry sinks' }, [{ paragraphs: ['It sank.'] }]),
});

describe('the reader of pages', () => {
  it('is closed with the newsroom for which it has read', async () => {
    reader.read.mockImplementation(async (manuscript) => articleFrom(manuscript));
    const corpusDir = await folderFor({ 'page.html': 'x' });
    const { newsroom, close } = await openNewsroom({ corpusDir, watching: () => undefined });
    expect(newsroom.article('page')).toBeDefined();
    expect(reader.close).not.toHaveBeenCalled();
    await close();
    expect(reader.close).toHaveBeenCalledOnce();
  });

  it('gets a file again on which it has failed, and none that it found to be no article', async () => {
    let isWell = false;
    reader.read.mockImplementation(async (manuscript) => {
      if (manuscript.id === 'poem') return { kind: 'unreadable', why: 'no article.' };
      if (isWell) return articleFrom(manuscript);
      isWell = true;
      return { kind: 'unreadable', why: 'torn.', mayPass: true };
    });
    const corpusDir = await folderFor({ 'page.html': 'x', 'poem.html': 'x' });
    const { newsroom, problems, leftOut, close } = await openNewsroom({
      corpusDir,
      watching: () => undefined,
    });
    expect(problems.map(({ message }) => message).sort()).toEqual(['no article.', 'torn.']);
    await until(() => newsroom.article('page') !== undefined, 'the page to be read after all');
    expect(leftOut().map(({ message }) => message)).toEqual(['no article.']);
    expect(reader.read.mock.calls.map(([{ id }]) => id).sort()).toEqual(['page', 'page', 'poem']);
    await close();
  });
});
