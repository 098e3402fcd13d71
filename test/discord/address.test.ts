import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAddress, webAddress } from '../../src/discord/address.ts';
import { type Article, buildArticle, type Span } from '../../src/news/article.ts';
import { sentences } from '../../src/news/sentences.ts';
import { findDirective, shown } from './browser.ts';
import { hostileText } from './hostile.ts';
import { HARBOUR, spanOf } from './newsdesk.ts';

const at = (text: string, url = 'https://courier.example/a') => {
  const article = buildArticle('a', { headline: 'A', url }, [{ paragraphs: [text] }]);
  return sentenceAddress(article, { start: 0, end: article.text.length });
};

test('a short sentence is named whole', () => {
  expect(sentenceAddress(HARBOUR, spanOf(HARBOUR, 'Buses will run along Mill Lane.'))).toBe(
    'https://courier.example/harbour-bridge#:~:text=Buses%20will%20run%20along%20Mill%20Lane.',
  );
});

test('a long sentence is named by its first and last words', () => {
  const sentence =
    'The council said that the bridge, which carries nine thousand cars a day, will stay shut until spring.';
  expect(at(sentence)).toBe(
    'https://courier.example/a#:~:text=The%20council%20said%20that%20the,will%20stay%20shut%20until%20spring.',
  );
});

test('marks that mean something in a text fragment are percent-encoded', () => {
  expect(at('Half-built, "safe" & (so they say) 100%.')).toBe(
    'https://courier.example/a#:~:text=Half%2Dbuilt%2C%20%22safe%22%20%26%20%28so%20they%20say%29%20100%25.',
  );
});

test('only the first paragraph of an answer is named, for a fragment matches within one', () => {
  expect(at('One.\n\nTwo.')).toBe('https://courier.example/a#:~:text=One.');
});

test('a fragment that the address has stays, a text directive is replaced', () => {
  expect(at('Words.', 'https://courier.example/a#part')).toBe('https://courier.example/a#part:~:text=Words.');
  expect(at('Words.', 'https://courier.example/a#:~:text=old')).toBe(
    'https://courier.example/a#:~:text=Words.',
  );
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'nonsense', ''])('%j is no web address', (url) => {
  expect(webAddress(url)).toBeUndefined();
});

const URL_OF = 'https://courier.example/a';
const blocksOf = ({ headline, text }: Article): readonly string[] => [headline, ...text.split('\n\n')];

/** The sentence’s own place on the page, after the headline. */
function placeOf(article: Article, { start, end }: Span) {
  const above = article.text.slice(0, start).split('\n\n');
  const before = above.at(-1)!;
  const at = shown(before).length + (/\s$/.test(before) ? 1 : 0);
  const place = { block: above.length, at };
  return { start: place, end: { ...place, at: at + shown(article.text.slice(start, end)).length } };
}

const directiveTo = (article: Article, sentence: Span): string =>
  sentenceAddress(article, sentence)!.split(':~:text=')[1]!.replaceAll('%20', ' ');

