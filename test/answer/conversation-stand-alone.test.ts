import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastTurns, standAlone, type Topic, understand } from '../../src/answer/conversation/stand-alone.ts';

interface Row {
  readonly why: string;
  /** Question, answer, question, answer …; "" where nothing was found. */
  readonly said: readonly string[];
  readonly asked: string;
  readonly understood: string;
  readonly topic?: Topic;
}

const understood = ({ said, asked, topic }: Pick<Row, 'said' | 'asked' | 'topic'>): string =>
  standAlone(asked, pastTurns(said, topic), topic);

function check(rows: readonly Row[]): void {
  it.each(rows)('$why: $asked → $understood', (row) => {
    expect(understood(row)).toBe(row.understood);
  });
}

const MAYOR: Topic = ['Mayor Ilse Brandt closes the Aller mill after complaints', 'The river'];

describe('a pronoun', () => {
  check([
    {
      why: 'stands for the person that was asked about',
      said: ['Who is Ivo Marek?', 'Ivo Marek is a former judge from Brno.'],
      asked: 'what did he tell Nord Kurier?',
      understood: 'what did Ivo Marek tell Nord Kurier?',
    },
    {
      why: 'of possession becomes a possessive',
      said: ['Who is Ivo Marek?', 'Ivo Marek is a former judge from Brno.'],
      asked: 'When was his book published?',
      understood: "When was Ivo Marek's book published?",
    },
    {
      why: 'passes over a person of the other gender',
      said: ['Did Angela Sommer meet Peter Holm?', 'They met in Oslo.'],
      asked: 'What did he offer?',
      understood: 'What did Peter Holm offer?',
    },
    {
      why: 'for a thing passes over a person',
      said: ['Did Angela Sommer sign the treaty?', 'She signed on Friday.'],
      asked: 'What does it say about fish?',
      understood: 'What does the treaty say about fish?',
    },
    {
      why: 'stands for a thing without a name that was asked about',
      said: ['What is quartz?', 'Quartz is a mineral.'],
      asked: 'Where is it mined?',
      understood: 'Where is quartz mined?',
    },
    {
      why: 'of many stands for a plural',
      said: ['What are heat pumps used for?', 'For warming houses.'],
      asked: 'which countries make them?',
      understood: 'which countries make heat pumps?',
    },
    {
      why: 'stands for whom the last answer named when it was asked who',
      said: ['Who presented the plan?', 'Nora Lind, the harbour master, presented it.'],
      asked: 'where did she go then?',
      understood: 'where did Nora Lind go then?',
    },
    {
      why: 'knows by the office before a surname that it names a person',
      said: ['Where is the mill?', 'President Okoro said it stands at Aller.'],
      asked: 'What else did he say?',
      understood: 'What else did Okoro say?',
    },
    {
      why: 'finds whom the headline names',
      said: ['Where is the mill?', 'It stands by the water.'],
      asked: 'Why did she close the mill?',
      understood: 'Why did Ilse Brandt close the mill?',
      topic: MAYOR,
    },
    {
      why: 'prefers the person asked about to the one of the headline',
      said: ['Who is Dora Klee?', 'Dora Klee owns the mill.'],
      asked: 'What did she say?',
      understood: 'What did Dora Klee say?',
      topic: MAYOR,
    },
    {
      why: 'that is said twice is replaced once',
      said: ['Who is Ivo Marek?', ''],
      asked: 'Did he say why he resigned?',
      understood: 'Did Ivo Marek say why he resigned?',
    },
    {
      why: 'that is contracted keeps its verb',
      said: ['Who is Ivo Marek?', ''],
      asked: "Do you know if he's ill?",
      understood: "Do you know if Ivo Marek's ill?",
    },
    {
      why: 'of place stands for where it happened',
      said: ['Did Ivo Marek travel to Lisbon?', 'Ivo Marek travelled to Lisbon in May.'],
      asked: 'Whom did he meet there?',
      understood: 'Whom did Ivo Marek meet in Lisbon?',
    },
    {
      why: 'that the question itself explains is left',
      said: ['Who is Ivo Marek?', ''],
      asked: 'What did Peter Holm say of his brother?',
      understood: 'What did Peter Holm say of his brother?',
    },
    {
      why: 'of whoever is asked for is left',
      said: ['Who won the title?', 'The eight of Aller Rowing Club won it, beating Selm.'],
      asked: 'Who lost her spectacles?',
      understood: 'Who lost her spectacles?',
      topic: ['Aller eight win first title', null],
    },
    {
      why: 'of the noun that is asked for is left',
      said: ['Where is the mill?', 'It stands by the water.'],
      asked: 'Which judge is leaving his office?',
      understood: 'Which judge is leaving his office?',
      topic: MAYOR,
    },
    {
      why: 'beside a verb stands for a person who was asked about all the same',
      said: ['Who is Ivo Marek?', 'Ivo Marek is a former judge from Brno.'],
      asked: 'Who published his book?',
      understood: "Who published Ivo Marek's book?",
    },
    {
      why: 'of a person passes over a place in the headline',
      said: ['What is the toll?', 'It is two crowns.'],
      asked: 'What did she say?',
      understood: 'What did Nora Lind say?',
      topic: ['Toll in Aller doubled by Nora Lind', null],
    },
    {
      why: 'of a thing is no person that speaks',
      said: ['How many crowns?', 'Ninety will be paid out soon, Okoro said.'],
      asked: 'When will it be back on show?',
      understood: 'When will it be back on show (crowns)?',
    },
    {
      why: 'of a thing stands for it without its verb',
      said: ['Where was the bell found?', 'In a barn.'],
      asked: 'Who found it?',
      understood: 'Who found the bell?',
    },
    {
      why: 'of a thing stands for what the answer begins with',
      said: ['Who is Nora Lind?', 'The bell has lost its tongue, which Nora Lind called a shame.'],
      asked: 'Who found it?',
      understood: 'Who found the bell?',
    },
    {
      why: 'that stands for nothing is left',
      said: ['Who is Ivo Marek?', ''],
      asked: 'Is it true that Peter Holm resigned?',
      understood: 'Is it true that Peter Holm resigned?',
    },
  ]);
});

