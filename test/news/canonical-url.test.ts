import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, isFrontPage, withoutTrackers } from '../../src/news/canonical-url.ts';

const FERRY = 'https://courier.example/news/ferry';

describe('the key of an address', () => {
  it.each([
    'http://courier.example/news/ferry',
    'HTTPS://WWW.Courier.Example/news/ferry',
    'https://courier.example:443/news/ferry',
    'http://courier.example:80/news/ferry',
    'https://courier.example./news/ferry',
    'https://courier.example/news/ferry/',
    'https://courier.example/news/ferry#comments',
    'https://courier.example/news/ferry?utm_source=a&utm_medium=b',
    'https://courier.example/news/ferry?fbclid=1&gclid=2&mc_cid=3',
    'https://m.courier.example/news/ferry',
    'https://amp.courier.example/news/ferry?amp=1',
    'https://courier.example/news/ferry?partner=rss&emc=rss',
    'https://courier.example/news/ferry?mod=rss_markets_main',
    'https://courier.example/news/ferry?source=rss----1234---4',
    'https://courier.example/news/ferry?ns_mchannel=rss&ito=1490',
    'https://courier.example/news/ferry?CMP=share_btn_url&rss=1',
    'https://courier.example/news/%66erry',
    'https://courier.example/news/index.html/../ferry',
    ' https://courier.example/news/ferry\n',
  ])('is the same for %j', (address) => {
    expect(canonicalUrl(address)).toBe(FERRY);
  });

  it.each([
    'https://courier.example/news/Ferry',
    'https://courier.example/news/ferry?page=2',
    'https://courier.example:8443/news/ferry',
    'https://gazette.example/news/ferry',
    'https://courier.example/news/ferry%2Fdeck',
    'https://courier.example/news/ferry?from=rsshub',
    'https://news.courier.example/news/ferry',
  ])('is another for %s', (address) => {
    expect(canonicalUrl(address)).not.toBe(FERRY);
  });

  it('keeps the parameters that tell articles apart, in whatever order they stand', () => {
    expect(canonicalUrl('https://a.example/?story=7&utm_id=1&lang=en')).toBe(
      'https://a.example?lang=en&story=7',
    );
    expect(canonicalUrl('https://a.example/?lang=en&story=7')).toBe('https://a.example?lang=en&story=7');
  });

  it('leaves a host alone that is nothing but "m." and an ending', () => {
    expect(canonicalUrl('https://m.example/a')).toBe('https://m.example/a');
  });

  it.each([
    'ferry.html',
    '',
    'ftp://courier.example/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//a.example/b',
  ])('is missing for %j', (address) => {
    expect(canonicalUrl(address)).toBeUndefined();
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const key = canonicalUrl(address)!;
        expect(canonicalUrl(key)).toBe(key);
      }),
    );
  });
});

it.each([
  ['https://courier.example/a?utm_source=rss&id=7&partner=rss', 'https://courier.example/a?id=7'],
  ['https://courier.example/a?cmp=rss#post-2', 'https://courier.example/a#post-2'],
  ['https://courier.example/a/?q=%7Ex+y&', 'https://courier.example/a/?q=%7Ex+y&'],
  ['https://courier.example/?b=2&a=1&fbclid=x', 'https://courier.example/?b=2&a=1'],
  ['ferry.html?utm_source=rss', 'ferry.html?utm_source=rss'],
])('%s is shown as %s', (address, expected) => {
  expect(withoutTrackers(address)).toBe(expected);
});

it.each([
  ['https://courier.example', true],
  ['https://courier.example/index.html?', true],
  ['https://courier.example/?p=7', false],
  ['https://courier.example/ferry', false],
])('that %s is a front page is %s', (address, expected) => {
  expect(isFrontPage(address)).toBe(expected);
});
