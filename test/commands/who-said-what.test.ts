import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { layOut } from '../../src/discord/card.ts';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import type { Reply } from '../../src/reply.ts';
import { renderReply } from '../../src/terminal/render.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { openFixture } from '../fixtures/newsroom.ts';
import * as sea from '../fixtures/sea-wall.ts';
import { boldIn, expectCallable, expectOwnWords, notesIn, press, quotationsIn, replyTo } from './replies.ts';

vi.mock('../../src/news/quotations/quotations.ts', async () => {
  const { rowsByHand } = await import('../fixtures/sea-wall.ts');
  return { quotationsIn: (article: { readonly id: string }) => rowsByHand(article) ?? [] };
});

const newsroom = openFixture([sea.chess, sea.wall]);
const quote = (options: Readonly<Record<string, string | number>>) => replyTo(newsroom, 'quote', options);
const shown = (reply: Reply): readonly Quotation[] => quotationsIn(reply).map(({ quotation }) => quotation);
const labels = ({ actions }: Reply): readonly string[] => actions.map(({ label }) => label);

describe('looking up who said what', () => {
  it.each([
    [
      'an article’s: also nobody’s, no scare quotes',
      { article: 'sea-wall' },
      [sea.clause, sea.warning, sea.folly, sea.ferries, sea.poster],
    ],
    ['a speaker’s', { speaker: 'venn' }, [sea.folly, sea.ferries]],
    ['a fragment within its clause, once', { speaker: 'ilse brandt' }, [sea.clause]],
    ['the newest first', { speaker: 'brandt' }, [sea.clause, sea.beaten, sea.pawns]],
    ['what is only reported', { speaker: 'marsh', about: 'ferry landing' }, [sea.warning]],
    ['by an office', { speaker: 'the union secretary' }, [sea.warning]],
    ['typed in one go', { speaker: 'brandt about pawns' }, [sea.pawns]],
    ['a subject typed in one go', { speaker: 'about pawns' }, [sea.pawns]],
  ] as const)('shows %s', async (_what, options, expected) => {
    const reply = await quote(options);
    expectOwnWords(newsroom, reply);
    expect(shown(reply)).toEqual(expected);
  });

  it('shows own words before reported ones that are about as near, and nobody’s too', async () => {
    const found = shown(await quote({ about: 'sea wall' }));
    expect(new Set(found)).toEqual(new Set([sea.beaten, sea.clause, sea.poster, sea.warning]));
    expect(found.indexOf(sea.warning)).toBe(3);
  });

  it('leaves out what holds little of the subject beside the rest', async () => {
    expect(shown(await quote({ about: 'ferry landing closed for a year' }))).toEqual([sea.warning]);
  });

  it('says whom a shared surname may mean, and offers each', async () => {
    const reply = await quote({ speaker: 'brandt' });
    expect(notesIn(reply)).toEqual(['“brandt” could be Rolf Brandt or Ilse Brandt.']);
    expect(labels(reply)).toEqual(['Rolf Brandt', 'Ilse Brandt']);
    expect(shown(await press(newsroom, reply, 'Ilse Brandt')!)).toEqual([sea.clause]);
    expect(notesIn(await quote({ speaker: 'brandt', article: 'chess-club' }))).toEqual([
      'Looked only in “Chess club turns ninety”.',
    ]);
    reply.actions.forEach(expectCallable);
  });

  it.each([
    ['a typing mistake', 'tilda mrash', 'Tilda Marsh'],
    ['a wrong first name', 'Karl Venn', 'Oskar Venn'],
  ])('offers the nearest names after %s', async (_what, speaker, near) => {
    const reply = await quote({ speaker, about: 'sea wall' });
    expect(notesIn(reply)).toEqual([`The articles quote nobody called “${speaker}”.`]);
    expect(labels(reply)).toEqual([near]);
    expect(reply.actions[0]).toMatchObject({ options: { speaker: near, about: 'sea wall' } });
  });

  it('says where else to look when one article does not hold it', async () => {
    const reply = await quote({ speaker: 'marsh', article: 'chess-club' });
    expect(notesIn(reply)).toEqual(['“Chess club turns ninety” quotes nobody called “marsh”.']);
    expect(shown(await press(newsroom, reply, 'Look in all articles')!)).toEqual([sea.warning]);
    const other = await quote({ speaker: 'venn', about: 'chess' });
    expect(notesIn(other)).toEqual(['The articles quote “venn”, but not on “chess”.']);
    expect(shown(await press(newsroom, other, 'All by venn')!)).toEqual([sea.folly, sea.ferries]);
  });

  it('counts words between marks and reported ones apart', async () => {
    const { blocks } = await quote({});
    expect(blocks[0]).toMatchObject({
      items: [
        { text: 'Oskar Venn', detail: '2 quotations' },
        { text: 'Rolf Brandt', detail: '2 quotations' },
        { text: 'Ilse Brandt', detail: 'Mayor · 1 quotation' },
        { text: 'Tilda Marsh', detail: 'the union’s secretary · 1 reported' },
      ],
    });
  });

  it.each([
    [
      'in a terminal',
      (reply: Reply) => renderReply(reply, { width: 200, colour: false, actions: 'links' }).join('\n'),
    ],
    ['on Discord', (reply: Reply) => JSON.stringify(layOut(reply, { words: ENGLISH }).messages)],
  ])('puts no marks around reported words and says what they are, %s', async (_where, face) => {
    const report = face(await quote({ speaker: 'marsh' }));
    expect(report).not.toMatch(/[“”]/);
    expect(report).toContain('the sea wall would close the ferry landing for a year');
    expect(report).toContain('reported speech');
    expect(face(await quote({ speaker: 'ilse brandt' }))).toContain('would be “taller and cheaper” than');
    expect(face(await quote({ article: 'sea-wall' }))).toContain('speaker unknown');
  });

  it('keeps every row for programs', () => {
    expect(newsroom.quotations({ article: 'sea-wall' })).toEqual(sea.rowsByHand(sea.wall));
    expect(newsroom.quotations({ speaker: 'venn' })).toEqual([sea.scare, sea.folly, sea.ferries]);
  });

  it('on all pages together shows each statement once', async () => {
    const part = fc.constantFrom('brandt', 'venn', 'the mayor', 'marsh');
    const subject = fc.constantFrom('sea wall', 'ferry', 'pawns', 'the plan of Monday');
    const asked = fc.record(
      { speaker: part, about: subject, article: fc.constantFrom('sea-wall', 'chess-club') },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (options) => {
        if (Object.keys(options).length === 0) return;
        const pages: Reply[] = [await quote(options)];
        for (
          let next = press(newsroom, pages[0]!, 'Next');
          next;
          next = press(newsroom, pages.at(-1)!, 'Next')
        )
          pages.push(await next);
        const all = pages.flatMap(shown);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(newsroom.statements(options));
      }),
      { numRuns: 60 },
    );
  });
});