describe('a question that leaves something out', () => {
  check([
    {
      why: 'replaces a name by a name',
      said: ['does Norway have copper mines?', 'Norway has three.'],
      asked: 'what about Finland?',
      understood: 'does Finland have copper mines?',
    },
    {
      why: 'replaces a thing by a thing',
      said: ['does Norway have copper?', 'Norway has some.'],
      asked: 'what about old forests?',
      understood: 'does Norway have old forests?',
    },
    {
      why: 'replaces a thing and its article',
      said: ['When was the mill built?', 'In 1850.'],
      asked: 'what about the town hall?',
      understood: 'When was the town hall built?',
    },
    {
      why: 'replaces the phrase with the same preposition',
      said: ['What share of refining does Chile control?', 'A third.'],
      asked: 'and of known deposits?',
      understood: 'What share of known deposits does Chile control?',
    },
    {
      why: 'adds a phrase where none has its preposition',
      said: ['What did Ivo Marek say?', 'Nothing.'],
      asked: 'and in Lisbon?',
      understood: 'What did Ivo Marek say in Lisbon?',
    },
    {
      why: 'asks why of what was asked',
      said: ['Did Ivo Marek resign?', 'Ivo Marek resigned.'],
      asked: 'why?',
      understood: 'why did Ivo Marek resign?',
    },
    {
      why: 'asks why not of what was asked',
      said: ['Did Ivo Marek resign?', 'Ivo Marek stays.'],
      asked: 'Why not?',
      understood: "Why didn't Ivo Marek resign?",
    },
    {
      why: 'asks when with another question word before it',
      said: ['Where did Ivo Marek resign?', 'In Lisbon.'],
      asked: 'and when?',
      understood: 'when did Ivo Marek resign?',
    },
    {
      why: 'asks for more of the same',
      said: ['What did Ivo Marek say?', 'He said no.'],
      asked: 'anything else?',
      understood: 'What else did Ivo Marek say?',
    },
    {
      why: 'asks for more once and does not nest',
      said: ['Did Ivo Marek resign?', 'Yes.', 'anything else?', 'No.'],
      asked: 'tell me more',
      understood: 'tell me more (did Ivo Marek resign)?',
    },
    {
      why: 'gets what the conversation is about, in brackets',
      said: ['When did Ivo Marek resign?', 'In May.'],
      asked: 'Any comments?',
      understood: 'Any comments (Ivo Marek)?',
    },
    {
      why: 'points at something said',
      said: ['When did Ivo Marek resign?', 'In May.'],
      asked: 'What happened during this time?',
      understood: 'What happened during this time (Ivo Marek)?',
    },
    {
      why: 'is about the article when nothing was asked yet',
      said: [],
      asked: 'when was the band formed?',
      understood: 'when was the band formed (The Tin Drums)?',
      topic: ['The Tin Drums (band)', 'Early years'],
    },
  ]);
});

it('replaces a name typed in lower case, where the articles write it with a capital', () => {
  const isName = (term: string): boolean => ['norwai', 'finland'].includes(term);
  const said = pastTurns(['does norway have copper mines?', 'Norway has three.']);
  expect(standAlone('and finland?', said, undefined, isName)).toBe('does finland have copper mines?');
});

