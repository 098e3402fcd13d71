import { describe, expect, it } from 'vitest';
import { type Article, buildArticle, type Masthead } from '../../src/news/article.ts';
import { articles, ferry, kelp, library, openFixture } from '../fixtures/newsroom.ts';

const WIRE = [
  'The lighthouse at Gull Point will be lit again on Saturday after nine dark years, the harbour office said on Monday.',
  'Divers found its old lens in the spring under two metres of sand, and a glazier in Wexmouth has ground the missing third anew.',
  '“It throws its light eighteen miles again,” said Hanne Dorsey, who keeps the keys and has done so since her father drowned.',
  'Fishermen paid for half of the work, and a bakery on the quay for the rest, with a tenth of a penny on each loaf that it sold.',
];

const paper = (id: string, masthead: Partial<Masthead>, paragraphs: readonly string[] = WIRE): Article =>
  buildArticle(id, { headline: `Light returns to Gull Point (${id})`, ...masthead }, [{ paragraphs }]);

const agency = paper('agency', { publisher: 'Bay Wire', published: '2031-05-01' });
const reprint = paper('reprint', { publisher: 'The Wexmouth Echo', published: '2031-05-02' });
const shortened = paper('shortened', { publisher: 'Quay Post', published: '2031-05-03' }, WIRE.slice(0, 3));

const ids = (some: readonly Article[]): readonly string[] => some.map(({ id }) => id);

describe('selecting articles', () => {
  const newsroom = openFixture();

  it.each([
    ['all, newest first, undated ones last', {}, ['ferry-strike', 'library-roof', 'kelp']],
    ['one by its id', { article: 'kelp' }, ['kelp']],
    [
      'a publisher’s, whatever its capitals',
      { publisher: 'the harrow  bay COURIER' },
      ['ferry-strike', 'library-roof'],
    ],
    ['nothing of a publisher that is not there', { publisher: 'Courier' }, []],
    ['those since a month', { since: '2031-03' }, ['ferry-strike']],
    ['those since a day, that day included', { since: '2031-02-11' }, ['ferry-strike', 'library-roof']],
    ['those until a month, all of it included', { until: '2031-02' }, ['library-roof']],
    ['those until a year', { until: '2031' }, ['ferry-strike', 'library-roof']],
    ['those between two days', { since: '2031-02-12', until: '2031-03-03' }, []],
  ])('gives %s', (_what, filter, expected) => {
    expect(ids(newsroom.selected(filter))).toEqual(expected);
  });

  it('answers from the selected articles only', () => {
    const question = 'What did Mayor Ilse Brandt say?';
    const answeredFrom = (filter: object) =>
      newsroom.ask(question, filter).evidence.map(({ passage }) => passage.article.id);
    expect(new Set(answeredFrom({ until: '2031-02' }))).toEqual(new Set([library.id]));
    expect(new Set(answeredFrom({ since: '2031-03' }))).toEqual(new Set([ferry.id]));
  });

  it.each([
    ['a word that only another article holds', { publisher: 'The Harrow Bay Courier' }, ['kelp']],
    ['a word that no article holds', {}, ['zeppelin']],
    ['both', { article: 'kelp' }, ['zeppelin', 'ferry']],
  ])('says of the selected articles which words they do not hold: %s', (_what, filter, words) => {
    const outcome = newsroom.ask(`Where is the harvest of the ${words.join(' ')} library?`, filter);
    if (outcome.kind !== 'no-answer') throw new Error('answered');
    expect(outcome.unknown).toEqual(expect.arrayContaining(words));
    expect(outcome.reason).toMatchObject({ words: outcome.unknown });
  });

  it('quotes from the selected articles only', () => {
    const of = newsroom.statements({ speaker: 'Brandt', until: '2031-02' });
    expect(new Set(of.map(({ article }) => article))).toEqual(new Set([library.id]));
  });
});