describe('asking what somebody said', () => {
  const all = openFixture([sea.chess, sea.wall, sea.buoy]);
  const ask = (question: string) => replyTo(all, 'ask', { question });

  it.each([
    // The sentence before names both; theirs names the pilot by “she” only.
    ['between marks', 'What did Noor Amani say about the light buoy?', /^“A buoy without a light is a rock/],
    ['of an office', 'What did the harbor pilot say about the light buoy?', /^“A buoy without a light/],
    // The sentence before names both; his are reported, and nothing of his stands between marks.
    ['reported', 'What did Bo Lund say about the bell tower?', /^He warned that the tower’s bell/],
    ['with a fragment', 'What did Ilse Brandt say about the sea wall?', /would be “taller and cheaper”/],
  ])(
    'finds their words rather than a sentence that names both: words %s',
    async (_what, question, answer) => {
      expect(boldIn(await ask(question))[0]).toMatch(answer);
    },
  );

  it.each(['What did Noor Amani say about the sea wall?', 'What did Bo Lund say about the ferry landing?'])(
    'forces no words of theirs on a subject of which they said nothing: %s',
    async (question) => {
      expect(boldIn(await ask(question)).join()).not.toMatch(/rock|taller|crack/);
    },
  );

  it('adds what bears on it, each statement once, no scare quotes, nothing that is shown already', async () => {
    const reply = await ask('What did Tilda Marsh say about the sea wall?');
    const rows = shown(reply);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).not.toContain(sea.warning);
    expect(rows).not.toContain(sea.fragment);
    expect(rows.filter(({ kind }) => kind === 'term')).toEqual([]);
  });
});
