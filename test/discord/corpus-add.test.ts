import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { page, serve } from '../fetching/server.ts';
import { item, markdown, rss, story, wholeText } from '../intake/newsagent.ts';
import { articlesIn, botOver, HEADLINE, isPrivate, labelsOf, SLUG } from './corpus-bot.ts';
import { wordsOf } from './reading.ts';

/** Articles come in by way of Discord, over a corpus on the disk. */

describe('/corpus add', () => {
  test('shows what was understood of a page, and takes it in when Add is pressed', async () => {
    const paper = await serve({
      '/ferry': page(story(1, 'byline: By Noor Amani\npublisher: The Courier\n'), markdown),
    });
    const { discord, directory, newsroom, after } = await botOver();
    const shown = await after(discord.slash('corpus add', { address: paper.at('/ferry') }));
    const said = wordsOf(shown);
    for (const part of [HEADLINE, 'The Courier', 'By Noor Amani', 'New:', '1 quotation', 'Tilda Marsh'])
      expect(said).toContain(part);
    expect(said).toContain('What happens next?');
    expect(said).toContain('The ferry that links Grey Harbour with the islands sank');
    expect(isPrivate(shown)).toBe(true);
    expect(labelsOf(shown)).toEqual(['Add', 'Cancel']);
    expect(await articlesIn(directory)).toEqual([]);

    const added = await after(discord.click('Add', shown));
    expect(wordsOf(added)).toContain(`\nAdded: “${HEADLINE}”.`);
    expect(added.id).toBe(shown.id);
    expect(await articlesIn(directory)).toEqual([`${SLUG}.md`]);
    expect(newsroom.article(SLUG)?.headline).toBe(HEADLINE);
    const outline = await after(discord.click('Outline', added));
    expect(wordsOf(outline)).toContain('By Noor Amani');
  });

  test('takes a file that was attached, whose name is its source', async () => {
    const cdn = await serve({ '/attachments/1/2/my%20story.md?': page(story(), markdown) });
    const { discord, directory, after } = await botOver();
    const file = { url: cdn.at('/attachments/1/2/my%20story.md?ex=1&hm=2') };
    const shown = await after(discord.slash('corpus add', { file }));
    await after(discord.click('Add', shown));
    const written = await readFile(join(directory, `${SLUG}.md`), 'utf8');
    expect(written).toContain('source: my story.md');
    expect(written).not.toContain('attachments');
    expect(cdn.robots).toBe(0);
  });

  test('lists what a feed holds, and adds all of it', async () => {
    const items = [1, 2, 3].map((number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const paper = await serve({
      '/feed': page(rss(items.join('')), { 'content-type': 'application/rss+xml' }),
    });
    const { discord, directory, after } = await botOver();
    // A feed may give the words of its own newspaper's articles only: this one gives those of another.
    const file = { url: paper.at('/feed') };
    const shown = await after(discord.slash('corpus add', { file }));
    expect(wordsOf(shown)).toContain('3 new');
    expect(labelsOf(shown)).toEqual(['Add all 3', 'Cancel']);
    const added = await after(discord.click('Add all 3', shown));
    expect(wordsOf(added)).toContain('3 added');
    expect(await articlesIn(directory)).toHaveLength(3);
  });

  test('offers the feed that a front page names, and reads it when that is pressed', async () => {
    const front =
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>';
    const items = [1, 2].map((number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const paper = await serve({
      '/': page(front),
      '/feed': page(rss(items.join('')), { 'content-type': 'application/rss+xml' }),
    });
    const { discord, after } = await botOver();
    const shown = await after(discord.slash('corpus add', { address: paper.at('/') }));
    expect(labelsOf(shown)).toEqual(['Add the feed']);
    const read = await after(discord.click('Add the feed', shown));
    expect(isPrivate(read)).toBe(true);
    expect(wordsOf(read)).toMatch(/^2 (?:new|not taken)$/m);
  });

  test('says what would be updated, and what is there already', async () => {
    const url = 'url: https://courier.example/ferry\n';
    const before = story(1, url);
    const cdn = await serve({
      '/same.md': page(before, markdown),
      '/new.md': page(before.replace('nine years', 'ten years'), markdown),
    });
    const { discord, after } = await botOver();
    const file = (path: string) => ({ file: { url: cdn.at(path) } });
    await after(discord.click('Add', await after(discord.slash('corpus add', file('/same.md')))));
    const same = await after(discord.slash('corpus add', file('/same.md')));
    expect(wordsOf(same)).toContain('There already');
    expect(labelsOf(same)).toEqual([]);
    const changed = await after(discord.slash('corpus add', file('/new.md')));
    expect(wordsOf(changed)).toContain('Updates an article that is there: 1 paragraph changed.');
    const updated = await after(discord.click('Update', changed));
    expect(wordsOf(updated)).toBe(`Updated: “${HEADLINE}”, 1 paragraph changed.`);
  });

  test('refuses in a sentence what is no article, and takes nothing', async () => {
    const paper = await serve({ '/gone': page('gone', {}, 404) });
    const { discord, directory, after } = await botOver();
    const asked: readonly (readonly [object, RegExp])[] = [
      [{ address: paper.at('/gone') }, /^Not taken: .*404.*$/m],
      [{ address: '/etc/passwd' }, /^Not taken: expected an address that begins with https/m],
      [{ address: 'file:///etc/passwd' }, /^Not taken: expected an address/m],
      [{}, /^Give either the address of a page or a feed, or a file\.$/],
      [{ address: paper.at('/gone'), file: { url: paper.at('/gone') } }, /^Give either/],
    ];
    for (const [given, said] of asked) {
      const answer = await after(discord.slash('corpus add', { ...given }));
      expect(wordsOf(answer)).toMatch(said);
      expect(isPrivate(answer)).toBe(true);
    }
    expect(await articlesIn(directory)).toEqual([]);
  });

  test('keeps the address, which may hold a key, out of the log of questions', async () => {
    const paper = await serve({ '/ferry?': page(story(), markdown) });
    const { discord, log, after } = await botOver({ environment: { logQuestions: true } });
    await after(discord.slash('corpus add', { address: `${paper.at('/ferry')}?key=s3cret` }));
    await after(discord.slash('ask', { question: 'Who was on board?' }));
    const written = JSON.stringify(log.lines);
    expect(written).toContain('corpus add');
    expect(written).toContain('Who was on board?');
    expect(written).not.toContain('s3cret');
  });

  test('Cancel lets it go; whoever presses a button a second time is told', async () => {
    const cdn = await serve({ '/a.md': page(story(1), markdown), '/b.md': page(story(2), markdown) });
    const { discord, directory, after } = await botOver();
    const [one, two] = [
      await after(discord.slash('corpus add', { file: { url: cdn.at('/a.md') } })),
      await after(discord.slash('corpus add', { file: { url: cdn.at('/b.md') } })),
    ];
    expect(wordsOf(await after(discord.click('Cancel', one)))).toBe('Cancelled: nothing was changed.');
    expect(wordsOf(await after(discord.click('Add', one)))).toMatch(/^That was cancelled/);
    await after(discord.click('Add', two));
    const again = await after(discord.click('Add', two));
    expect(wordsOf(again)).toMatch(/^That has been added already\.\n.*\nFerry number 2/);
    expect(labelsOf(again)).toEqual(['Outline']);
    expect(await articlesIn(directory)).toHaveLength(1);
  });
});