/** The surest directive there is: the whole sentence with a dozen words on either side, its paragraph’s or the next’s. */
function withAllAround({ text }: Article, { start, end }: Span): string {
  const above = text.slice(0, start).split('\n\n');
  const below = text.slice(end).split('\n\n');
  const words = (own = '', next = '') => (own.trim() === '' ? next : own).split(/\s+/).filter(Boolean);
  const part = (some: readonly string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const before = part(words(above.at(-1), above.at(-2)).slice(-12));
  const after = part(words(below[0], below[1]).slice(0, 12));
  const all = [before && `${before}-`, part([text.slice(start, end)]), after && `-${after}`];
  return `#:~:text=${all.filter(Boolean).join(',')}`;
}

const nth = (article: Article, words: string, count: number): Span => {
  let start = -1;
  for (let seen = 0; seen < count; seen += 1) start = article.text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};

describe('a browser goes to the first place that matches, so', () => {
  const article = buildArticle('a', { headline: 'He said no.', url: URL_OF }, [
    {
      paragraphs: [
        'He said no. The mayor agreed. He said no.',
        'He said no.',
        'The council met on Monday in the old hall, and nobody who was there could say for how long it would last.',
        'The council met on Monday in the old hall, and nobody who was there could say for how much it would cost.',
      ],
    },
  ]);

  test.each([
    [1, 'He said no.,-The'],
    [2, 'agreed.-,He said no.'],
    [3, 'He said no.,-The council'],
  ])('words that stand on the page before get a neighbour: the %i. time', (count, directive) => {
    expect(directiveTo(article, nth(article, 'He said no.', count))).toBe(directive);
  });

  test('a sentence that begins like one before gets the end of the paragraph above it', () => {
    const [, second] = article.text.split('\n\n').slice(2);
    expect(directiveTo(article, spanOf(article, second!))).toBe(
      'last.-,The council met on Monday,how much it would cost.',
    );
  });

  test('a neighbour counts where it is a whole word, as in a browser: no “no.” stands before a place in “casino.”', () => {
    const casino = buildArticle('b', { headline: 'no.', url: URL_OF }, [
      { paragraphs: ['He went to the casino.', 'no.', 'no.'] },
    ]);
    expect(directiveTo(casino, nth(casino, '\n\nno.', 2))).toBe('no.-,no.');
  });

  test('the last words are grown when the sentence has them earlier', () => {
    const said = 'so that the ships can pass by night';
    const text = `They will open the bridge ${said} and in winter only ${said}, said the mayor, ${said}.`;
    const repeated = buildArticle('b', { headline: 'B', url: URL_OF }, [{ paragraphs: [text] }]);
    expect(directiveTo(repeated, { start: 0, end: repeated.text.length })).toBe(
      'They will open the bridge,ships can pass by night.',
    );
    expect(directiveTo(repeated, { start: 0, end: text.indexOf(', said the') }).replaceAll('%2C', ',')).toBe(
      'They will open the bridge,only so that the ships can pass by night',
    );
  });

  test('in any article that says things twice, the address leads to the sentence that is meant', () => {
    const word = fc.constantFrom(
      'no',
      'No',
      'nó',
      'casino',
      '“we',
      'he',
      'said',
      'it,',
      'half-built',
      'Львів',
      '&',
    );
    const sentence = fc
      .oneof(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word, { minLength: 16, maxLength: 24 }),
        fc.constantFrom(['he', 'said', 'no'], ['said', 'no'], ['it']),
      )
      .map((words) => `${words.join(' ')}.`);
    const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(paragraphs, sentence, fc.nat(), (drafts, headline, pick) => {
        const any = buildArticle('c', { headline, url: URL_OF }, [
          { paragraphs: drafts.map((one) => one.join(' ')) },
        ]);
        const each = any.text.split('\n\n').flatMap((paragraph, index, before) =>
          sentences(any.text, {
            start: before.slice(0, index).join('\n\n').length + (index === 0 ? 0 : 2),
            end: before.slice(0, index).join('\n\n').length + (index === 0 ? 0 : 2) + paragraph.length,
          }),
        );
        const meant = each[pick % each.length]!;
        const place = placeOf(any, meant);
        const found = findDirective(blocksOf(any), sentenceAddress(any, meant)!);
        const best = findDirective(blocksOf(any), withAllAround(any, meant));
        expect(found).toEqual(JSON.stringify(best) === JSON.stringify(place) ? place : expect.anything());
      }),
      { numRuns: 3_000 },
    );
  });
});

test('whatever the words, the address is one that a link can hold and that decodes to them', () => {
  fc.assert(
    fc.property(hostileText({ minLength: 1 }), (text) => {
      const address = at(`x${text}`);
      expect(address).toMatch(/^https:\/\/[^\s<>()\\|*`]+$/);
      const directive = address?.split(':~:text=')[1] ?? '';
      for (const part of directive.split(',').map((one) => one.replace(/^-|-$/g, '')))
        expect(() => decodeURIComponent(part)).not.toThrow();
      expect(directive).not.toMatch(/&|[^,]-[^,]/);
    }),
  );
});
