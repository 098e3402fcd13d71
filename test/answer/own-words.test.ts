import { describe, expect, it } from 'vitest';
import { buildArticle } from '../../src/news/article.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { boldIn, replyTo } from '../commands/replies.ts';

const article = buildArticle('ferry', { headline: 'Ferry company and mayor at odds over night boats' }, [
  {
    paragraphs: [
      'Ada Quill, the mayor, wants the night ferry back. “The harbour belongs to everybody,” Quill told the Courier.',
      'The company disagrees. “Today the mayor calls for boats that nobody needs, and Quill knows what they cost,” Hugo Marsh, its director, told the Gazette.',
    ],
  },
]);
const newsroom = createNewsroom([article], createMiniSearchEngine());
const shown = async (question: string) => boldIn(await replyTo(newsroom, 'ask', { question })).join(' ');

describe('what somebody said', () => {
  it('is not answered with what another said of them, however well it fits', async () => {
    expect(await shown('What did Quill tell the Gazette?')).not.toContain('nobody needs');
    expect(await shown('What did Marsh tell the Courier?')).not.toContain('belongs to everybody');
  });

  it('is answered with their own words, also where those speak of another', async () => {
    expect(await shown('What did Marsh tell the Gazette?')).toContain('nobody needs');
    expect(await shown('What did Quill tell the Courier?')).toContain('belongs to everybody');
  });
});
