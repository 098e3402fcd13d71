import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../../src/check/check.ts';
import type { Match, Verdict } from '../../src/check/verdict.ts';
import { isNegation, wordsOf } from '../../src/check/words.ts';
import { type Article, buildArticle, textAt } from '../../src/news/article.ts';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import { hostileText } from '../discord/hostile.ts';
import { articles as fixtures } from '../fixtures/newsroom.ts';

const harbour = buildArticle('harbour-talks', { headline: 'Harbour talks stall', published: '2031-04-02' }, [
  {
    paragraphs: [
      '“We did not close the harbour in 2029, and we will not close it now,” said Ilse Brandt, the mayor. “Boats are our bread. Nothing else feeds this town.”',
      'Oskar Venn called the plan “not serious.” He offered 4.5 percent, or $2.3 million, to the crews.',
      'The harbour office said that the cranes would be painted in the spring.',
      '“Will they come back? No. We are done with the night boats and their schedules,” Tilda Marsh said.',
    ],
  },
]);
const reprint = buildArticle('reprint', { headline: 'What they said', published: '2031-04-01' }, [
  {
    paragraphs: [
      '“Boats are our bread,” Ilse Brandt said. Her rival, Ada Quill, said: “Boats are our pride and our joy.”',
    ],
  },
]);
/** Over a door: nobody says it. */
const sign = buildArticle('sign', { headline: 'A sign' }, [
  { paragraphs: ['“The tide waits for nobody in this bay.”'] },
]);
const articles: readonly Article[] = [harbour, reprint, sign, ...fixtures];
const checker = createChecker(articles);

const by =
  (name: string) =>
  ({ article: id, speaker }: Quotation): boolean => {
    const article = articles.find((one) => one.id === id)!;
    return speaker !== null && textAt(article, speaker.name).includes(name);
  };

const matchOf = (verdict: Verdict): Match | null =>
  verdict.kind === 'not-found' ? verdict.nearest : verdict.match;

/** "exact whole", "not-speech none altered". */
function inShort(verdict: Verdict): string {
  const more =
    verdict.kind === 'exact'
      ? [verdict.extent]
      : verdict.kind === 'not-speech'
        ? [verdict.said, verdict.altered ? 'altered' : '']
        : verdict.kind === 'somebody-else'
          ? [verdict.altered ? 'altered' : '']
          : [];
  return [verdict.kind, ...more].join(' ').trim();
}

/** `{+true+}` and `[-given-]` among the words that are both. */
const diff = (verdict: Verdict): string =>
  (matchOf(verdict)?.runs ?? [])
    .map((run) => {
      if (run.kind === 'added') return `[-${run.text}-]`;
      const text = textAt(matchOf(verdict)!.article, run.span);
      return run.kind === 'missing' ? `{+${text}+}` : text;
    })
    .join(' ');

describe('a verdict', () => {
  it.each([
    ['the very words', 'Boats are our pride and our joy', 'exact whole'],
    ['one word that somebody said', 'reckless', 'exact whole'],
    ['other marks, case and dashes', '"WE ARE NOT ASKING FOR THE MOON"', 'exact part'],
    [
      'a quotation that "she said" breaks',
      'We are not asking for the moon. We are asking for eleven hours of sleep.',
      'exact whole',
    ],
    ['a part of a sentence', 'we will not close it now', 'exact part'],
    ['words left out openly', 'We did not close the harbour … and we will not close it now', 'exact cut'],
    ['an ellipsis where nothing is missing', 'Nobody … steers well asleep', 'exact whole'],
    [
      'a quotation within the sentence that reports it',
      '“Nobody steers well asleep,” Marsh told the Courier.',
      'exact whole',
    ],
    ['nobody’s words between marks', 'The tide waits for nobody in this bay', 'exact whole'],
    ['a word replaced', 'We did not close the harbour in 2028, and we will not close it now', 'altered'],
    ['a word left out', 'Boats are our pride and joy', 'altered'],
    ['a word put in', 'Boats are our only pride and our joy', 'altered'],
    [
      'words in another order',
      'we will not close it now and we did not close the harbour in 2029',
      'altered',
    ],
    ['a "not" left out inside', 'We did close the harbour in 2029', 'altered'],
    ['a "not" left out at the beginning', 'serious', 'altered'],
    ['a "not" left out behind an ellipsis', 'We did … close the harbour in 2029', 'altered'],
    ['a "not" put in', 'Boats are not our bread', 'altered'],
    ['a "not" put before a single word', 'not reckless', 'altered'],
    ['a "not" put before the marks', 'not “Boats are our pride and our joy”', 'altered'],
    ['a word altered outside inner marks', 'Boats were our “pride and our joy”', 'altered'],
    ['"Nobody" left out', 'steers well asleep', 'altered'],
    ['a "No." of its own left out', 'We are done with the night boats and their schedules', 'altered'],
    ['the article’s own words', 'Talks resume on Thursday at 9 a.m. in the customs house', 'not-speech none'],
    [
      'nearly the article’s own words',
      'Talks resume on Friday at 9 a.m. in the customs house',
      'not-speech none altered',
    ],
    ['words on both sides of a mark', 'Oskar Venn called the plan “not serious', 'not-speech partly'],
    ['something on the same subject', 'The harbour must close because the boats are old', 'not-found'],
    ['nothing known at all', 'Xylophones quicken zebras', 'not-found'],
  ])('for %s: “%s” is %s', (_what, words, expected) => {
    expect(inShort(checker.check(words))).toBe(expected);
  });

  it.each([
    ['by whom it is', 'Boats are our pride and our joy', 'Quill', 'exact whole'],
    ['by another', 'Boats are our pride and our joy', 'Brandt', 'somebody-else'],
    ['nearly by another', 'Boats are our pride and our only joy', 'Brandt', 'somebody-else altered'],
    [
      'by nobody that the article makes clear',
      'The tide waits for nobody in this bay',
      'Brandt',
      'exact whole',
    ],
  ])('with a speaker named, %s', (_what, words, name, expected) => {
    expect(inShort(checker.check(words, by(name)))).toBe(expected);
  });
});

