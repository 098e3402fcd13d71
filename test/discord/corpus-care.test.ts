import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ButtonStyle } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { page, serve } from '../fetching/server.ts';
import { markdown, story } from '../intake/newsagent.ts';
import { articlesIn, botOver, HEADLINE, isPrivate, labelsOf, SLUG } from './corpus-bot.ts';
import { buttonsOf } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** Articles are looked after by way of Discord. */

const FILE = `${SLUG}.md`;
const OTHER_SERVER = '400000000000000002';
/** What `verbatim add` writes into a file of its own: no other is asked for. */
const OURS = "digest: '0123456789abcdef.01234567'\n";

describe('/corpus remove', () => {
  test('shows which article is meant, and deletes its file when Remove is pressed', async () => {
    const { discord, directory, newsroom, after } = await botOver({ files: { [FILE]: story() } });
    const choices = await discord.autocomplete('corpus remove', 'article', 'ferry');
    expect(choices).toEqual([{ name: HEADLINE, value: SLUG }]);
    const shown = await after(discord.slash('corpus remove', { article: SLUG }));
    expect(wordsOf(shown)).toContain(`Remove this article? Its file is deleted.\n${HEADLINE}`);
    expect(isPrivate(shown)).toBe(true);
    expect(labelsOf(shown)).toEqual(['Remove', 'Cancel']);
    expect(wordsOf(await after(discord.click('Cancel', shown)))).toContain('nothing was changed');
    expect(await articlesIn(directory)).toEqual([FILE]);
    expect(buttonsOf(shown).map(({ style }) => style)).toEqual([ButtonStyle.Danger, ButtonStyle.Secondary]);
    const removed = await after(discord.click('Remove', shown));
    expect(wordsOf(removed)).toBe(`Removed: “${HEADLINE}”. Its file was ${FILE}.`);
    expect(await articlesIn(directory)).toEqual([]);
    expect(newsroom.articles).toEqual([]);
  });

  test('removes nothing that has changed since it was shown', async () => {
    const { discord, directory, newsroom, after } = await botOver({ files: { [FILE]: story() } });
    const shown = await after(discord.slash('corpus remove', { article: SLUG }));
    await writeFile(join(directory, FILE), story(2));
    await discord.until(() => newsroom.articles[0]?.text.includes('number 2') === true);
    const answer = await after(discord.click('Remove', shown));
    expect(wordsOf(answer)).toMatch(/^That article has changed or gone/);
    expect(await articlesIn(directory)).toEqual([FILE]);
  });
});

