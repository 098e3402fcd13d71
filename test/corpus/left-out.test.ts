import { describe, expect, it } from 'vitest';
import { createLeftOut } from '../../src/corpus/left-out.ts';

const problem = (file: string, message = 'expected a headline, got none.') => ({ file, message });
const files = ({ all }: ReturnType<typeof createLeftOut>) => all().map(({ file }) => file);

describe('files that are left out', () => {
  it('are those that were told of at the beginning and since', () => {
    const leftOut = createLeftOut([problem('corpus/a.json')]);
    leftOut.hear({ added: ['c'], problems: [problem('corpus/b.md')] });
    expect(files(leftOut)).toEqual(['corpus/a.json', 'corpus/b.md']);
  });

  it.each(['added', 'changed', 'removed'] as const)('are so no longer when their article is %s', (what) => {
    const leftOut = createLeftOut([problem('corpus/a.json'), problem('corpus/sub/b.md')]);
    leftOut.hear({ [what]: ['b'], problems: [] });
    expect(files(leftOut)).toEqual(['corpus/a.json']);
  });

  it('are told of with what was said last', () => {
    const leftOut = createLeftOut([problem('a.json', 'line 1')]);
    leftOut.hear({ changed: ['a'], problems: [problem('a.json', 'line 2')] });
    expect(leftOut.all()).toEqual([problem('a.json', 'line 2')]);
  });
});