describe('the true words', () => {
  it.each([
    ['We did close the harbour in 2028', 'We did {+not+} close the harbour in [-2028-] {+2029+}'],
    ['not reckless', '[-not-] reckless'],
    ['serious', '{+not+} serious'],
    ['Boats are our pride … joy', 'Boats are our pride {+and our+} joy'],
    ['We won: boats are our pride and our joy', '[-We won-] Boats are our pride and our joy'],
  ])('beside “%s” are laid out as “%s”', (words, expected) => {
    expect(diff(checker.check(words))).toBe(expected);
  });

  it('are shown whole, however little of them was given', () => {
    const match = matchOf(checker.check('we will not close it now'))!;
    expect(match.shown.map((span) => textAt(harbour, span))).toEqual(
      match.quotations[0]!.spans.map((span) => textAt(harbour, span)),
    );
    expect(match.shown.length).toBe(2);
  });

  it('are warned of where a "not" stands in the rest of their sentence', () => {
    const verdict = checker.check('close the harbour in 2029, and we will');
    expect(verdict.kind).toBe('altered');
    const part = checker.check('asking for eleven hours');
    expect(part).toMatchObject({ kind: 'exact', without: null });
    const far = checker.check('the harbour in 2029');
    expect(far.kind === 'exact' && textAt(harbour, far.without!)).toBe('not');
  });
});

describe('of several places', () => {
  it('the newest article comes first, and the others are named', () => {
    const verdict = checker.check('Boats are our bread');
    expect(matchOf(verdict)!.article).toBe(reprint);
    expect(verdict).toMatchObject({ kind: 'exact', extent: 'whole', also: [harbour] });
  });

  it('said comes before not said', () => {
    const [said, told] = [
      '“The bell rang at noon,” Ada Quill said.',
      'The bell rang at noon, as always.',
    ].map((text, index) => buildArticle(`bell-${index}`, { headline: 'Bell' }, [{ paragraphs: [text] }]));
    expect(matchOf(createChecker([told!, said!]).check('The bell rang at noon'))!.article).toBe(said);
  });

  it('the named speaker’s come before another’s', () => {
    const both = ['Ada Quill', 'Bo Lund'].map((name, index) =>
      buildArticle(`vote-${index}`, { headline: 'Vote' }, [
        { paragraphs: [`“The vote was fair,” ${name} said.`] },
      ]),
    );
    const isLund = ({ article }: Quotation): boolean => article === 'vote-1';
    expect(matchOf(createChecker(both).check('The vote was fair', isLund))!.article).toBe(both[1]);
  });
});

const quotations = articles.flatMap(
  (article) => createChecker([article]) && saidIn(article).map((text) => ({ article, text })),
);

function saidIn(article: Article): readonly string[] {
  return [...article.text.matchAll(/“([^”]+)”/g)].map((match) => match[1]!);
}

