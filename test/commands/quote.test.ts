import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { buildArticle } from '../../src/news/article.ts';
import { articles, openFixture } from '../fixtures/newsroom.ts';
import {
  expectCallable,
  expectOwnWords,
  kindsOf,
  listsIn,
  notesIn,
  press,
  quotationsIn,
  replyTo,
} from './replies.ts';

const newsroom = openFixture();
const quote = (options: Readonly<Record<string, string | number>> = {}) =>
  replyTo(newsroom, 'quote', options);
const said = (reply: Awaited<ReturnType<typeof quote>>): readonly string[] =>
  quotationsIn(reply).map(({ article, quotation }) =>
    quotation.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … '),
  );

describe('quoting', () => {
  it('gives a speaker’s words, those of one statement together', async () => {
    const reply = await quote({ speaker: 'Tilda Marsh' });
    expectOwnWords(newsroom, reply);
    expect(said(reply)).toEqual([
      'We are not asking for the moon … We are asking for eleven hours of sleep.',
      'Nobody steers well asleep',
    ]);
  });

  it.each(['marsh', 'TILDA', 'Tilda Marsh’s'])('knows the speaker by %s', async (speaker) => {
    expect(said(await quote({ speaker }))).toHaveLength(2);
  });

  it.each(['Ada Marsh', 'Tilda Venn', 'the', ''])(
    'takes nobody for %j, of whose name a part is missing',
    async (speaker) => {
      expect(said(await quote({ speaker }))).toEqual([]);
    },
  );

  it('gives what was said on a subject, the nearest first', async () => {
    expect(said(await quote({ speaker: 'marsh', about: 'sleep' }))[0]).toMatch(/eleven hours of sleep/);
    expect(said(await quote({ speaker: 'marsh', about: 'steering' }))).toEqual(['Nobody steers well asleep']);
  });

  it('looks in one article only when one is named', async () => {
    const reply = await quote({ about: 'room', article: 'library-roof' });
    expect(said(reply)[0]).toBe('that the reading room would be “bigger and drier.”');
    expect(said(await quote({ about: 'room', article: 'ferry-strike' }))).toEqual([]);
  });

  it('lists who is quoted when nobody is named', async () => {
    const [list] = listsIn(await quote());
    expect(list!.title).toBe('Who is quoted');
    expect(list!.items).toContainEqual(
      expect.objectContaining({ text: 'Tilda Marsh', detail: expect.stringContaining('2 quotations') }),
    );
  });

  it('says that somebody is not quoted and names others', async () => {
    const reply = await quote({ speaker: 'Ada Quill' });
    expect(notesIn(reply)).toEqual(['The articles quote nobody called “Ada Quill”.']);
    expect(
      listsIn(reply)[0]!
        .items.map(({ text }) => text)
        .join(),
    ).toContain('Tilda Marsh');
  });

  it('says that somebody is quoted, but not on that', async () => {
    expect(notesIn(await quote({ speaker: 'Marsh', about: 'copper' }))).toEqual([
      'The articles quote “Marsh”, but not on “copper”.',
    ]);
    expect(notesIn(await quote({ about: 'zebras' }))).toEqual(['The articles quote nobody on “zebras”.']);
  });

  it('has nobody to quote when there are no articles', async () => {
    expect(notesIn(await replyTo(openFixture([]), 'quote'))).toEqual(['Nobody is quoted in the articles.']);
    expect(kindsOf(await replyTo(openFixture([]), 'quote', { speaker: 'Marsh' }))).toEqual(['note']);
  });

  describe('page by page', () => {
    const statements = Array.from(
      { length: 12 },
      (_, index) => `“Point ${index + 1} is that boats float,” Ada Quill said.`,
    );
    const many = openFixture([
      buildArticle('many', { headline: 'Quill talks' }, [{ paragraphs: statements }]),
    ]);
    const page = (number?: number) =>
      replyTo(many, 'quote', { speaker: 'quill', ...(number !== undefined && { page: number }) });

    it('shows every quotation once, in order, going on by the button', async () => {
      const pages = [await page()];
      for (
        let next = press(many, pages[0]!, 'Next');
        next !== undefined;
        next = press(many, pages.at(-1)!, 'Next')
      )
        pages.push(await next);
      expect(pages.flatMap(said)).toEqual(statements.map((one) => one.slice(1, one.indexOf(',”'))));
      expect(pages.map(notesIn)).toEqual([['Page 1 of 3'], ['Page 2 of 3'], ['Page 3 of 3']]);
      expect(press(many, pages[0]!, 'Previous')).toBeUndefined();
      expect(await press(many, pages[2]!, 'Previous')).toEqual(pages[1]);
      for (const { actions } of pages) actions.forEach(expectCallable);
    });

    it('lists the speakers page by page too, with how many more there are', async () => {
      const said = Array.from({ length: 45 }, (_, index) => {
        const name = `Ada ${String.fromCharCode(65 + (index % 26))}${index < 26 ? 'en' : 'ar'}son`;
        return `“Boats float well,” ${name} said.`;
      });
      const crowd = openFixture([buildArticle('crowd', { headline: 'All talk' }, [{ paragraphs: said }])]);
      const pages = [await replyTo(crowd, 'quote')];
      for (let next = press(crowd, pages[0]!, 'Next'); next; next = press(crowd, pages.at(-1)!, 'Next'))
        pages.push(await next);
      const listed = pages.flatMap((reply) => listsIn(reply).flatMap(({ items }) => items));
      expect(listed.map(({ text }) => text)).toEqual(crowd.speakers().map(({ name }) => name));
      expect(listed).toHaveLength(45);
      expect(pages.map(notesIn)).toEqual([
        ['Page 1 of 3 · 25 more speakers'],
        ['Page 2 of 3 · 5 more speakers'],
        ['Page 3 of 3'],
      ]);
    });

    it('tells a person who leafs too far how many pages there are', async () => {
      await expect(page(4)).rejects.toThrow(UserError);
      await expect(page(4)).rejects.toThrow('Expected a page from 1 to 3, got 4.');
    });
  });

  it('whatever is asked for, shows only slices of articles', async () => {
    const word = fc.oneof(
      fc.constantFrom(...articles.flatMap(({ text }) => text.split(/\s+/))),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('', 'the', 'constructor', '__proto__', '🎉'),
    );
    await fc.assert(
      fc.asyncProperty(word, word, async (speaker, about) => {
        for (const options of [{ speaker }, { about }, { speaker, about }]) {
          const reply = await quote(options);
          expectOwnWords(newsroom, reply);
          expect(reply.blocks.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
