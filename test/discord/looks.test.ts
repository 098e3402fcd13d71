import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clip, findChromium, openTab, type Tab } from './looks/chromium.ts';
import { type Body, pageHtml } from './looks/page.ts';
import { scenes } from './looks/replies.ts';
import { buttonsOf, textsOf } from './loopback/shapes.ts';
import { readMarkdown } from './markdown-reader.ts';

/*
 * What Discord shows, to be looked at: `build/looks/`, a page with every kind of reply and, where Chromium is
 * installed, pictures of each at the width of a phone and of a desktop. UPDATE_PICTURES=1 also makes those of the
 * README anew.
 */

const ROOT = join(import.meta.dirname, '../..');
const LOOKS = join(ROOT, 'build/looks');
const WIDTHS = { phone: 380, desktop: 1200 } as const;
/** A reply to a message: Discord shows the question above it. */
const README_SCENE = 'chat-1';

rmSync(LOOKS, { recursive: true, force: true });
const all = await scenes(join(LOOKS, 'corpus'));
const page = pageHtml(all);
mkdirSync(LOOKS, { recursive: true });
writeFileSync(join(LOOKS, 'index.html'), page);

/** Letters and digits: what is left of a text however it is drawn. */
const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const textsIn = ({ components = [], embeds = [] }: Body): readonly string[] => [
  ...textsOf({ components }),
  ...embeds.map(({ description = '' }) => description),
];
const shownIn = (name: string): string =>
  page
    .split('<section id="')
    .find((section) => section.startsWith(`${name}"`))!
    .replace(/<\/?(?:p|li|h\d|small|div|blockquote|ul|span)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

test.each(all)('every word of a reply is to be seen: $name', ({ name, messages }) => {
  const shown = words(shownIn(name));
  for (const text of messages.flatMap(textsIn)) {
    for (const line of readMarkdown(text)) expect(shown).toContain(words(line.text));
  }
  for (const { label = '' } of messages.flatMap(({ components = [] }) => buttonsOf({ components }))) {
    expect(shown).toContain(words(label));
  }
});

/** What runs over, and where each scene lies; run in the page. */
const MEASURE = `(() => {
  const { innerWidth } = window;
  const sections = [...document.querySelectorAll('section')];
  const over = [...document.querySelectorAll('.message *')].filter((one) =>
    one.getBoundingClientRect().right > innerWidth - 8 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0);
  const name = (one) => one.closest('section').id + ': ' + one.textContent.slice(0, 60);
  return {
    pageOver: document.documentElement.scrollWidth - innerWidth,
    over: over.map(name),
    clips: Object.fromEntries(sections.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.id, { x, y: y + scrollY, width, height }];
    })),
  };
})()`;

interface Measured {
  readonly pageOver: number;
  readonly over: readonly string[];
  readonly clips: Readonly<Record<string, Clip>>;
}

const chromium = findChromium();
if (chromium === undefined) console.log(`no Chromium in PATH: no pictures, only ${LOOKS}/index.html`);

describe.skipIf(chromium === undefined)('in a browser', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await openTab(chromium!);
  });
  afterAll(() => tab.close());
  const url = pathToFileURL(join(LOOKS, 'index.html')).href;

  test.each(Object.entries(WIDTHS))(
    'nothing runs over the edge, and every button is read whole: %s',
    async (name, width) => {
      await tab.show(url, width);
      const { pageOver, over, clips } = await tab.evaluate<Measured>(MEASURE);
      expect(over).toEqual([]);
      expect(pageOver).toBeLessThanOrEqual(0);
      expect(Object.keys(clips)).toEqual(all.map((one) => one.name));
      mkdirSync(join(LOOKS, name));
      await tab.unroll();
      for (const [index, scene] of all.entries()) {
        const file = `${String(index + 1).padStart(2, '0')}-${scene.name}.png`;
        writeFileSync(join(LOOKS, name, file), await tab.picture(clips[scene.name]!));
      }
    },
  );

  test.skipIf(process.env.UPDATE_PICTURES !== '1')('the pictures of the README', async () => {
    const docs = join(ROOT, 'docs');
    mkdirSync(docs, { recursive: true });
    const one = join(LOOKS, 'readme.html');
    writeFileSync(
      one,
      pageHtml(all.filter(({ name }) => name === README_SCENE)).replace(
        '</style>',
        '.title { display: none }</style>',
      ),
    );
    for (const [name, width] of Object.entries(WIDTHS)) {
      // A README shows the desktop’s smaller than it is, and the phone’s on screens with two pixels for each.
      await tab.show(pathToFileURL(one).href, width, name === 'phone' ? 2 : 1);
      const { clips } = await tab.evaluate<Measured>(MEASURE);
      await tab.unroll();
      writeFileSync(join(docs, `answer-${name}.png`), await tab.picture(clips[README_SCENE]!));
    }
  });
});
