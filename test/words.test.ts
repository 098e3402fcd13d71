import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { OptionDefinitions } from '../src/command.ts';
import type { RefusalCode } from '../src/librarian.ts';
import { REASONS as GERMAN_REASONS } from '../src/words/german/refusals.ts';
import { DISCORD_LOCALES, LANGUAGES, type Language, wordsFor } from '../src/words/locales.ts';
import type { Words } from '../src/words/words.ts';

const ALL = Object.entries(LANGUAGES) as readonly (readonly [Language, Words])[];
const OTHERS = ALL.filter(([code]) => code !== 'en');
const { en, uk, de, es, fr } = LANGUAGES;

const REFUSALS = Object.keys(GERMAN_REASONS);

/** What each function is tried with; a function without a row fails its test. */
const TRIED: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'set.quoted': [['x']],
  'set.listed': [[['a', 'b', 'c']]],
  'set.date': [['2025-02-16'], ['2025-03']],
  'set.decimal': [[1.25]],
  'set.articles': [[1], [2]],
  'set.paragraphs': [[1], [2]],
  'set.statements': [[{ quotations: 12, reported: 3 }], [{ quotations: 0, reported: 1 }]],
  'labels.quotesBy': [['Ada']],
  'labels.allBy': [['Ada']],
  'around.grade': [
    ['named', undefined],
    ['pronoun', undefined],
    ['pronoun', 'he'],
    ['inferred', undefined],
    ['unknown', undefined],
  ],
  'around.andMore': [[1], [2]],
  'articles.notOne': [
    ['x', true],
    ['x', false],
  ],
  'articles.notOnePublisher': [
    ['x', true],
    ['x', false],
  ],
  'articles.notADate': [['then', 'x']],
  'articles.swapped': [['2025-03', '2025-02-16']],
  'articles.noneOf': [
    [{ publisher: 'The Courier' }],
    [{ since: '2025' }],
    [{ since: '2025-02', until: '2025-02-16' }],
    [{ headline: 'Ferry', publisher: 'The Courier', until: '2025-02' }],
  ],
  'articles.onlyIn': [
    [{ headline: 'Ferry' }],
    [{ publisher: 'The Courier', since: '2025-02-16' }],
    [{ until: '2025-02' }],
  ],
  'articles.undated': [[1], [2]],
  'articles.outside': [
    ['Ferry', undefined, { since: '2025' }],
    ['Ferry', '2024-08-01', { since: '2025', until: '2025-02-16' }],
  ],
  'ask.newest': [['2025-02-16']],
  'ask.noAnswer': [
    [{ kind: 'no-articles' }],
    [{ kind: 'names-nothing' }],
    [{ kind: 'no-sentence' }],
    [{ kind: 'no-sentence' }, true],
    [{ kind: 'unknown-subject', words: ['cup', 'won'] }],
    [{ kind: 'unknown-subject', words: ['cup', 'won'] }, true],
    [{ kind: 'unknown-words', words: ['cup'] }],
    [{ kind: 'unknown-words', words: ['cup', 'won'] }],
    [{ kind: 'unknown-words', words: ['cup', 'won'] }, true],
  ],
  'quote.moreSpeakers': [[1], [2]],
  'quote.nobody': [
    [{}],
    [{ speaker: 'Ada' }],
    [{ about: 'kelp' }],
    [{ headline: 'Ferry', about: 'kelp' }],
    [{ headline: 'Ferry', speaker: 'Ada' }],
    [{ publisher: 'The Courier', since: '2025-02', speaker: 'Ada' }],
  ],
  'quote.notOn': [
    [{ speaker: 'Ada', about: 'kelp' }],
    [{ headline: 'Ferry', speaker: 'Ada', about: 'kelp' }],
    [{ publisher: 'The Courier', until: '2025', speaker: 'Ada', about: 'kelp' }],
  ],
  'quote.anyOf': [
    ['Ada', ['Ada B', 'Ada C'], 0],
    ['Ada', ['Ada B', 'Ada C'], 1],
    ['Ada', ['Ada B', 'Ada C'], 2],
  ],
  'check.noWords': [['!']],
  'check.more': [[3]],
  'check.by': [['Ada']],
  'check.notClearlyBy': [['Ada']],
  'check.mind': [
    ['not', 'left-out'],
    ['not', 'rest'],
  ],
  'check.somebodyElses': [
    ['Ada', 'Bo', true],
    [null, 'Bo', false],
  ],
  'check.perhapsSomebodyElses': [
    ['Ada', 'Bo', true, 'she'],
    ['Ada', 'Bo', false, null],
  ],
  'check.reportedOnly': [
    ['Ada', true],
    [null, false],
  ],
  'check.partlyQuoted': [[true], [false]],
  'check.articlesOwn': [[true], [false]],
  'passage.numbered': [[2, 4]],
  'passage.notAPlace': [['x']],
  'pages.numbered': [[1, 3]],
  'pages.noSuch': [
    [4, 1],
    [4, 3],
  ],
  'why.behind': [['1']],
  'why.sure': [[72]],
  'help.whatDidSay': [['Ada']],
  'help.whoIs': [['Ada']],
  'corpus.noAddressOf': [['Ferry raised']],
  'corpus.fetching': [['courier.example']],
  'corpus.doneOf': [[12, 40]],
  'corpus.changed': [[0], [1], [3]],
  'corpus.wouldUpdate': [[0], [1], [2]],
  'corpus.isThereAs': [
    ['Ferry', 'The Courier'],
    ['Ferry', undefined],
  ],
  'corpus.thereAs': [
    ['Ferry', 'The Courier'],
    ['Ferry', undefined],
  ],
  'corpus.refused': [['expected a page, got nothing.']],
  'corpus.reason': REFUSALS.map((code) => [code, 'expected a page, got nothing.']),
  'corpus.proposed': [
    ['added', 1],
    ['added', 17],
    ['updated', 1],
    ['updated', 2],
    ['unchanged', 1],
    ['unchanged', 3],
    ['refused', 1],
    ['refused', 5],
  ],
  'corpus.ofFeed': [
    [{ entries: 60, there: 20, left: 20 }],
    [{ entries: 21, there: 0, left: 1 }],
    [{ entries: 30, there: 30, left: 0 }],
  ],
  'corpus.added': [['Ferry']],
  'corpus.updated': [
    ['Ferry', 1],
    ['Ferry', 2],
  ],
  'corpus.removed': [['Ferry', 'ferry.md']],
  'corpus.count': [
    ['added', 1],
    ['updated', 2],
    ['unchanged', 3],
    ['gone', 1],
    ['gone', 2],
    ['refused', 2],
  ],
  'corpus.onlySome': [[500, 2_300]],
  'corpus.fetched': [['1. 3. 2025']],
  'corpus.moreSections': [[1], [2]],
  'corpus.labels.addAll': [[3]],
  'corpus.labels.updateAll': [[3]],
  'discord.apology': [['ab12']],
  'discord.forbidden': [[[]], [['A', 'B']]],
  'discord.noThread': [[[]], [['A', 'B']]],
  'discord.tooFast': [[1], [2]],
  'discord.askMe': [['Verbatim']],
  'discord.mentionMe': [['Verbatim']],
  'discord.tooLong': [[1000]],
  'discord.mentions.everywhereBut': [['#a']],
  'discord.mentions.onlyIn': [['#a']],
};

