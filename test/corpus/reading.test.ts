import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { PassingError } from '../../src/corpus/problems.ts';
import { type Corpus, type HeavyReader, openCorpus, readCorpus } from '../../src/corpus.ts';
import { buildArticle } from '../../src/news/article.ts';
import { ParseError } from '../../src/news/parse/masthead.ts';

let corpus: string;
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'verbatim-corpus-'));
});
afterEach(() => rm(corpus, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, contents] of Object.entries(files)) {
    await mkdir(dirname(join(corpus, name)), { recursive: true });
    await writeFile(join(corpus, name), contents);
  }
}

const MARKDOWN = '---\nheadline: Ferry sinks\n---\n\nIt sank.\n';
const TEXT = 'Ferry sinks\nIt sank.\n';
const JSON_ARTICLE = '{"headline": "Ferry sinks", "sections": [{"paragraphs": ["It sank."]}]}';
const idsOf = async () => (await readCorpus(corpus)).articles.map(({ id }) => id);

describe('reading a corpus', () => {
  it('reads every format, in the order of the names, whatever case their endings have', async () => {
    await put({ 'c.JSON': JSON_ARTICLE, 'a.md': MARKDOWN, 'b.Txt': TEXT });
    const { articles, problems } = await readCorpus(corpus);
    expect(problems).toEqual([]);
    expect(articles.map(({ id, headline, text }) => [id, headline, text])).toEqual(
      ['a', 'b', 'c'].map((id) => [id, 'Ferry sinks', 'It sank.']),
    );
  });

  it('reads in the order of the whole paths, so that two machines read alike', async () => {
    await put({ 'a/z.md': MARKDOWN, 'a.txt': TEXT, 'a-b.md': MARKDOWN });
    expect(await idsOf()).toEqual(['a-b', 'a', 'z']);
  });

  it('reads directories inside, and passes over hidden files and READMEs wherever they are', async () => {
    await put({
      'README.md': 'About.',
      'readme.txt': 'About.',
      '.hidden.md': 'x',
      '_draft.md': 'x',
      '.git/a.md': MARKDOWN,
      'z/y/deep.md': MARKDOWN,
      'z/README.md': 'About.',
      'top.txt': TEXT,
    });
    const { articles, problems } = await readCorpus(corpus);
    expect(problems).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['top', 'deep']);
  });

  it('reads the others when one file is bad, and says what is wrong with it and where', async () => {
    await put({ 'a.md': MARKDOWN, 'bad.md': '---\nheadline: h\nurl: nowhere\n---\nx', 'c.txt': TEXT });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(problems).toEqual([
      { file: join(corpus, 'bad.md'), line: 3, message: expect.stringMatching(/`url`: expected an address/) },
    ]);
  });

  it.each([
    ['not UTF-8', new Uint8Array([0x49, 0x74, 0xff, 0xfe, 0x2e])],
    ['in another alphabet', new Uint8Array([0xf0, 0xc1, 0xd2, 0xcf, 0xcd, 0x2e])],
    ['binary', new Uint8Array([0x49, 0x00, 0x74, 0x2e])],
  ])('says that a file is %s and how to save it', async (_what, bytes) => {
    await put({ 'bad.txt': bytes, 'good.txt': TEXT });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toEqual([
      {
        file: join(corpus, 'bad.txt'),
        message: expect.stringMatching(/expected text in UTF-8.*Save the file as UTF-8/),
      },
    ]);
  });

  it('reads UTF-16 with its mark, and Windows-1252', async () => {
    const curly = TEXT.replace('Ferry sinks', 'Ferry “Élise” sinks');
    const beyondLatin1 = new Map([
      ['“', 0x93],
      ['”', 0x94],
    ]);
    await put({
      'a.txt': new Uint8Array(Buffer.from(`\ufeff${curly}`, 'utf16le')),
      'b.txt': new Uint8Array(Buffer.from(`\ufeff${curly}`, 'utf16le').swap16()),
      'c.txt': Uint8Array.from(curly, (letter) => beyondLatin1.get(letter) ?? letter.charCodeAt(0)),
      'd.md': new Uint8Array(Buffer.from(`\ufeff${MARKDOWN}`, 'utf16le')),
    });
    const { articles, problems } = await readCorpus(corpus);
    expect(problems).toEqual([]);
    expect(articles.map(({ headline }) => headline)).toEqual([
      ...Array(3).fill('Ferry “Élise” sinks'),
      'Ferry sinks',
    ]);
  });

  it('reads a file that begins with a byte order mark', async () => {
    await put({ 'a.json': `\ufeff${JSON_ARTICLE}`, 'b.md': `\ufeff${MARKDOWN}`, 'c.txt': `\ufeff${TEXT}` });
    const { articles, problems } = await readCorpus(corpus);
    expect(problems).toEqual([]);
    expect(articles.map(({ headline }) => headline)).toEqual(Array(3).fill('Ferry sinks'));
  });

  it('keeps the first of two files with one id and asks to rename one', async () => {
    await put({ 'a.md': MARKDOWN, 'sub/a.txt': TEXT, 'a.json': '{' });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({ file: join(corpus, 'a.json'), line: 1 });
    expect(problems[1]?.file).toBe(join(corpus, 'sub/a.txt'));
    expect(problems[1]?.message).toMatch(/a\.md is “a” already.*Rename/);
  });

  it('survives a file that its parser fails on', async () => {
    await put({ 'a.md': MARKDOWN, 'deep.md': `# h\n\n${'> '.repeat(8_000)}x`, 'z.txt': TEXT });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'z']);
    expect(problems).toEqual([
      { file: join(corpus, 'deep.md'), message: expect.stringMatching(/^could not be read/) },
    ]);
  });

  it('says which endings it expected when there are only others', async () => {
    await put({ 'a.png': new Uint8Array([0x89, 0x50]), 'b.docx': 'PK', c: 'x' });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles).toEqual([]);
    expect(problems).toEqual([
      {
        file: corpus,
        message: expect.stringMatching(/\.md, .*\.html, .*\.pdf; got 3 files with \.png, \.docx, no ending/),
      },
    ]);
  });

  it('counts a single file of another kind as one', async () => {
    await put({ 'a.png': 'x' });
    const { problems } = await readCorpus(corpus);
    expect(problems[0]?.message).toMatch(/got 1 file with \.png\.$/);
  });

  it('is quiet about other files beside articles, and about an empty directory', async () => {
    expect(await readCorpus(corpus)).toEqual({ articles: [], problems: [] });
    await put({ 'a.md': MARKDOWN, 'a.png': 'x' });
    expect((await readCorpus(corpus)).problems).toEqual([]);
    expect(await idsOf()).toEqual(['a']);
  });

  it('leaves what may be hard on its reader, and nothing else, to the one that it was given', async () => {
    await put({ 'a.md': MARKDOWN, 'b.html': '<p>It sank.</p>', 'c.pdf': '%PDF', 'd.txt': TEXT });
    const given: string[] = [];
    const reader: HeavyReader = async ({ name }, id, bytes) => {
      given.push(`${name}: ${id}, ${bytes.length} bytes`);
      throw new ParseError('expected a file that is read in 10 s, got one that takes longer.');
    };
    const ids: string[] = [];
    const problems: string[] = [];
    for await (const change of openCorpus(corpus, { reader }).changes()) {
      ids.push(...change.put.map(({ id }) => id));
      problems.push(...change.problems.map(({ file, message }) => `${basename(file)} ${message}`));
    }
    expect(given.sort()).toEqual(['PDF: c, 4 bytes', 'a web page: b, 15 bytes']);
    expect(ids).toEqual(['a', 'd']);
    expect(problems).toEqual(
      ['b.html', 'c.pdf'].map(
        (file) => `${file} expected a file that is read in 10 s, got one that takes longer.`,
      ),
    );
  });

  it('reads a file again whose permissions have changed: it may be readable now', async () => {
    const opened = openCorpus(corpus);
    await put({ 'ferry.md': MARKDOWN });
    const look = async () => {
      const found: string[] = [];
      for await (const change of opened.changes()) found.push(...change.put.map(({ id }) => id));
      return found;
    };
    expect(await look()).toEqual(['ferry']);
    expect(await look()).toEqual([]);
    await chmod(join(corpus, 'ferry.md'), 0o600);
    expect(await look()).toEqual(['ferry']);
  });

  it('does not take a text that is longer than any article, and says what to do', async () => {
    await put({ 'a.md': MARKDOWN, 'minutes.txt': `Minutes\n${'They met. '.repeat(100_001)}` });
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      {
        file: join(corpus, 'minutes.txt'),
        message: expect.stringMatching(/at most 1,000,000 characters, got 1,000,\d+\. Split it up/),
      },
    ]);
  });

  it('does not read a file that is larger than any article', async () => {
    await put({ 'a.md': MARKDOWN, 'large.txt': 'x' });
    await truncate(join(corpus, 'large.txt'), 25_000_001);
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      {
        file: join(corpus, 'large.txt'),
        message: expect.stringMatching(/at most 25 MB, got 25\.1 MB\. Save the text of each article/),
      },
    ]);
  });

  it('follows a link to a file and tells of one that leads nowhere', async () => {
    await put({ 'elsewhere/a.md': MARKDOWN });
    await symlink(join(corpus, 'elsewhere/a.md'), join(corpus, 'linked.md'));
    await symlink(join(corpus, 'gone.md'), join(corpus, 'broken.md'));
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id).sort()).toEqual(['a', 'linked']);
    expect(problems).toEqual([
      { file: join(corpus, 'broken.md'), message: expect.stringMatching(/a link to nothing/) },
    ]);
  });

  it('does not read what is no file and never ends', async () => {
    await put({ 'a.md': MARKDOWN });
    await symlink('/dev/zero', join(corpus, 'endless.md'));
    const { articles, problems } = await readCorpus(corpus);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      { file: join(corpus, 'endless.md'), message: expect.stringMatching(/a pipe or a device/) },
    ]);
  });

  it('is not led round in a circle by a link to a directory', async () => {
    await put({ 'sub/a.md': MARKDOWN });
    await symlink(corpus, join(corpus, 'sub', 'up'));
    expect(await idsOf()).toEqual(['a']);
  });

  it('tells a person that a directory is missing, or is a file, and what to do', async () => {
    await put({ 'a.md': MARKDOWN });
    const missing = readCorpus(join(corpus, 'none'));
    await expect(missing).rejects.toThrow(UserError);
    await expect(missing).rejects.toThrow(
      /none: expected a directory of articles, but there is none\. Make it/,
    );
    await expect(readCorpus(join(corpus, 'a.md'))).rejects.toThrow(/but that is a file/);
  });

  // Nothing is closed to the superuser.
  it.skipIf(process.getuid?.() === 0)('tells of a file and a directory that may not be read', async () => {
    await put({ 'a.md': MARKDOWN, 'closed.md': MARKDOWN, 'shut/b.md': MARKDOWN });
    await chmod(join(corpus, 'closed.md'), 0);
    await chmod(join(corpus, 'shut'), 0);
    const { articles, problems } = await readCorpus(corpus);
    await chmod(join(corpus, 'shut'), 0o700);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems.map(({ message }) => message)).toEqual(
      Array(2).fill('may not be read. Change its permissions.'),
    );
  });
});

