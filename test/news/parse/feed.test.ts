import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_JSON_FEED } from '../../../src/news/parse/feed/dialect.ts';
import { LARGEST_FEED, looksLikeFeed, MOST_ENTRIES, readFeed } from '../../../src/news/parse/feed.ts';
import { ParseError } from '../../../src/news/parse/masthead.ts';
import { complaintOf } from './shape.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, url?: string) =>
  readFeed({ bytes: bytesOf(text), ...(url !== undefined && { url }) });
const complaint = (text: string): string => complaintOf(() => read(text)).message;

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"';
const rss = (items: string): string =>
  `<?xml version="1.0"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>The Harbour Post</title><link>https://harbour.example/</link><description>News</description>${items}</channel></rss>`;
const atom = (entries: string, attributes = ''): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>The Harbour Post</title><id>urn:x:1</id><link rel="self" href="https://harbour.example/feed"/>${entries}</feed>`;
const item = (fields: string) =>
  read(rss(`<item>${fields}</item>`), 'https://harbour.example/rss').entries[0];
const entry = (fields: string) => read(atom(`<entry>${fields}</entry>`)).entries[0];

describe('a feed', () => {
  it('in RSS 2.0 announces articles with their texts, names and dates', () => {
    const feed = read(
      rss(
        `<item><title>Ferry sinks</title><link>https://harbour.example/ferry</link><guid isPermaLink="false">7</guid>
         <dc:creator><![CDATA[By Noor Amani]]></dc:creator><pubDate>Tue, 04 Mar 2031 08:00:00 EST</pubDate>
         <description>&lt;p&gt;It sank.&lt;/p&gt;</description><media:credit>Bo Lund</media:credit>
         <content:encoded><![CDATA[<p>It sank.</p><p>“We swam,” she said.</p>]]></content:encoded></item>
         <item><title>Fog</title><link>https://harbour.example/fog</link></item>`,
      ),
    );
    expect(feed).toEqual({
      publisher: 'The Harbour Post',
      skipped: 0,
      entries: [
        {
          url: 'https://harbour.example/ferry',
          id: '7',
          headline: 'Ferry sinks',
          byline: 'Noor Amani',
          published: '2031-03-04T08:00:00-05:00',
          html: '<p>It sank.</p><p>“We swam,” she said.</p>',
          summary: '<p>It sank.</p>',
        },
        { url: 'https://harbour.example/fog', headline: 'Fog' },
      ],
    });
  });

  it('in RSS 0.91 may have a document type of old', () => {
    const feed = read(
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd"><rss version="0.91"><channel><title>Old Post</title><item><title>Ferry sinks</title><link>http://old.example/1</link><description>It sank.</description></item></channel></rss>',
    );
    expect(feed.entries).toEqual([
      { url: 'http://old.example/1', headline: 'Ferry sinks', summary: 'It sank.' },
    ]);
  });

  it('in RSS of old may name lists of entities, which nobody fetches', () => {
    const doctype =
      '<!DOCTYPE rss [\n<!ENTITY % HTMLlat1 PUBLIC\n "-//W3C//ENTITIES Latin 1//EN"\n "http://w3.example/lat1.ent">\n%HTMLlat1;\n]>';
    const feed = read(
      rss('<item><link>/a</link><title>Caf&eacute;</title></item>').replace('<rss', `${doctype}<rss`),
    );
    expect(feed.entries).toEqual([{ url: 'https://harbour.example/a', headline: 'Café' }]);
  });

  it('in RSS 1.0 has its items beside the channel, in the order in which they stand', () => {
    const feed = read(
      `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}>
       <channel rdf:about="https://harbour.example/"><title>The Harbour Post</title><link>https://harbour.example/</link>
       <items><rdf:Seq><rdf:li rdf:resource="https://harbour.example/fog"/><rdf:li rdf:resource="https://harbour.example/ferry"/></rdf:Seq></items></channel>
       <item rdf:about="https://harbour.example/ferry"><title>Ferry sinks</title><dc:creator>Noor Amani</dc:creator><dc:date>2031-03-04T08:00+01:00</dc:date><description>It sank.</description></item>
       <item rdf:about="https://harbour.example/fog"><title>Fog</title><link>/fog</link></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({
      publisher: 'The Harbour Post',
      entries: [
        {
          url: 'https://harbour.example/ferry',
          headline: 'Ferry sinks',
          byline: 'Noor Amani',
          published: '2031-03-04T08:00:00+01:00',
          summary: 'It sank.',
        },
        { url: 'https://harbour.example/fog', headline: 'Fog' },
      ],
    });
  });

  it('in Atom gives address, authors, date, text and summary', () => {
    expect(
      entry(
        `<id>urn:x:2</id><title>Ferry sinks</title><link rel="edit" href="https://harbour.example/edit"/><link rel="alternate" type="application/pdf" href="https://harbour.example/ferry.pdf"/><link type="text/html" href="https://harbour.example/ferry"/>
         <author><name>Noor Amani</name></author><author><name>Bo Lund</name></author><published>2031-03-04T08:00:00Z</published><updated>2031-03-05T08:00:00.25Z</updated>
         <content type="html">&lt;p&gt;It sank &amp;amp; sank.&lt;/p&gt;</content><summary>It &lt;sank&gt;</summary>`,
      ),
    ).toEqual({
      url: 'https://harbour.example/ferry',
      id: 'urn:x:2',
      headline: 'Ferry sinks',
      byline: 'Noor Amani, Bo Lund',
      published: '2031-03-04T08:00:00Z',
      html: '<p>It sank &amp; sank.</p>',
      summary: '<p>It &lt;sank&gt;</p>',
    });
  });

  it.each([
    [
      'xhtml',
      '<div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; <i>B</i></p></div>',
      '<p>A &amp; <i>B</i></p>',
    ],
    ['html', '<![CDATA[<p>A</p>]]>', '<p>A</p>'],
    ['text', 'A &lt; B\n\nC', '<p>A &lt; B</p>\n<p>C</p>'],
    ['text/plain', 'A\nB', '<p>A</p>\n<p>B</p>'],
    ['image/png', 'iVBORw0KGgo', undefined],
  ])('in Atom may have content of type %s', (type, content, html) => {
    const fields = `<link href="https://harbour.example/a"/><content type="${type}">${content}</content>`;
    expect(entry(fields)?.html).toBe(html);
  });

  it('in Atom that an RSS program wrote has HTML without saying so', () => {
    expect(entry('<content>&lt;p&gt;A&lt;/p&gt;</content>')?.html).toBe('<p>A</p>');
    expect(entry('<content>Five &lt; six</content>')?.html).toBe('<p>Five &lt; six</p>');
  });

  it('names its own author where an entry names none, unless that is the newspaper itself', () => {
    const by = (author: string) =>
      read(
        atom(
          `<author><name>${author}</name></author><entry><title>a</title><link href="https://a.example/"/></entry>`,
        ),
      ).entries[0]?.byline;
    expect(by('Noor Amani')).toBe('Noor Amani');
    expect(by('The Harbour Post')).toBeUndefined();
  });

  it('in JSON Feed gives HTML or plain text, either as HTML', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Harbour Post',
        home_page_url: 'https://harbour.example/',
        items: [
          {
            id: 1,
            url: '/ferry',
            title: 'Ferry <sinks>',
            authors: [{ name: 'Noor Amani' }],
            date_published: '2031-03-04T08:00:00-05:00',
            content_html: '<p>It sank.</p>',
            summary: 'It <sank>',
          },
          { id: 'https://harbour.example/fog', content_text: 'Fog & mist.\n\nAll day.' },
        ],
      }),
    );
    expect(feed).toEqual({
      publisher: 'The Harbour Post',
      skipped: 0,
      entries: [
        {
          id: '1',
          url: 'https://harbour.example/ferry',
          headline: 'Ferry <sinks>',
          byline: 'Noor Amani',
          published: '2031-03-04T08:00:00-05:00',
          html: '<p>It sank.</p>',
          summary: '<p>It &lt;sank&gt;</p>',
        },
        {
          id: 'https://harbour.example/fog',
          url: 'https://harbour.example/fog',
          html: '<p>Fog &amp; mist.</p>\n<p>All day.</p>',
        },
      ],
    });
  });

  it('is read by its first element, whatever its articles quote', () => {
    expect(
      entry(
        '<title>a</title><content type="html">&lt;p>How <![CDATA[<rss version="2.0"><item>]]> is written</content>',
      )?.headline,
    ).toBe('a');
  });

  it.each([
    ['/ferry', 'https://harbour.example/ferry'],
    ['ferry?a=1&amp;b=2', 'https://harbour.example/ferry?a=1&b=2'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['\n  https://harbour.example/a\n', 'https://harbour.example/a'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['mailto:a@b.example', undefined],
    ['http://', undefined],
    ['', undefined],
  ])('resolves the address %j to %s', (link, url) => {
    expect(item(`<link>${link}</link><content:encoded>x</content:encoded>`)?.url).toBe(url);
  });

  it('gives an article’s own address, without what trackers added', () => {
    const link = '<link>https://harbour.example/a?utm_source=rss&amp;id=7&amp;partner=rss</link>';
    expect(item(link)?.url).toBe('https://harbour.example/a?id=7');
    const proxied = '<link>https://feedproxy.example/~r/post/~3/abc/</link>';
    const original = '<feedburner:origLink>https://harbour.example/a</feedburner:origLink>';
    expect(item(proxied + original)?.url).toBe('https://harbour.example/a');
  });

  it('tells which of its articles share an address', () => {
    const post = (headline: string, link: string, guid: string) =>
      `<item><title>${headline}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid></item>`;
    const shared = (...items: readonly string[]) =>
      read(rss(items.join(''))).entries.map(({ isShared = false }) => isShared);
    expect(shared(post('A', '/live#1', '1'), post('B', '/live#2', '2'), post('C', '/c', '3'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(shared(post('A', '/a', '1'), post('A', '/a?utm_source=rss', '2'))).toEqual([false, false]);
    expect(shared(post('A', '/a', '1'), post('A, updated', '/a', '1'))).toEqual([false, false]);
  });

  it.each([
    ['The Quayside Courier', '', 'The Quayside Courier'],
    ['World news | The Quayside Courier', '', 'The Quayside Courier'],
    ['Quayside Courier &gt; Top Stories', '', 'Quayside Courier'],
    ['Courier &gt; Top Stories', '<image><title>The Courier</title></image>', 'The Courier'],
    ['Harbour Archives - The Quayside Courier', '', 'The Quayside Courier'],
    ['The Quayside Courier: Latest news', '', 'The Quayside Courier'],
    ['The Quayside Courier RSS Feed', '', 'The Quayside Courier'],
    ['Latest news', '<dc:publisher>The Quayside Courier</dc:publisher>', 'The Quayside Courier'],
    ['The Local - News &amp; Sport', '', 'The Local'],
    ['Amberley | Courier', '<copyright>© 2031 Courier. All rights reserved.</copyright>', 'Courier'],
    ['Amberley | The Harbour', '', 'The Harbour'],
    ['Amberley | Courier', '', 'Amberley | Courier'],
    ['News', '', 'News'],
    ['', '', undefined],
  ])('entitled %j, with %j, is of %s', (title, fields, publisher) => {
    const feed = read(
      rss('<item><link>/a</link></item>').replace(
        '<title>The Harbour Post</title>',
        `<title>${title}</title>${fields}`,
      ),
    );
    expect(feed.publisher).toBe(publisher);
  });

  it('takes a guid for the address where there is no link, unless it says that it is none', () => {
    const guid = (attribute: string) =>
      item(`<guid ${attribute}>https://harbour.example/g</guid><content:encoded>x</content:encoded>`)?.url;
    expect(guid('')).toBe('https://harbour.example/g');
    expect(guid('isPermaLink="false"')).toBeUndefined();
  });

  it('resolves addresses against the base that an entry names', () => {
    const feed = read(
      atom('<entry xml:base="2031/"><link href="ferry"/></entry>', 'xml:base="/news/"'),
      'https://harbour.example/feed',
    );
    expect(feed.entries[0]?.url).toBe('https://harbour.example/news/2031/ferry');
  });

  it('names the newspaper that an entry was taken from', () => {
    const fields = '<link>/a</link><source url="https://coast.example/rss">Coast Daily</source>';
    expect(item(fields)?.publisher).toBe('Coast Daily');
  });

  it('counts the entries that have neither an address nor a text', () => {
    const feed = read(
      rss(
        '<item><title>a</title></item><item><link>https://a.example/</link></item><item><description>It sank.</description></item>',
      ),
    );
    expect(feed.entries).toEqual([{ url: 'https://a.example/' }, { summary: 'It sank.' }]);
    expect(feed.skipped).toBe(1);
  });

  it.each([
    ['A & B', 'A & B'],
    ['A &amp;amp; B &amp;#8217;s', 'A & B ’s'],
    ['<![CDATA[Sinks&#8217; &hellip;]]>', 'Sinks’ …'],
    ['Fish&nbsp;&amp;&nbsp;chips', 'Fish & chips'],
    ['A &amp;toString; B &amp;valueOf;', 'A &toString; B &valueOf;'],
    ['&lt;i&gt;Astra&lt;/i&gt; sinks', 'Astra sinks'],
    ['Why &lt;video&gt; won', 'Why <video> won'],
    ['a &lt; b', 'a < b'],
    ['&#146;tis &amp;#146;tis', '’tis ’tis'],
    ['&amp;Aacute;lvaro &amp;amp; &amp;frac12; a mile', 'Álvaro & ½ a mile'],
    ['AT&amp;T &amp;eacute; a &lt; b', 'AT&T é a < b'],
    ['  Two\n lines ', 'Two lines'],
    ['&unknown; word', '&unknown; word'],
  ])('reads the title %j as %j', (title, headline) => {
    expect(item(`<link>/a</link><title>${title}</title>`)?.headline).toBe(headline);
  });

  it.each([
    ['<author>desk@harbour.example (Noor Amani)</author>', 'Noor Amani'],
    ['<author>Noor Amani &lt;noor@harbour.example&gt;</author>', 'Noor Amani'],
    ['<author>noor@harbour.example</author>', undefined],
    ['<author>By Noor Amani and Bo Lund</author>', 'Noor Amani and Bo Lund'],
    ['<author>https://harbour.example/noor</author>', undefined],
    ['<author><name>Noor Amani</name><email>n@harbour.example</email></author>', 'Noor Amani'],
    ['<author>n@harbour.example (Noor Amani)</author><dc:creator>Noor Amani</dc:creator>', 'Noor Amani'],
    ['<dc:creator>Noor Amani</dc:creator><dc:creator>Bo Lund</dc:creator>', 'Noor Amani, Bo Lund'],
    ['<dc:creator>Byron Bly</dc:creator>', 'Byron Bly'],
    ['<dc:creator> </dc:creator>', undefined],
    ['<dc:creator>admin</dc:creator>', undefined],
    ['<author>noreply@harbour.example (Unknown)</author>', undefined],
    ['<dc:creator>Admin Lund</dc:creator>', 'Admin Lund'],
  ])('reads %s as by %s', (author, byline) => {
    expect(item(`<link>/a</link>${author}`)?.byline).toBe(byline);
  });

  it.each([
    ['Mon, 04 Mar 2031 08:00:00 GMT', '2031-03-04T08:00:00Z'],
    ['Wed, 4 Mar 2031 08:00 EDT', '2031-03-04T08:00:00-04:00'],
    ['04 March 31 23:59:59 +0530', '2031-03-04T23:59:59+05:30'],
    ['Fri, 04 Mar 1994 08:00:00 PST', '1994-03-04T08:00:00-08:00'],
    ['4 Mar 94', '1994-03-04'],
    ['Tue, 04 Mar 2031 08:00:00 GMT+0100', '2031-03-04T08:00:00+01:00'],
    ['Tue, 04 Mar 2031 08:00:00 XYZ', '2031-03-04T08:00:00'],
    ['Tue, 04 Mar 2031 08:00:00', '2031-03-04T08:00:00'],
    ['Tue, 04 Mar 2031 8:00 pm', '2031-03-04'],
    ['Tue, 04 Mar 2031 25:61:00 GMT', '2031-03-04'],
    ['March 4, 2031', '2031-03-04'],
    ['2031-03-04', '2031-03-04'],
    ['2031-03-04 08:00:00', '2031-03-04T08:00:00'],
    ['2031-03-04T08:00:00.123456-0500', '2031-03-04T08:00:00-05:00'],
    ['2031-3-4', '2031-03-04'],
    ['2031/03/04 09:05', '2031-03-04T09:05:00'],
    ['20310304T080000Z', '2031-03-04T08:00:00Z'],
    ['20310304', '2031-03-04'],
    ['2031-03-04T08:00:00+01', '2031-03-04T08:00:00+01:00'],
    ['Tue, 04 Mar 2031 08:00:00 +0000 (UTC)', '2031-03-04T08:00:00+00:00'],
    ['Tue, 04 Mar 2031 08:00:00 BST', '2031-03-04T08:00:00+01:00'],
    ['Tue Mar  4 08:00:00 2031', '2031-03-04T08:00:00'],
    ['Tue Mar 04 08:00:00 UTC 2031', '2031-03-04T08:00:00Z'],
    ['4th March 2031', '2031-03-04'],
    ['March 4th, 2031', '2031-03-04'],
    ['2031-02-30', undefined],
    ['Tue, 31 Feb 2031 08:00:00 GMT', undefined],
    ['04/03/2031', undefined],
    ['4 Foo 2031', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads the date %j as %s', (written, published) => {
    expect(item(`<link>/a</link><pubDate>${written}</pubDate>`)?.published).toBe(published);
  });

  it('that dates nothing but changes is dated by the last of them', () => {
    const fields = '<link href="/a"/><updated>2031-03-05T08:00:00Z</updated>';
    expect(entry(fields)?.published).toBe('2031-03-05T08:00:00Z');
    expect(entry(`${fields}<published>2031-03-04</published>`)?.published).toBe('2031-03-04');
  });

  it('takes the first of its dates that can be read', () => {
    expect(item('<link>/a</link><pubDate>soon</pubDate><dc:date>2031-03-04</dc:date>')?.published).toBe(
      '2031-03-04',
    );
  });
});

