import fc from 'fast-check';
import { type Article, buildArticle, type Span } from '../../src/news/article.ts';

/** Text that tries to be more than text: Discord's marks, mentions and line ends among ordinary words. */
const PIECES = [
  ...['*', '**', '***', '_', '__', '~~', '||', '`', '```', '```js\n', '\\', '\\*', '\\\\', '¯\\_(ツ)_/¯'],
  ...['> ', '>>> ', '# ', '## ', '-# ', '- ', '* ', '+ ', '1. ', '2025. ', '12) '],
  ...[
    '<@1234567890123456789>',
    '<@&1>',
    '<#1>',
    '@everyone',
    '@here',
    '<t:1700000000:R>',
    '<:a:1>',
    '</ask:1>',
  ],
  ...[
    '[x](https://evil.example)',
    '[',
    ']',
    '](',
    '(',
    ')',
    '<https://a.example/b_c>',
    'https://a.example/b_c',
  ],
  ...[':smile:', ':', ':100:', 'discord.gg/abc', 'DISCORD.GG/x', 'www.example.com', '10:30:45'],
  ...['\n', '\n\n', '\r\n', '\r', '\u2028', '\u0085', '\v', ' ', '  ', '\t', '\u00a0', '\u200b', '\u202e'],
  ...['word', 'Word.', 'U.S.', '“Quite,”', '’s', 'é', '😀', '👩‍👩‍👧', '\ud800', 'a-b', '1', '.', '!'],
];

export const hostileText = (options: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })),
      options,
    )
    .map((pieces) => pieces.join(''));

const spanIn = (text: string): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

/** Any stretches of it, in order and not overlapping. */
export const spansIn = (text: string, most = 3): fc.Arbitrary<readonly Span[]> =>
  fc.array(fc.nat(text.length), { maxLength: 2 * most }).map((places) => {
    const sorted = places.toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      start: sorted[2 * index]!,
      end: sorted[2 * index + 1]!,
    }));
  });

/** Longer than a line, a text, or a message has room for. */
const endless = fc
  .tuple(fc.constantFrom('*', 'word ', '[x] ', 'Sentence. '), fc.constantFrom(300, 900, 1_500, 4_500))
  .map(([piece, times]) => piece.repeat(times));

export const article: fc.Arbitrary<Article> = fc
  .record({
    headline: fc.oneof(hostileText({ maxLength: 6 }), fc.constant('A plain headline'), endless),
    publisher: fc.oneof({ weight: 9, arbitrary: hostileText({ maxLength: 3 }) }, endless),
    published: fc.oneof(fc.constantFrom('2025-02-16', '2025-02', 'yesterday'), hostileText({ maxLength: 2 })),
    url: fc.oneof(
      fc.constantFrom(
        'https://a.example/b_(c)',
        'javascript:alert(1)',
        'https://a.example/?q=**x**#top',
        'nonsense',
      ),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    ),
    paragraphs: fc.array(hostileText({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ paragraphs, ...masthead }) => buildArticle('hostile', masthead, [{ paragraphs }]));

/** An article and a stretch of it with answers inside. */
export const shownPassage = article.chain((shown) =>
  spanIn(shown.text).chain((span) =>
    spansIn(shown.text.slice(span.start, span.end)).map((answers) => ({
      article: shown,
      span,
      answers: answers.map(({ start, end }) => ({ start: start + span.start, end: end + span.start })),
    })),
  ),
);

/** As it is shown on Discord: nothing turns the direction of writing. */
export const straight = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\u200b');

/** Without white space, line ends of any kind, and what cannot be sent: the words, all of them. */
export const words = (text: string): string => straight(text).replace(/[\s\u0085]+/g, '');