const anySaid = fc.constantFrom(...quotations.map(({ text }) => text));

describe('whatever is given', () => {
  const restyle: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => `  "${text.replace(/\s+/g, '\n\t ')}"  `,
    (text) => text.replace(/[’‘]/g, "'"),
    (text) => text.replace(/[.,?!]+$/, ''),
    (text) => text.replace(/[—–-]/g, ' — '),
    (text) => `… ${text} …`,
    (text) => `**${text}**`,
  ];

  it('a quotation set in another way is exact', () => {
    fc.assert(
      fc.property(anySaid, fc.subarray([...restyle]), (text, ways) => {
        const given = ways.reduce((set, way) => way(set), text);
        expect(inShort(checker.check(given))).toMatch(/^exact (?:whole|part)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('a quotation with a negation put in is altered', () => {
    fc.assert(
      fc.property(
        anySaid,
        fc.constantFrom('not', 'never', 'no', "don't"),
        fc.nat(),
        (text, negation, place) => {
          const words = text.split(' ');
          words.splice(place % (words.length + 1), 0, negation);
          expect(inShort(checker.check(words.join(' ')))).toBe('altered');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a quotation with a negation left out is altered', () => {
    for (const { text } of quotations)
      for (const { form, start, end } of wordsOf(text).filter((word) => isNegation(word.form))) {
        const given = text.slice(0, start) + text.slice(end);
        if (!/\p{L}/u.test(given)) continue;
        expect([form, given, inShort(checker.check(given))]).toEqual([form, given, 'altered']);
      }
  });

  const word = fc.oneof(
    fc.constantFrom(...articles.flatMap(({ text }) => text.split(/\s+/))),
    fc.constantFrom('not', '…', '“', '”', '"', '😀', '\u202e', 'אבג', '-5'),
    hostileText({ minLength: 1, maxLength: 2 }),
  );
  const given = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    fc.tuple(anySaid, fc.array(word, { maxLength: 3 }), fc.nat(20)).map(([text, more, at]) => {
      const words = text.split(' ');
      words.splice(at % words.length, 1, ...more);
      return words.join(' ');
    }),
    fc.string({ unit: 'binary' }),
  );

  it('nothing throws, and the diff gives both texts again', () => {
    fc.assert(
      fc.property(given, fc.boolean(), (text, isNamed) => {
        const verdict = checker.check(text, isNamed ? by('Brandt') : undefined);
        const match = matchOf(verdict);
        if (match === null) return;
        const formsOf = (some: readonly string[]): readonly string[] =>
          some.flatMap((one) => wordsOf(one).map(({ form }) => form));
        const slices = match.runs.flatMap((run) =>
          run.kind === 'added' ? [] : [textAt(match.article, run.span)],
        );
        const theirs = match.runs.flatMap((run) =>
          run.kind === 'missing' ? [] : [run.kind === 'added' ? run.text : textAt(match.article, run.span)],
        );
        const sameAs = (forms: readonly string[]) => forms.map((form) => form.replace(/\.$/, ''));
        expect(sameAs(formsOf(theirs))).toEqual(sameAs(formsOf([verdict.words])));
        expect(match.shown.map((span) => textAt(match.article, span)).join(' … ')).toContain(slices[0] ?? '');
        const starts = match.runs.flatMap((run) => (run.kind === 'added' ? [] : [run.span.start]));
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
        for (const run of match.runs)
          if (run.kind !== 'added')
            expect(match.shown.some(({ start, end }) => start <= run.span.start && run.span.end <= end)).toBe(
              true,
            );
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['marks alone', '“…” — !?'],
    ['thousands of words', 'boats are our bread '.repeat(600)],
    ['one endless word', 'b'.repeat(20_000)],
    ['marks that never close', '“'.repeat(2_000)],
  ])('%s is answered', (_what, text) => {
    expect(() => checker.check(text)).not.toThrow();
  });

  it('no articles hold anything', () => {
    expect(createChecker([]).check('Boats are our bread')).toMatchObject({
      kind: 'not-found',
      nearest: null,
    });
  });

  it('a paragraph of a megabyte is read like any other', () => {
    const long = `${'The clerk counted the chairs again. '.repeat(28_000)}“Enough of chairs for today,” Ada Quill said.`;
    const one = createChecker([buildArticle('long', { headline: 'Long' }, [{ paragraphs: [long] }])]);
    expect(inShort(one.check('Enough of chairs for today'))).toBe('exact whole');
    expect(inShort(one.check('Enough of tables for today'))).toBe('altered');
  });
});
