import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isForOperators, UserError } from '../../src/command.ts';
import { ferry, openFixture } from '../fixtures/newsroom.ts';
import { listsIn, notesIn, replyTo } from './replies.ts';

const newsroom = openFixture();
const empty = openFixture([]);

describe('listing the articles', () => {
  it('names each with its publisher, date and address, newest first, those without a date last', async () => {
    const [list] = listsIn(await replyTo(newsroom, 'articles'));
    expect(list).toEqual({
      kind: 'list',
      title: '3 articles',
      items: [
        {
          text: 'Ferry crews walk out over night shifts',
          detail: 'The Harrow Bay Courier · 4 Mar 2031',
          url: 'https://courier.example/ferry-strike',
        },
        {
          text: 'Library closes after storm tears off its roof',
          detail: 'The Harrow Bay Courier · 11 Feb 2031',
        },
        { text: 'Kelp farm doubles its harvest' },
      ],
    });
  });

  it('tells articles of one headline apart where one of them has to be chosen', async () => {
    const twins = openFixture([ferry, { ...ferry, id: 'ferry-strike-again', text: `${ferry.text} Again.` }]);
    await expect(replyTo(twins, 'articles', { article: 'night shifts' })).rejects.toThrow(
      /• Ferry crews walk out over night shifts \(ferry-strike\)\n• .* \(ferry-strike-again\)$/,
    );
  });

  it('says who adds articles when there are none', async () => {
    expect(notesIn(await replyTo(empty, 'articles'))[0]).toMatch(/no articles yet/);
  });

  it.each(['ferry-strike', 'FERRY', 'night shifts'])(
    'outlines the one that is called %s',
    async (article) => {
      const reply = await replyTo(newsroom, 'articles', { article });
      const [about, sections, quoted] = listsIn(reply);
      expect(about).toMatchObject({ title: ferry.headline });
      expect(about!.items.map(({ text }) => text)).toEqual([
        'The Harrow Bay Courier · 4 Mar 2031',
        'By Noor Amani',
        'Islanders face a third day without boats.',
      ]);
      expect(sections!.items).toEqual([
        { text: 'Why Are the Crews Striking?', detail: '3 paragraphs' },
        { text: 'What Happens Next?', detail: '4 paragraphs' },
      ]);
      expect(quoted!.items.map(({ text }) => text)).toContain('Tilda Marsh');
      expect(reply.actions).toEqual([{ kind: 'link', label: 'Read article', url: ferry.url }]);
    },
  );

  it.each([
    ['fits several', 'courier', 'Several articles fit “courier”. Choose from:'],
    ['fits none', 'the moon', 'No single article is called “the moon”. Choose from:'],
    ['is nothing', ' ', 'Several articles fit “ ”. Choose from:'],
  ])('asks for one article when the name %s, and lists what there is', async (_what, article, note) => {
    const asked = replyTo(newsroom, 'articles', { article });
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(`${note}\n• Ferry crews`);
  });
});

describe('help', () => {
  it('lists every command that is not reached by buttons only', async () => {
    const list = listsIn(await replyTo(newsroom, 'help')).at(-1);
    const offered = commands.filter((command) => command.hidden !== true && !isForOperators(command));
    expect(list!.items).toEqual(
      offered.map(({ name, description }) => ({ text: `/${name}`, detail: description })),
    );
    expect(offered.map(({ name }) => name)).not.toContain('passage');
  });

  it('gives examples that the articles answer', async () => {
    const examples = listsIn(await replyTo(newsroom, 'help')).find(({ title }) => title === 'For example');
    expect(examples!.items.map(({ text }) => text)).toContain('Why Are the Crews Striking?');
    for (const { text } of examples!.items)
      if (!text.startsWith('/')) expect(newsroom.ask(text).kind, text).toBe('answer');
  });

  it('does without examples when there are no articles', async () => {
    expect(listsIn(await replyTo(empty, 'help')).map(({ title }) => title)).toEqual(['Commands']);
  });
});

describe('every command', () => {
  it('has a name and descriptions that fit a menu', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, group, description, options, main } of commands) {
      expect(name.replace(group === undefined ? '' : `${group.name} `, '')).toMatch(/^[a-z]{1,32}$/);
      for (const text of [description, ...Object.values(options).map((option) => option.description)])
        expect(text).toMatch(/^.{1,100}$/);
      if (main !== undefined) expect(Object.keys(options)).toContain(main);
    }
  });
});
