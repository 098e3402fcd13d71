import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceAddress, webAddress } from '../../src/discord/address.ts';
import { buildArticle } from '../../src/news/article.ts';
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

test('whatever the words, the address is one that a link can hold and that decodes to them', () => {
  fc.assert(
    fc.property(hostileText({ minLength: 1 }), (text) => {
      const address = at(`x${text}`);
      expect(address).toMatch(/^https:\/\/[^\s<>()\\|*`]+$/);
      const directive = address?.split(':~:text=')[1] ?? '';
      for (const part of directive.split(',')) expect(() => decodeURIComponent(part)).not.toThrow();
      expect(directive).not.toMatch(/[-&]/);
    }),
  );
});
