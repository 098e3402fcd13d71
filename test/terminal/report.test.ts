import { describe, expect, test } from 'vitest';
import { type Judgement, measure, misses } from '../../src/terminal/measures.ts';
import { reportPage } from '../../src/terminal/report.ts';
import { html } from '../../src/terminal/report-html.ts';

interface Case {
  readonly question?: string;
  readonly gold: readonly string[];
  readonly said: readonly string[];
  readonly confidence: number;
  readonly kind?: string;
}

const judged = ({ question = 'what?', gold, said, confidence, kind }: Case): Judgement => {
  const sentence = (text: string) => ({ text, article: 'a', start: 0, end: text.length });
  const answered = confidence >= 0.5;
  return {
    row: { turns: [question], gold, ...(kind !== undefined && { kind }) },
    said: {
      question,
      understood: question,
      answered,
      answer: answered ? sentence(said[0] ?? '') : null,
      confidence,
      reason: null,
      evidence: said.map((text) => ({ ...sentence(text), score: 1 })),
      ms: 1,
    },
  };
};

const pageOf = (cases: readonly Case[], set = 'set.jsonl'): string => {
  const judgements = cases.map(judged);
  return reportPage({
    set,
    articles: 1,
    date: '2025-03-04',
    judgements,
    measures: measure(judgements),
    misses: misses(judgements),
  });
};

const MIXED: readonly Case[] = [
  { gold: ['right'], said: ['right'], confidence: 0.9, kind: 'what' },
  { gold: ['right'], said: ['Something else.', 'right'], confidence: 0.7, kind: 'who' },
  { gold: ['right'], said: ['Nearly.', 'no'], confidence: 0.3, kind: 'who' },
  { gold: [], said: ['Not this.'], confidence: 0.8, kind: 'unanswerable' },
  { gold: [], said: ['no'], confidence: 0.1, kind: 'unanswerable' },
];

/** Each element that is opened is closed in its order; SVG's shapes close themselves. */
function expectWellFormed(page: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', closed] of page
    .replace(/<style>.*?<\/style>/s, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s+[a-z-]+="[^"<>]*"|\s+open)*\s*(\/?)>/gi)) {
    if (/^(?:meta|br)$/.test(name) || closed === '/') continue;
    if (closing === '') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  expect(page.replace(/<style>.*?<\/style>/s, '').match(/<(?!\/?[a-z!])/g)).toBeNull();
}

describe('the page', () => {
  test('is well formed and shows its parts', () => {
    const page = pageOf(MIXED);
    expectWellFormed(page);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).toContain('5 questions (3 answerable, 2 not) over 1 article');
    expect(page).toContain('By kind of question');
    expect(page).toContain('3 misses');
    expect(page).toContain('number 2 of the evidence');
  });

  test('loads nothing and runs nothing: no URL, no script, and a policy that forbids both', () => {
    const page = pageOf(MIXED);
    expect(page).not.toMatch(/https?:|\/\/|url\(|@import|src=|href=|<script|<link|<iframe|\son\w+=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('is for light and dark rooms and for narrow screens', () => {
    const page = pageOf(MIXED);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('name="viewport"');
  });

  test('shows hostile text as text', () => {
    const hostile = `</style><script>alert("1")</script><img src=x onerror='a()'>&amp;\u0000\u001b[31m\u202e\ud800`;
    const cases = [
      {
        question: hostile,
        gold: [hostile],
        said: [`no ${hostile.slice(3)}`],
        confidence: 0.9,
        kind: hostile,
      },
      { question: hostile, gold: [hostile], said: ['near <b>'], confidence: 0.2 },
    ];
    const page = pageOf(cases, hostile);
    expectWellFormed(page);
    expect(page).not.toMatch(/<script|<img|<b>near|near <b>/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)');
    expect(page).toContain('&amp;amp;');
    expect(page).not.toMatch(/[\u0000\u001b\u202e\ud800]/);
  });

  test.each<readonly [string, readonly Case[], number]>([
    ['no question', [], 2],
    ['only unanswerable questions', [{ gold: [], said: ['no'], confidence: 0.7 }], 2],
    ['nothing answered', [{ gold: ['x'], said: ['no'], confidence: 0.1 }], 2],
    ['nothing found', [{ gold: ['x'], said: [], confidence: 0 }], 2],
    ['no miss', [{ gold: ['x'], said: ['x'], confidence: 1 }], 2],
  ])('stands with %s', (_name, cases, charts) => {
    const page = pageOf(cases);
    expectWellFormed(page);
    expect(page.match(/<svg /g)).toHaveLength(charts);
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('draws a line even where all confidences are alike', () => {
    const alike = Array.from({ length: 20 }, (_, at) => ({
      gold: ['x'],
      said: [at % 2 ? 'x' : 'no'],
      confidence: 0.5,
    }));
    const points = /class="curve" points="([^"]*)"/.exec(pageOf(alike))?.[1]?.split(' ') ?? [];
    expect(new Set(points).size).toBe(2);
    expect(new Set(points.map((point) => point.split(',')[1])).size).toBe(1);
  });

  test('draws large sets with no more points than can be seen', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({
      gold: at % 3 === 0 ? [] : ['x'],
      said: ['x'],
      confidence: at / 5_000,
    }));
    const drawn = [...pageOf(many).matchAll(/points="([^"]*)"/g)].map(([, points = '']) => points.split(' '));
    expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThanOrEqual(301);
  });
});

describe('misses', () => {
  test('stand in groups, the surest first', () => {
    const page = pageOf([
      ...MIXED,
      { question: 'surer?', gold: ['right'], said: ['Wrong again.'], confidence: 0.99 },
    ]);
    const places = [
      'A wrong sentence: 2',
      'surer?',
      'Something else.',
      'Silent, though the articles say: 1',
      'Nearly.',
      'Answered, though the articles do not say: 1',
      'Not this.',
    ].map((words) => page.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

test('a template escapes what is put into it, but not its own kind', () => {
  const inner = html`<b>${'<&>'}</b>`;
  expect(html`<p title="${'"'}">${inner}${[inner, inner]}${3}</p>`.markup).toBe(
    `<p title="&quot;">${'<b>&lt;&amp;&gt;</b>'.repeat(3)}3</p>`,
  );
});