describe('a question that may be meant as it was typed', () => {
  const turns = pastTurns(['Who is Ivo Marek?', 'Ivo Marek is a former judge from Brno.']);

  it.each([
    ['nothing in it points back', 'How much is the ferry?'],
    ['its pronoun agrees with nothing that was said', 'When will it be mended?'],
    ['its pronoun may be of whoever is asked for', 'Who sold his house?'],
  ])('is told from others where %s: %s', (_why, asked) => {
    const { text, certain } = understand(asked, turns);
    expect(text).toContain('Ivo Marek');
    expect(certain).toBe(false);
  });

  it.each([
    ['a pronoun', 'What did he sell?'],
    ['a word that points', 'Who sold that house to those men?'],
    ['nothing but words that ask', 'What happened next?'],
    ['no verb', 'And in Lisbon?'],
    ['nothing to add', 'Which metals do electric car batteries need?'],
  ])('is none that has %s: %s', (_why, asked) => {
    expect(understand(asked, turns).certain).toBe(true);
  });
});

describe('a question that stands alone comes back to the letter', () => {
  const said = ['Who is Ivo Marek?', 'Ivo Marek is a former judge from Brno.'];
  check(
    [
      ['names somebody', 'Where was Peter Holm born?'],
      ['names what was spoken of before', 'When was Marek born?'],
      ['names somebody in lower case', 'when was marek born?'],
      ['asks what something is', 'What is lithium?'],
      ['says enough', 'which metals do electric car batteries need?'],
      ['is complete though short', 'is lithium poisonous?'],
      ['is complete though it says "the"', 'who won the chess world cup?'],
      ['is about nobody here', 'how do I bake bread?'],
      ['is another topic altogether', '  What is the capital of France ?? '],
      ['has "that" for joining', 'Who said that Finland would leave?'],
      ['has no words', '?!'],
      ['is nothing', ''],
    ].map(([why = '', asked = '']) => ({ why, said, asked, understood: asked })),
  );

  it('whatever names it brings, when it has no word that points back', () => {
    const name = fc.constantFrom('Harald Vik', 'Zagreb', 'Mirela Popa', 'Baltic Fund', 'Lake Chad');
    const frame = fc.constantFrom(
      (a: string) => `Where is ${a}?`,
      (a: string) => `Did the minister visit ${a} in spring?`,
      (a: string) => `How much did ${a} pay for fish`,
      (a: string) => `why was ${a} fined?`,
    );
    fc.assert(
      fc.property(name, frame, fc.constantFrom(undefined, MAYOR), (a, ask, topic) => {
        const asked = ask(a);
        expect(understood({ said, asked, ...(topic && { topic }) })).toBe(asked);
      }),
    );
  });

  it('whatever was asked, when nothing was said before and no article is known', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (asked) => standAlone(asked, []) === asked));
  });
});

describe('any text at all', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'What',
          'about',
          'he',
          'it',
          'there',
          'why',
          'Ivo',
          'Marek',
          'and',
          'the',
          '?',
          '$&',
          '(',
        ),
        {
          maxLength: 12,
        },
      )
      .map((words) => words.join(' ')),
  );

  it('is understood the same each time, and changes nothing that was said', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 7 }),
        text,
        fc.option(fc.tuple(text, text)),
        (said, asked, topic) => {
          const about = topic ?? undefined;
          const turns = pastTurns(said, about);
          const before = structuredClone(turns);
          const once = standAlone(asked, turns, about);
          expect(standAlone(asked, turns, about)).toBe(once);
          expect(turns).toEqual(before);
        },
      ),
    );
  });

  it('of hostile length is read quickly and does not grow', () => {
    const long = [
      'he '.repeat(3_500),
      'A'.repeat(10_000),
      `${' '.repeat(9_999)}?`,
      '('.repeat(10_000),
      'Ivo Marek and '.repeat(700),
      '🐙'.repeat(5_000),
    ];
    const started = performance.now();
    for (const asked of long)
      for (const said of long)
        expect(understood({ said: [said, said], asked, topic: [said, said] })).toBe(asked);
    for (const said of long)
      expect(understood({ said: [said, said], asked: 'why?', topic: [said, said] }).length).toBeLessThan(
        11_000,
      );
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('asked on and on stays as long as it was', () => {
    const said = ['Did Ivo Marek resign?', 'Yes.'];
    for (let at = 0; at < 30; at++) said.push('anything else?', 'No.', 'why?', 'No.', 'any comments?', 'No.');
    expect(understood({ said, asked: 'tell me more' }).length).toBeLessThan(120);
  });
});
