import { expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { covers, type Span } from '../../src/news/article.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import type { Action, Block, ComparisonBlock, PassageBlock, QuotationBlock, Reply } from '../../src/reply.ts';
import { ENGLISH } from '../../src/words/english.ts';
import type { Words } from '../../src/words/words.ts';

type Options = Readonly<Record<string, string | number>>;

/** Everybody asks for the first time, unless a test says otherwise. */
let nobodyYet = 0;

export async function replyTo(
  newsroom: Newsroom,
  name: string,
  options: Options = {},
  conversation = `somebody ${nobodyYet++}`,
  words: Words = ENGLISH,
): Promise<Reply> {
  return commands.find((command) => command.name === name)!.run(newsroom, options, { conversation, words });
}

export const passagesIn = ({ blocks }: Reply): readonly PassageBlock[] =>
  blocks.filter((block) => block.kind === 'passage');
export const comparisonsIn = ({ blocks }: Reply): readonly ComparisonBlock[] =>
  blocks.filter((block) => block.kind === 'comparison');
export const quotationsIn = ({ blocks }: Reply): readonly QuotationBlock[] =>
  blocks.filter((block) => block.kind === 'quotation');

/** The words that a reply shows as an article's own. */
export const shownIn = (reply: Reply): readonly string[] =>
  passagesIn(reply).map(({ article, span }) => article.text.slice(span.start, span.end));
export const boldIn = (reply: Reply): readonly string[] =>
  passagesIn(reply).flatMap(({ article, answers }) =>
    answers.map(({ start, end }) => article.text.slice(start, end)),
  );
export const notesIn = ({ blocks }: Reply): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
export const listsIn = ({ blocks }: Reply) => blocks.filter((block) => block.kind === 'list');

/** The first law: whatever is shown as the news is a slice of an article that the newsroom holds. */
export function expectOwnWords(newsroom: Newsroom, reply: Reply): void {
  for (const block of reply.blocks) {
    if (block.kind === 'note' || block.kind === 'list') continue;
    expect(newsroom.articles).toContain(block.article);
    const whole = { start: 0, end: block.article.text.length };
    for (const span of spansOf(block)) {
      expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
      expect(span.end).toBeGreaterThan(span.start);
      expect(covers(whole, span)).toBe(true);
    }
    if (block.kind === 'passage') expectWellMarked(block);
  }
}

function expectWellMarked({ article, span, answers, heading }: PassageBlock): void {
  let at = span.start;
  for (const answer of answers) {
    expect(covers(span, answer)).toBe(true);
    expect(answer.start).toBeGreaterThanOrEqual(at);
    at = answer.end;
  }
  const section = article.sections.find(({ paragraphs }) =>
    paragraphs.some((paragraph) => paragraph.start <= span.start && span.start < paragraph.end),
  );
  expect(heading).toEqual(section?.heading ?? null);
}

function spansOf(block: PassageBlock | QuotationBlock | ComparisonBlock): readonly Span[] {
  if (block.kind === 'comparison')
    return [...block.shown, ...block.runs.flatMap((run) => (run.kind === 'added' ? [] : [run.span]))];
  if (block.kind === 'passage')
    return [block.span, ...block.answers, ...(block.heading === null ? [] : [block.heading])];
  const { spans, speaker, cue, venue } = block.quotation;
  return [...spans, speaker?.name, speaker?.mention, speaker?.role, cue, venue].filter(
    (span) => span !== null && span !== undefined,
  );
}

/** The fourth law: a button is a call that its command accepts as its options are defined. */
export function expectCallable(action: Action): void {
  if (action.kind === 'link') {
    expect(new URL(action.url).protocol).toMatch(/^https?:$/);
    return;
  }
  expect(action.label.length).toBeLessThanOrEqual(38);
  const command = commands.find(({ name }) => name === action.command);
  expect(command).toBeDefined();
  for (const [name, definition] of Object.entries(command!.options))
    if (definition.required === true) expect(Object.keys(action.options)).toContain(name);
  for (const [name, value] of Object.entries(action.options)) {
    const definition = command!.options[name]!;
    if (definition.type !== 'integer') {
      expect(typeof value).toBe('string');
      const most = definition.type === 'text' ? definition.maxLength : undefined;
      expect(String(value).length).toBeLessThanOrEqual(most ?? 6_000);
    } else {
      expect(Number.isInteger(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(definition.min ?? Number.NEGATIVE_INFINITY);
      expect(value).toBeLessThanOrEqual(definition.max ?? Number.POSITIVE_INFINITY);
    }
  }
}

/** Presses a button of a reply; undefined when there is none of that label. */
export function press(newsroom: Newsroom, reply: Reply, label: string): Promise<Reply> | undefined {
  const action = reply.actions.find((one) => one.kind === 'command' && one.label === label);
  return action?.kind === 'command' ? replyTo(newsroom, action.command, action.options) : undefined;
}

export const kindsOf = ({ blocks }: Reply): readonly Block['kind'][] => blocks.map(({ kind }) => kind);
