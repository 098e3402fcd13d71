import { expect } from 'vitest';
import { paragraphsOf } from '../shape.ts';
import { read } from './read.ts';

/* A story of three paragraphs, and what may stand around and between them. */

export const FIRST =
  'The ferry Saint Elmo sank in the harbour of Port Amberley on Monday, an hour after the last passenger had left her.';
export const SECOND =
  'Nobody was hurt, the harbour master said, but the mail, a piano and nine crates of tea are lost for good.';
export const LAST = 'Divers will look for the piano on Friday, if the weather holds.';
export const STORY = `<p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p>`;

export const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Ferry sinks in harbour</title>${head}</head><body><article><h1>Ferry sinks in harbour</h1><div class="text">${body}</div></article></body></html>`;

/** What is read of it between two paragraphs of a story. */
export const between = (html: string): readonly string[] => {
  const all = paragraphsOf(read(pageOf(`<p>${FIRST}</p><p>${SECOND}</p>${html}<p>${LAST}</p>`)));
  expect(all.slice(0, 2)).toEqual([FIRST, SECOND]);
  expect(all.at(-1)).toBe(LAST);
  return all.slice(2, -1);
};