describe('the encoding of a feed', () => {
  const title = (encoding: string, text: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>${text}</title><item><link>https://a.example/</link></item></channel></rss>`;
  const singleBytes = (text: string): Uint8Array =>
    Uint8Array.from(text, (sign) => (sign === 'Ж' ? 0xc6 : (sign.codePointAt(0) ?? 0)));
  const utf16 = (text: string, mark: boolean, big: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ['the XML declaration', singleBytes(title('windows-1251', 'Ж')), undefined, 'Ж'],
    ['the XML declaration', singleBytes(title('ISO-8859-1', 'Malmö')), undefined, 'Malmö'],
    ['the XML declaration', singleBytes(title('iso-8859-1', '\x93Fog\x94')), undefined, '“Fog”'],
    ['the server', singleBytes(title('UTF-8', 'Ж')), 'Windows-1251', 'Ж'],
    ['the XML declaration where the server is wrong', singleBytes(title('windows-1251', 'Ж')), 'utf-8', 'Ж'],
    ['the bytes where they are UTF-8', bytesOf(title('UTF-8', 'Malmö Ж')), 'iso-8859-1', 'Malmö Ж'],
    ['nothing: UTF-8', bytesOf(title('x-unheard-of', 'Ж')), undefined, 'Ж'],
    ['a mark of UTF-8', bytesOf(`\uFEFF${title('ISO-8859-1', 'Ж')}`), undefined, 'Ж'],
    ['a mark of UTF-16', utf16(title('UTF-16', 'Ж'), true, false), undefined, 'Ж'],
    ['a mark of UTF-16 the other way round', utf16(title('UTF-16', 'Ж'), true, true), undefined, 'Ж'],
    ['the look of UTF-16', utf16(title('UTF-16', 'Ж'), false, false), undefined, 'Ж'],
    ['the look of UTF-16 the other way round', utf16(title('UTF-16', 'Ж'), false, true), undefined, 'Ж'],
  ])('is told by %s', (_by, bytes, charset, expected) => {
    expect(readFeed({ bytes, ...(charset !== undefined && { charset }) }).publisher).toBe(expected);
    expect(looksLikeFeed(bytes)).toBe(true);
  });

  it('is what its letters are in, but for a broken one', () => {
    const whole = title('ISO-8859-1', 'Malmö: “the sea wall of Höganäs — ‘not’ yet — is “new””');
    const bytes = bytesOf(whole.replace('<channel>', '<channel><description>caf?</description>'));
    bytes[bytes.indexOf('?'.charCodeAt(0), 60)] = 0xc3;
    expect(readFeed({ bytes, charset: 'iso-8859-1' }).publisher).toBe(
      'Malmö: “the sea wall of Höganäs — ‘not’ yet — is “new””',
    );
  });

  it('is Windows-1252 where nothing that is said of it is true', () => {
    const bytes = singleBytes(title('UTF-8', '\x93Malmö\x94'));
    expect(readFeed({ bytes }).publisher).toBe('“Malmö”');
  });

  it('is none where it is no text', () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0x00, 0x01, 0x00, 0xff);
    expect(complaintOf(() => readFeed({ bytes })).message).toMatch(
      /^expected a feed, got bytes that are no text/,
    );
  });
});