/** Every text of a language, by where it is kept. */
function textsOf({ commands: _, ...words }: Words): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.set(path, value);
    else if (typeof value === 'function') {
      expect(TRIED, `what is ${path} tried with?`).toHaveProperty([path]);
      for (const [index, given] of TRIED[path]!.entries()) texts.set(`${path} ${index}`, value(...given));
    } else
      for (const [key, inner] of Object.entries(value as object))
        walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(words, '');
  return texts;
}

/** Said alike on purpose: example questions are English wherever they are read, and these French words are so too. */
const ALIKE: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  uk: ['help.whatDidSay 0', 'help.whoIs 0'],
  de: ['help.whatDidSay 0', 'help.whoIs 0'],
  es: ['help.whatDidSay 0', 'help.whoIs 0'],
  fr: ['help.whatDidSay 0', 'help.whoIs 0', 'set.articles 0', 'set.articles 1', 'articles.sections'],
};

describe('every language', () => {
  it.each(OTHERS)('says all that English says, and nothing as English does: %s', (code, words) => {
    const [own, english] = [textsOf(words), textsOf(en)];
    expect([...own.keys()]).toEqual([...english.keys()]);
    expect(
      [...own]
        .filter(([key, text]) => text === english.get(key))
        .map(([key]) => key)
        .toSorted(),
    ).toEqual(ALIKE[code].toSorted());
  });

  it.each(ALL)('leaves no gap in a sentence: %s', (_code, words) => {
    for (const [key, text] of textsOf(words)) {
      expect(text, key).toMatch(/\S/);
      expect(text, key).not.toMatch(/^\s|\s$| {2}| [.,](?!\S)|undefined|null|\[object/);
    }
  });

  it.each(ALL)('sets quotation marks and apostrophes as its readers do: %s', (code, words) => {
    const strange = { en: /["'«»„]/, uk: /["'“”„]/, de: /["'«»”]/, es: /["'“”„]/, fr: /["'“”„]/ }[code];
    for (const [key, text] of textsOf(words)) expect(text, key).not.toMatch(strange);
  });

  it('keeps French marks from standing alone at the beginning or end of a line', () => {
    for (const [key, text] of textsOf(fr)) {
      expect(text.replaceAll('\u00a0', '~'), key).not.toMatch(/«(?!~)|(?<!~)[»;!:]/);
    }
  });

  it.each(ALL)('fits its labels on a button: %s', (_code, { labels, corpus, discord }) => {
    const fixed = [
      ...Object.values(labels),
      ...Object.values(corpus.labels),
      corpus.labels.addAll(20),
      corpus.labels.updateAll(20),
      discord.share,
      discord.dismiss,
      discord.openThread,
    ];
    for (const label of fixed) if (typeof label === 'string') expect(label.length).toBeLessThanOrEqual(38);
    // A name is clipped; there must be room for one.
    expect(labels.quotesBy('').length).toBeLessThanOrEqual(20);
    expect(labels.allBy('').length).toBeLessThanOrEqual(20);
  });
});

describe('where the corpus is looked after', () => {
  it.each(ALL)(
    'what dismisses an answer is called otherwise than what deletes an article: %s',
    (_code, words) => {
      expect(words.discord.dismiss).not.toBe(words.corpus.labels.remove);
    },
  );

  it.each(OTHERS)(
    'a channel of Discord’s is called otherwise than a feed: %s',
    (_code, { commands, corpus }) => {
      const channel = commands.mentions!.options.channel!.name;
      for (const text of [corpus.oneOfBoth, commands['corpus add']!.description])
        expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${channel}\\b`, 'u'));
    },
  );

  it.each(ALL)('the command that removes an article is named as it is called: %s', (_code, words) => {
    const { corpus: group, 'corpus remove': remove } = words.commands;
    expect(words.corpus.removeFirst).toContain(`/${group?.name ?? 'corpus'} ${remove?.name ?? 'remove'}`);
  });

  it.each(OTHERS)('common refusals are no English: %s', (_code, { corpus }) => {
    for (const code of REFUSALS)
      expect(corpus.reason(code as RefusalCode, 'expected')).not.toContain('expected');
    expect(corpus.reason(undefined, 'expected a poem.')).toBe('expected a poem.');
  });
});

describe('where the articles say nothing', () => {
  it.each([
    [uk, 'англійською'],
    [de, 'auf Englisch'],
    [es, 'en inglés'],
    [fr, 'en anglais'],
  ])('whoever reads another language is told that English is best asked in: %#', ({ ask }, inEnglish) => {
    for (const kind of ['unknown-words', 'unknown-subject'] as const)
      for (const isPart of [true, false])
        expect(ask.noAnswer({ kind, words: ['cup'] }, isPart)).toContain(inEnglish);
  });

  it('Ukrainian tells one word from several', () => {
    const without = (...words: readonly string[]) => uk.ask.noAnswer({ kind: 'unknown-words', words });
    expect(without('cup')).toContain('немає слова «cup».');
    expect(without('cup', 'won')).toContain('немає слів «cup» чи «won».');
  });
});

describe('what Discord registers', () => {
  /** Known to Discord alone. */
  const MENTIONS = { answered: null, channel: null };
  const offered = new Map<string, OptionDefinitions | typeof MENTIONS>([
    ...commands
      .filter(({ hidden }) => hidden !== true)
      .map(
        ({ name, options, private: isPrivate }) =>
          [
            name,
            { ...options, ...(isPrivate === true && { private: { type: 'text', description: '' } }) },
          ] as const,
      ),
    ...commands.flatMap(({ group }) => (group === undefined ? [] : [[group.name, {}] as const])),
    ['mentions', MENTIONS],
  ] as readonly (readonly [string, OptionDefinitions])[]);
  const MENUS = commands.filter(({ menu }) => menu !== undefined).map(({ name }) => name);

  it('has nothing to translate in English', () => {
    expect(en.commands).toEqual({});
  });

  it.each(OTHERS)('is translated whole: %s', (_code, words) => {
    expect(Object.keys(words.commands).toSorted()).toEqual([...offered.keys()].toSorted());
    for (const [name, options] of offered)
      expect(Object.keys(words.commands[name]!.options).toSorted(), name).toEqual(
        Object.keys(options).toSorted(),
      );
    const menus = Object.entries(words.commands).filter(([, { menu }]) => menu !== undefined);
    expect(menus.map(([name]) => name).toSorted()).toEqual(MENUS.toSorted());
  });

  it.each(OTHERS)('keeps to what Discord takes: %s', (_code, words) => {
    const all = Object.values(words.commands);
    for (const group of [all, ...all.map(({ options }) => Object.values(options))]) {
      const names = group.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, description } of group) {
        expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(name).toBe(name.toLowerCase());
        expect(description).toMatch(/^\S.{0,98}\S$/);
      }
    }
    for (const { menu } of all) if (menu !== undefined) expect(menu).toMatch(/^\S.{0,30}\S$/);
  });

  it.each(OTHERS)('tells two menu entries apart: %s', (_code, words) => {
    const menus = Object.values(words.commands).flatMap(({ menu }) => menu ?? []);
    expect(new Set(menus).size).toBe(menus.length);
  });
});

describe('the language of a reader', () => {
  it.each([
    ['en-US', en],
    ['en-GB', en],
    ['uk', uk],
    ['de', de],
    ['es-ES', es],
    ['es-419', es],
    ['fr', fr],
    ['FR', fr],
    ['pl', en],
    ['deutsch', en],
    ['', en],
    ['__proto__', en],
    [undefined, en],
  ])('is found by what stands before the dash: %s', (locale, words) => {
    expect(wordsFor(locale)).toBe(words);
  });

  it('is the one that Discord’s locales are said to have', () => {
    for (const [code, locales] of Object.entries(DISCORD_LOCALES))
      for (const locale of locales) expect(wordsFor(locale)).toBe(LANGUAGES[code as Language]);
  });
});

describe('counts, dates and lists', () => {
  it.each([
    [1, '1 стаття', '1 абзац', 'ще 1 особа', '1 секунду', '1 символ'],
    [2, '2 статті', '2 абзаци', 'ще 2 особи', '2 секунди', '2 символи'],
    [5, '5 статей', '5 абзаців', 'ще 5 осіб', '5 секунд', '5 символів'],
    [11, '11 статей', '11 абзаців', 'ще 11 осіб', '11 секунд', '11 символів'],
    [21, '21 стаття', '21 абзац', 'ще 21 особа', '21 секунду', '21 символ'],
  ])(
    'Ukrainian counts by one, few and many: %s',
    (count, articles, paragraphs, speakers, seconds, characters) => {
      expect(uk.set.articles(count)).toBe(articles);
      expect(uk.set.paragraphs(count)).toBe(paragraphs);
      expect(uk.quote.moreSpeakers(count)).toBe(speakers);
      expect(uk.discord.tooFast(count)).toContain(` ${seconds},`);
      expect(uk.discord.tooLong(count)).toContain(` ${characters}.`);
    },
  );

  it('English says whom a name could mean', () => {
    expect(en.quote.anyOf('Ada', ['Ada B', 'Ada C'], 0)).toBe('“Ada” could be Ada B or Ada C.');
    expect(en.quote.anyOf('Ada', ['Ada B', 'Ada C'], 2)).toBe('“Ada” could be Ada B, Ada C or 2 others.');
  });

  it('counts people who may be meant in the genitive', () => {
    const named = (count: number) => uk.quote.anyOf('Ada', ['Ada B'], count - 1);
    expect(named(2)).toContain('з 2 осіб:');
    expect(named(21)).toContain('з 21 особи:');
  });

  it('French counts none as one', () => {
    expect(fr.set.paragraphs(0)).toBe('0 paragraphe');
    expect(en.set.paragraphs(0)).toBe('0 paragraphs');
  });

  it.each([
    [en, '16 Feb 2025', '1 Aug 2024', 'Mar 2023', 'a, b and c'],
    [uk, '16 лют. 2025', '1 серп. 2024', 'бер. 2023', 'a, b і c'],
    [de, '16. Feb. 2025', '1. Aug. 2024', 'März 2023', 'a, b und c'],
    [es, '16 feb 2025', '1 ago 2024', 'mar 2023', 'a, b y c'],
    [fr, '16 févr. 2025', '1er août 2024', 'mars 2023', 'a, b et c'],
  ])('writes days as its readers do, as in %#', ({ set }, day, first, month, list) => {
    expect(set.date('2025-02-16T23:30:00Z')).toBe(day);
    expect(set.date('2024-08-01')).toBe(first);
    expect(set.date('2023-03')).toBe(month);
    expect(set.date('last spring')).toBe('last spring');
    expect(set.listed(['a', 'b', 'c'])).toBe(list);
    expect(set.listed(['a'])).toBe('a');
    expect(set.listed([])).toBe('');
  });

  it.each([
    [
      en,
      'No article in The Courier since 16 Feb 2025 until Mar 2025.',
      'The articles since 2025 quote nobody.',
    ],
    [
      uk,
      'Немає статей видання The Courier з 16 лют. 2025 до бер. 2025.',
      'У статтях з 2025 не цитують нікого.',
    ],
    [
      de,
      'Kein Artikel von The Courier ab 16. Feb. 2025 bis März 2025.',
      'In den Artikeln ab 2025 wird niemand zitiert.',
    ],
    [
      es,
      'Ningún artículo de The Courier desde el 16 feb 2025 hasta mar 2025.',
      'Los artículos desde 2025 no citan a nadie.',
    ],
    [
      fr,
      'Aucun article de The Courier depuis le 16 févr. 2025 jusqu’en mars 2025.',
      'Les articles depuis 2025 ne citent personne.',
    ],
  ])('names the articles that are looked in, as in %#', ({ articles, quote }, none, nobody) => {
    const scope = { publisher: 'The Courier', since: '2025-02-16', until: '2025-03' };
    expect(articles.noneOf(scope)).toBe(none);
    expect(quote.nobody({ since: '2025' })).toBe(nobody);
  });

  it.each(OTHERS)('calls the options that are swapped as Discord does: %s', (_code, words) => {
    const { since, until } = words.commands.ask!.options;
    expect(words.articles.swapped('2025', '2024')).toContain(since!.name);
    expect(words.articles.swapped('2025', '2024')).toContain(until!.name);
  });

  it('Spanish does not say y before i, nor French de before a vowel', () => {
    expect(es.set.listed(['Ana', 'Irina'])).toBe('Ana e Irina');
    expect(es.ask.noAnswer({ kind: 'unknown-words', words: ['cup', 'open'] })).toContain('«cup» u «open»');
    expect(fr.labels.quotesBy('Ada')).toBe('Citations d’Ada');
    expect(fr.labels.quotesBy('Yermak')).toBe('Citations de Yermak');
  });
});