/** Each part of what has changed: what came, what went, and what is wrong. */
async function partsOf(opened: Corpus): Promise<readonly (readonly string[])[]> {
  const parts: string[][] = [];
  for await (const { put, remove, problems } of opened.changes())
    parts.push([
      ...put.map(({ id }) => `+${id}`),
      ...remove.map((id) => `-${id}`),
      ...problems.map(({ file, message }) => `${basename(file)}: ${message}`),
    ]);
  return parts;
}
const seenIn = async (opened: Corpus): Promise<readonly string[]> => (await partsOf(opened)).flat();

describe('reading a corpus again', () => {
  const TOO_MANY = Object.assign(new Error('too many open files'), { code: 'EMFILE' });
  const TOO_SLOW = new PassingError('took too long.');

  it.each([
    ['the disk', TOO_MANY, 'page.html: could not be read (EMFILE).'],
    ['its reader', TOO_SLOW, 'page.html: took too long.'],
  ])(
    'reads a file again on which %s has failed, after growing pauses, and tells of it once',
    async (_who, fault, told) => {
      let time = Date.now();
      let isWell = false;
      let tries = 0;
      const reader: HeavyReader = async (_format, id) => {
        tries++;
        if (!isWell) throw fault;
        return buildArticle(id, { headline: 'Ferry sinks' }, [{ paragraphs: ['It sank.'] }]);
      };
      await put({ 'page.html': '<p>It sank.</p>' });
      const opened = openCorpus(corpus, { reader, now: () => time });
      expect(await seenIn(opened)).toEqual([told]);
      expect(await seenIn(opened)).toEqual([]);
      expect(opened.problems).toHaveLength(1);
      for (let second = 0; second < 3_600; second += 10) {
        time += 10_000;
        expect(await seenIn(opened)).toEqual([]);
      }
      expect(tries).toBeGreaterThan(10);
      expect(tries).toBeLessThan(20);
      isWell = true;
      time += 600_000;
      expect(await seenIn(opened)).toEqual(['+page']);
      expect(opened.problems).toEqual([]);
      expect(await seenIn(opened)).toEqual([]);
    },
  );

  describe('of a file on which its reader has failed', () => {
    let opened: Corpus;
    beforeEach(async () => {
      await put({ 'page.html': 'x' });
      const reader: HeavyReader = async () => {
        throw TOO_SLOW;
      };
      opened = openCorpus(corpus, { reader });
      await seenIn(opened);
      await rm(join(corpus, 'page.html'));
    });

    it('reads at once what has taken its place', async () => {
      await put({ 'page.md': MARKDOWN });
      expect(await seenIn(opened)).toEqual(['+page']);
      expect(opened.problems).toEqual([]);
    });

    it('tells no longer when it is gone', async () => {
      expect(await seenIn(opened)).toEqual([]);
      expect(opened.problems).toEqual([]);
    });
  });

  it('takes no other file of its name for one that is only out of reach', async () => {
    const reader: HeavyReader = async () => {
      throw TOO_MANY;
    };
    await put({ 'ferry.html': 'x', 'ferry.md': MARKDOWN });
    expect(await seenIn(openCorpus(corpus, { reader }))).toEqual(['ferry.html: could not be read (EMFILE).']);
  });

  it('has files under their new names before it lets go of the old ones', async () => {
    const numbers = Array.from({ length: 45 }, (_none, at) => at);
    await put(Object.fromEntries(numbers.map((at) => [`old${at}.md`, MARKDOWN])));
    const opened = openCorpus(corpus);
    await seenIn(opened);
    for (const at of numbers) await rename(join(corpus, `old${at}.md`), join(corpus, `new${at}.md`));
    const parts = await partsOf(opened);
    expect(parts.flat().filter((each) => each.startsWith('+'))).toHaveLength(45);
    expect(
      parts
        .slice(0, -1)
        .flat()
        .filter((each) => each.startsWith('-')),
    ).toEqual([]);
    expect(parts.at(-1)?.filter((each) => each.startsWith('-'))).toHaveLength(45);
    expect(await seenIn(opened)).toEqual([]);
  });

  it('gives what is there and what comes before it reads anything', async () => {
    await put({ 'a.md': MARKDOWN, 'b.md': MARKDOWN });
    const opened = openCorpus(corpus);
    await seenIn(opened);
    await rm(join(corpus, 'a.md'));
    await put({ 'c.md': MARKDOWN });
    await opened.changes().next();
    expect(opened.survey).toEqual({ bytes: 2 * MARKDOWN.length, coming: ['c'], going: ['a'] });
  });

  it('leaves a file for later that is written to between the look at it and its reading', async () => {
    await put({ 'a.md': MARKDOWN });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(corpus, 'a.md'), longAgo, longAgo);
    const opened = openCorpus(corpus, { quietMs: 500 });
    const changes = opened.changes();
    await changes.next();
    await appendFile(join(corpus, 'a.md'), '\nIt was raised.\n');
    await utimes(join(corpus, 'a.md'), longAgo, longAgo);
    expect((await changes.next()).value).toEqual({ put: [], remove: [], problems: [] });
    await changes.next();
    expect(opened.isWaiting).toBe(true);
    expect(await seenIn(opened)).toEqual(['+a']);
  });
});
