import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/news/parse/html.ts';
import { paragraphsOf } from './shape.ts';

const FIRST =
  'Ålmo was her name, and nobody in the harbour of Port Amberley ever knew why she had been given it.';
const SECOND =
  'She sank on Monday at her pier, the harbour master said, with nobody on board but a cat and its owner.';

const page = (meta: string): string =>
  `<!doctype html><html><head>${meta}<title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1><p>${FIRST}</p><p>${SECOND}</p></article></body></html>`;

describe('the encoding of a web page that says something else', () => {
  it('is UTF-8 where its letters are, whatever the page and its server say', () => {
    const bytes = new TextEncoder().encode(page('<meta charset="iso-8859-1">'));
    expect(paragraphsOf(parseHtml('a', { bytes, charset: 'windows-1252' }))).toEqual([FIRST, SECOND]);
  });

  it('is UTF-16 where its first two letters are, without a mark', () => {
    const bytes = new Uint8Array(Buffer.from(page('<meta charset="utf-8">'), 'utf16le'));
    for (const one of [bytes, new Uint8Array(Buffer.from(bytes).swap16())])
      expect(paragraphsOf(parseHtml('a', { bytes: one }))).toEqual([FIRST, SECOND]);
  });
});