describe('/corpus refresh', () => {
  test('says what has changed, what is gone and what is refused', async () => {
    const pages = { two: story(2) };
    const paper = await serve({
      '/1': page(story(1), markdown),
      '/2': (_, response) => response.writeHead(200, markdown).end(pages.two),
      '/3': page(story(3), markdown),
      '/4': page(story(4), markdown),
    });
    const { discord, directory, after, librarian } = await botOver();
    for (const number of [1, 2, 3, 4]) {
      const shown = await after(discord.slash('corpus add', { address: paper.at(`/${number}`) }));
      await after(discord.click('Add', shown));
    }
    expect(await articlesIn(directory)).toHaveLength(4);
    pages.two = story(2).replace('nine years', 'ten years');
    const gone = await serve({ '/3': page('', {}, 410), '/4': page('<p>Log in</p>') });
    // The paper has moved its pages: the files say where they are asked for.
    for (const number of [3, 4]) {
      const file = join(directory, `ferry-number-${number}-sinks-in-grey-harbour.md`);
      const text = story(number, `source: ${gone.at(`/${number}`)}\n${OURS}`);
      await writeFile(file, text);
    }
    const answer = await after(discord.slash('corpus refresh'));
    const said = wordsOf(answer);
    expect(said).toContain('1 updated · 1 unchanged · 1 no longer published · 1 not taken');
    expect(said).toContain('Ferry number 2 sinks in Grey Harbour\u00a0· 1 paragraph');
    expect(said).toContain('No longer published; kept as they were\nFerry number 3');
    expect(said).toContain('1 not taken\nFerry number 4');
    expect(said).not.toContain('--');
    expect(isPrivate(answer)).toBe(true);
    expect(librarian.isBusy()).toBe(false);
    const one = await after(discord.slash('corpus refresh', { article: SLUG }));
    expect(wordsOf(one)).toContain('1 unchanged');
  });

  test('of many asks for some, and the next time for the others', async () => {
    const numbers = [1, 2, 3, 4, 5];
    const paper = await serve(
      Object.fromEntries(numbers.map((number) => [`/${number}`, page(story(number), markdown)])),
    );
    const files = Object.fromEntries(
      numbers.map((number) => [`${number}.md`, story(number, `url: ${paper.at(`/${number}`)}\n${OURS}`)]),
    );
    const { discord, after } = await botOver({ files, librarian: { patience: { most: 3 } } });
    const first = await after(discord.slash('corpus refresh'));
    expect(wordsOf(first)).toMatch(/3 of 5 articles were asked for/);
    await after(discord.slash('corpus refresh'));
    expect(new Set(paper.asked.map(({ path }) => path)).size).toBe(5);
  });

  test('tells how far it is, and that nothing else is done meanwhile', async () => {
    const open: (() => void)[] = [];
    const paper = await serve({
      '/1': page(story(1), markdown),
      '/2': (_, response) => {
        open.push(() => response.writeHead(200, markdown).end(story(2)));
      },
    });
    const files = {
      '1.md': story(1, `url: ${paper.at('/1')}\n${OURS}`),
      '2.md': story(2, `url: ${paper.at('/2')}\n${OURS}`),
    };
    const { discord, after } = await botOver({ files });
    const refreshing = discord.sendSlash('corpus refresh');
    await discord.until(() => /^[01] of 2 articles…$/.test(wordsOf(refreshing.messages[0])), 'progress');
    await discord.until(() => open.length > 0, 'the second page to be asked for');
    for (const [command, given] of [
      ['corpus refresh', {}],
      ['corpus add', { address: paper.at('/1') }],
    ] as const)
      expect(wordsOf(await after(discord.slash(command, given)))).toContain('Articles are being added');
    for (const answer of open) answer();
    await discord.until(() => /unchanged/.test(wordsOf(refreshing.messages[0])), 'the answer');
  });
});

describe('what is done to the articles', () => {
  test('is in the log, with who did it, and with no name or headline', async () => {
    const cdn = await serve({ '/a.md': page(story(), markdown) });
    const { discord, log, after } = await botOver();
    const user = { id: '300000000000000042', username: 'gerda' };
    const shown = await after(discord.slash('corpus add', { file: { url: cdn.at('/a.md') } }, { user }));
    await after(discord.click('Add', shown, { user }));
    const asked = await after(discord.slash('corpus remove', { article: SLUG }, { user }));
    await after(discord.click('Remove', asked, { user }));
    const lines = log.lines.filter(({ message }) => message === 'articles changed');
    expect(lines.map(({ fields }) => fields)).toEqual([
      { command: 'corpus accept', by: user.id, changes: [{ kind: 'added', article: SLUG }] },
      { command: 'corpus withdraw', by: user.id, changes: [{ kind: 'removed', article: SLUG }] },
    ]);
    expect(JSON.stringify(log.lines)).not.toMatch(/gerda|Grey Harbour/);
  });
});

describe('/corpus list', () => {
  test('says where articles come from, and what is left out', async () => {
    const paper = await serve({ '/ferry': page(story(1, 'publisher: The Courier\n'), markdown) });
    const { discord, after } = await botOver({
      files: { 'mine.md': story(2) },
      librarian: { leftOut: () => [{ file: '/nowhere/broken.json', line: 3, message: 'expected a comma.' }] },
    });
    await after(
      discord.click('Add', await after(discord.slash('corpus add', { address: paper.at('/ferry') }))),
    );
    const said = wordsOf(await after(discord.slash('corpus list')));
    expect(said).toMatch(/^2 articles$/m);
    expect(said).toMatch(/Ferry number 1 .*The Courier · fetched \d+ \w+ \d{4}$/m);
    expect(said).toContain('Ferry number 2 sinks in Grey Harbour\u00a0· mine.md');
    expect(said).toContain('broken.json:3\u00a0· expected a comma.');
  });
});