describe('copies of one story', () => {
  const newsroom = openFixture([...articles, agency, reprint, shortened]);

  it('are one answer, from the fullest that was there first', () => {
    const { evidence } = newsroom.ask('When will the lighthouse be lit again?');
    expect(evidence[0]?.passage.article).toBe(agency);
    expect(new Set(ids(evidence.map(({ passage }) => passage.article)))).not.toContain(reprint.id);
  });

  it('name those of them that hold the very sentence', () => {
    const last = agency.sections[0]!.paragraphs[3]!;
    const first = agency.sections[0]!.paragraphs[0]!;
    expect(ids(newsroom.alsoIn(agency, [first])).toSorted()).toEqual(['reprint', 'shortened']);
    expect(ids(newsroom.alsoIn(agency, [last]))).toEqual(['reprint']);
    expect(newsroom.alsoIn(ferry, [ferry.sections[0]!.paragraphs[0]!])).toEqual([]);
  });

  it('are quoted once, and counted once', () => {
    expect(newsroom.statements({ speaker: 'Dorsey' })).toHaveLength(1);
    expect(newsroom.speakersNamed('Dorsey')[0]?.quotations).toBe(1);
  });

  it('are found where only theirs are asked for', () => {
    const { evidence } = newsroom.ask('When will the lighthouse be lit again?', { publisher: 'Quay Post' });
    expect(evidence[0]?.passage.article).toBe(shortened);
    expect(newsroom.statements({ speaker: 'Dorsey', publisher: 'The Wexmouth Echo' })).toHaveLength(1);
  });

  it('have one that stands for them as long as one is there', () => {
    const changing = openFixture([...articles, agency, reprint]);
    changing.update({ put: [], remove: [agency.id] });
    const { evidence } = changing.ask('When will the lighthouse be lit again?');
    expect(evidence[0]?.passage.article).toBe(reprint);
    expect(changing.speakersNamed('Dorsey')[0]?.quotations).toBe(1);
    expect(changing.alsoIn(reprint, [])).toEqual([]);
  });

  it('that a paper printed again are answered from as it has them now', () => {
    const toll = (count: string) => [`At least ${count} people were hurt when the quay gave way.`, ...WIRE];
    const changing = openFixture([
      paper('morning', { publisher: 'Quay Post', published: '2031-05-01' }, toll('eight')),
      paper('evening', { publisher: 'quay post', published: '2031-05-02' }, toll('twelve')),
      paper('plain', {}, toll('eight')),
    ]);
    const { evidence } = changing.ask('How many people were hurt when the quay gave way?');
    expect(evidence[0]?.passage.article.id).toBe('evening');
    expect(changing.ask('When will the lighthouse be lit?').evidence[0]?.passage.article.id).toBe('evening');
  });

  it('lose nothing that only one of them says: it is answered, quoted, listed and counted', () => {
    const own = '“The keys hung in my kitchen,” said Orla Finch, who had them for a week.';
    const fuller = openFixture([
      agency,
      paper('local', { published: '2031-05-04' }, [...WIRE.slice(0, 3), own]),
    ]);
    expect(
      fuller.ask('Where did the keys hang, according to Orla Finch?').evidence[0]?.passage.article.id,
    ).toBe('local');
    expect(fuller.statements({ speaker: 'Finch' })).toHaveLength(1);
    expect(fuller.statements({ speaker: 'Dorsey' })).toHaveLength(1);
    expect(
      fuller
        .speakers()
        .filter(({ quotations }) => quotations > 0)
        .map(({ name, quotations }) => [name, quotations])
        .toSorted(),
    ).toEqual([
      ['Hanne Dorsey', 1],
      ['Orla Finch', 1],
    ]);
  });

  it('list nobody twice who goes by an office only, and find them in each', () => {
    const said = '“It will burn for a hundred years,” the harbour master said.';
    const [one, other] = ['one', 'other'].map((id) => paper(id, { publisher: id }, [...WIRE, said]));
    const both = openFixture([one!, other!]);
    expect(both.speakersNamed('harbour master')).toHaveLength(1);
    expect(both.speakers().filter(({ name }) => /harbour master/i.test(name))).toHaveLength(1);
    for (const publisher of ['one', 'other'])
      expect(both.statements({ speaker: 'harbour master', publisher })).toHaveLength(1);
  });

  it('leave other articles as they are', () => {
    expect(ids(openFixture([kelp, ...articles]).selected({}))).toEqual([
      'ferry-strike',
      'library-roof',
      'kelp',
    ]);
  });
});