describe('what is no good feed', () => {
  it.each([
    ['nothing', '', /expected a feed .* got ""/],
    [
      'a page',
      '<!doctype html><html><body>About &lt;rss&gt; <rss version="2.0"></body></html>',
      /got "<!doctype/,
    ],
    ['text', 'Ferry sinks', /got "Ferry sinks"/],
    ['a list', '[1]', /expected a feed/],
    ['other JSON', '{"headline": "h"}', /that is whole, got one that breaks off or is damaged/],
    ['half of JSON', '{"version": "https://jsonfeed.org/version/1", "items": [', /breaks off or is damaged/],
    ['half of RSS', rss('<item><title>Fer').slice(0, -25), /breaks off or is damaged/],
    ['RSS without entries', rss(''), /^expected entries, got a feed without any/],
    ['Atom without entries', atom(''), /^expected entries, got a feed without any/],
    [
      'a JSON Feed without items',
      '{"version":"https://jsonfeed.org/version/1","title":"t","items":[]}',
      /^expected entries/,
    ],
    [
      'elements in elements without end',
      rss(`<item>${'<a>'.repeat(100_000)}</item>`),
      /breaks off or is damaged/,
    ],
    [
      'a name that is dangerous',
      rss('<item><__proto__><a>1</a></__proto__></item>'),
      /breaks off or is damaged/,
    ],
    [
      'a reference to a file',
      rss('<item><title>&x;</title></item>').replace(
        '<rss',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss',
      ),
      /breaks off or is damaged/,
    ],
    [
      'too many entries',
      rss('<item><guid>7</guid></item>'.repeat(MOST_ENTRIES + 1)),
      /at most 20000 entries/,
    ],
    ['too much of everything', rss(' '.repeat(LARGEST_FEED)), /at most 8 MB, got 8\.1 MB/],
    ['too much JSON', `{"items": [${' '.repeat(LARGEST_JSON_FEED)}]}`, /at most 4 MB, got 4\.1 MB/],
    [
      'CDATA that is never closed',
      atom(`<entry><content type="xhtml"><!--${'<![CDATA['.repeat(200_000)}--></content></entry>`),
      /expected CDATA sections that are closed/,
    ],
  ])('%s is refused', (_what, text, message) => {
    expect(complaint(text)).toMatch(message);
  });

  it('expands no entity of its own, however often it is named', () => {
    const laughs = Array.from(
      { length: 30 },
      (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};&l${index};&l${index};">`,
    );
    const feed = read(
      rss('<item><link>https://a.example/</link><title>&l30;</title></item>').replace(
        '<rss',
        `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs.join('')}]><rss`,
      ),
    );
    expect(feed.entries[0]?.headline).toBe('&l30;');
  });

  it('does not hold anybody up: half a megabyte of brackets for an author, a list that points nowhere', () => {
    expect(item(`<link>/a</link><author>${'('.repeat(500_000)}</author>`)?.url).toBe(
      'https://harbour.example/a',
    );
    const pointers = '<rdf:li rdf:resource="https://harbour.example/none"/>'.repeat(20_000);
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>t</title><items><rdf:Seq>${pointers}</rdf:Seq></items></channel>${'<item rdf:about="https://harbour.example/some"/>'.repeat(20_000)}</rdf:RDF>`;
    expect(read(rdf).entries).toHaveLength(20_000);
  });

  it('throws a ParseError or nothing', () => {
    const piece = fc.constantFrom(
      ...[
        '<rss version="2.0">',
        '<channel>',
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<link>',
        '<![CDATA[',
        ']]>',
      ],
      ...[
        '<!--',
        '-->',
        '<!DOCTYPE x [',
        ']>',
        '<?xml',
        '?>',
        '<feed>',
        '<entry>',
        '<author',
        '&amp;',
        '&#x0;',
        '"',
        '=',
      ],
      ...[
        '<content type="xhtml">',
        '<div>',
        '{"version":"https://jsonfeed.org/version/1"',
        ',"items":[',
        '{}',
        ']}',
        '\0',
        ' x ',
      ],
    );
    const hostile = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => bytesOf(pieces.join(''))),
      fc.array(piece, { maxLength: 20 }).map((pieces) => bytesOf(rss(pieces.join('')))),
      fc.uint8Array({ maxLength: 200 }),
      fc
        .nat({ max: 400 })
        .map((end) => bytesOf(rss('<item><title>a</title><link>/b</link></item>').slice(0, end))),
    );
    fc.assert(
      fc.property(hostile, fc.option(fc.constantFrom('utf-16', 'koi8-r', 'nonsense')), (bytes, charset) => {
        looksLikeFeed(bytes);
        try {
          readFeed({ bytes, ...(charset !== null && { charset }), url: 'https://a.example/' });
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a look at the beginning', () => {
  it.each([
    [rss('<item/>'), true],
    [atom('<entry/>'), true],
    ['\n <!-- by hand --> <a:feed xmlns:a="http://www.w3.org/2005/Atom">', true],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', true],
    ['{"version": "https://jsonfeed.org/version/1.1", "title": "t"}', true],
    ['{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', true],
    ['{"headline": "About JSON feeds"}', false],
    [`{"items": [], "title": "${'t'.repeat(4000)}", "version": "https://jsonfeed.org/version/1"}`, true],
    ['{"title": "The Harbour Post", "items": [{"url": "https://harbour.example/a"}]}', true],
    [
      '{"headline": "h", "sections": [{"paragraphs": ["\\"version\\": \\"https://jsonfeed.org/version/1\\""]}]}',
      false,
    ],
    ['{"title": "half a file", "items": [', false],
    ['<!DOCTYPE html><html><head><title>How <rss> works</title>', false],
    ['<html><rss version="2.0">', false],
    ['<rssfeed>', false],
    ['', false],
  ])('tells that of %s: %s', (text, expected) => {
    expect(looksLikeFeed(bytesOf(text))).toBe(expected);
  });
});