describe('from where the articles may be changed', () => {
  const given = { article: SLUG };

  test.each([
    ['a server that is not among them', { environment: { corpusServers: [OTHER_SERVER] } }, {}],
    ['any, where none is', { environment: { corpusServers: [] } }, {}],
    [
      'the bot’s direct messages',
      { environment: { corpusServers: 'all' as const } },
      { context: 'dm' as const },
    ],
    ['elsewhere', { environment: { corpusServers: 'all' as const } }, { context: 'elsewhere' as const }],
  ])('not from %s', async (_where, setting, place) => {
    const { discord, directory, after } = await botOver({ files: { [FILE]: story() }, ...setting });
    const answers = [
      await after(discord.slash('corpus remove', given, place)),
      await after(discord.slash('corpus list', {}, place)),
      await after(discord.slash('corpus add', { address: 'https://courier.example/' }, place)),
      await after(discord.slash('corpus refresh', {}, place)),
    ];
    for (const answer of answers) {
      expect(wordsOf(answer)).toContain('The articles cannot be changed from here.');
      expect(isPrivate(answer)).toBe(true);
    }
    expect(await articlesIn(directory)).toEqual([FILE]);
  });

  test('from every server, where all are', async () => {
    const { discord, after } = await botOver({
      files: { [FILE]: story() },
      environment: { corpusServers: 'all' },
    });
    const shown = await after(discord.slash('corpus remove', given, { guildId: OTHER_SERVER }));
    expect(labelsOf(shown)).toEqual(['Remove', 'Cancel']);
  });

  test('not with a button that has come to stand where others see it', async () => {
    const { discord, directory, after } = await botOver({ files: { [FILE]: story() } });
    const shown = await after(discord.slash('corpus remove', given));
    const posted = { ...shown, flags: shown.flags & ~64 };
    const answer = await after(discord.click('Remove', posted));
    expect(wordsOf(answer)).toContain('The articles cannot be changed from here.');
    expect(await articlesIn(directory)).toEqual([FILE]);
  });

  test('the others ask about the articles as ever, and help does not speak of it', async () => {
    const { discord } = await botOver({ files: { [FILE]: story() } });
    const { messages } = await discord.slash('help');
    expect(wordsOf(messages[0])).not.toContain('/corpus');
  });
});

describe('an older answer', () => {
  test('whose article has changed says so when a button of it is pressed', async () => {
    const { discord, directory, newsroom, after } = await botOver({
      files: { [FILE]: story(), 'other.md': story(2) },
    });
    const asked = () =>
      after(discord.slash('ask', { question: 'What did Tilda Marsh say of the ferry?', article: SLUG }));
    const answer = await asked();
    expect(labelsOf(answer)).toContain('Quotes on this');
    const listed = await after(discord.slash('quote', { article: SLUG }));
    expect(wordsOf(listed)).toContain('nine years');
    await writeFile(
      join(directory, FILE),
      `${story().replace('## What', 'Nobody knows why she sank.\n\n## What')}`,
    );
    await discord.until(() => newsroom.article(SLUG)?.text.includes('Nobody knows why') === true);
    for (const label of labelsOf(answer)) {
      if (label === undefined || /Read article|Share|Dismiss|thread/.test(label)) continue;
      const pressed = wordsOf(await after(discord.click(label, answer)));
      // What was said is looked up in the article as it is now; what stood at a place is not.
      if (label === 'Quotes on this') expect(pressed).toContain('sank at its moorings');
      else expect(pressed, label).toMatch(/^That article has changed or gone/m);
    }
  });

  test('whose article is gone says so, too', async () => {
    const { discord, directory, newsroom, after } = await botOver({
      files: { [FILE]: story(), 'other.md': story(2) },
    });
    const answer = await after(
      discord.slash('ask', { question: 'Who was on board of the ferry?', article: SLUG }),
    );
    await rm(join(directory, FILE));
    await discord.until(() => newsroom.article(SLUG) === undefined);
    const labels = labelsOf(answer).filter((label) => !/Read article|Share|Dismiss|thread/.test(label ?? ''));
    expect(labels.length).toBeGreaterThan(1);
    for (const label of labels)
      expect(wordsOf(await after(discord.click(label ?? '', answer))), label).toMatch(/has changed or gone/);
  });
});
