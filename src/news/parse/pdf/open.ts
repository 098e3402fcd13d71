import { getResolvedPDFJS } from 'unpdf';

import { ParseError } from '../masthead.ts';
import { foldSigns } from './fold.ts';
import { placed, type TextItem, type Transformation, turnOf } from './place.ts';
import type { Printed, PrintedPage } from './printed.ts';

/** In bytes. */
export const LARGEST_PDF = 20 * 1024 * 1024;
/** A whole Sunday paper; more is a book. */
export const MOST_PAGES = 200;
/** In UTF-16 units, of all pages: some ten novels. */
const MOST_TEXT = 5_000_000;

/**
 * The words of a PDF and where they stand. Nothing of it is run or fetched: no scripts, fonts, pictures or links.
 * What it takes is not bounded by its size: a few kilobytes of nested graphics states keep pdf.js 5.6 busy for
 * minutes, without a pause. Whoever reads what a stranger sent reads it in a thread that can be ended.
 *
 * @throws ParseError when it is no PDF, locked, broken or too large.
 */
export async function openPdf(bytes: Uint8Array): Promise<Printed> {
  if (bytes.length > LARGEST_PDF)
    throw new ParseError(
      `expected a PDF of at most ${LARGEST_PDF / 1024 / 1024} MB, got ${(Math.ceil((bytes.length / 1024 / 1024) * 10) / 10).toFixed(1)} MB. Print the pages of the article to a PDF of their own.`,
    );
  if (!looksLikePdf(bytes))
    throw new ParseError(
      'expected a PDF, got a file that does not begin with %PDF. Open it and save it as PDF again.',
    );
  const { getDocument }: PdfJs = await getResolvedPDFJS();
  // A copy: pdf.js empties the array that it is given.
  const loading = getDocument({ data: new Uint8Array(bytes), ...ALONE });
  try {
    return await readPrinted(await loading.promise);
  } catch (error) {
    throw error instanceof ParseError ? error : new ParseError(complaintAbout(error));
  } finally {
    await loading.destroy();
  }
}

/** Every way out of the file is closed, and warnings about its faults are not printed. */
const ALONE = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  stopAtErrors: false,
} as const;

/** Readers look for the mark in the first kilobyte: some programs write something before it. */
const looksLikePdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

/** What is used of pdf.js. unpdf imports its types without their endings, and so TypeScript does not find them. */
interface PdfJs {
  readonly getDocument: (from: typeof ALONE & { readonly data: Uint8Array }) => {
    readonly promise: Promise<Pdf>;
    readonly destroy: () => Promise<void>;
  };
}
interface Pdf {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
  readonly getMetadata: () => Promise<{ readonly info: { readonly Title?: unknown } }>;
}
interface PdfPage {
  /** In degrees, clockwise. */
  readonly rotate: number;
  readonly getViewport: (at: { readonly scale: number; readonly rotation: number }) => {
    readonly height: number;
    readonly transform: Transformation;
  };
  /** Marks of structure stand among the text. */
  readonly getTextContent: () => Promise<{ readonly items: readonly (TextItem | object)[] }>;
  readonly cleanup: () => void;
}

async function readPrinted(pdf: Pdf): Promise<Printed> {
  if (pdf.numPages > MOST_PAGES)
    throw new ParseError(
      `expected at most ${MOST_PAGES} pages, got ${pdf.numPages}. Print the pages of the article to a PDF of their own.`,
    );
  const pages: PrintedPage[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number);
    length += page.fragments.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_TEXT)
      throw new ParseError('expected an article, got more text than a library. Print its pages alone.');
    pages.push(page);
  }
  const title = await titleOf(pdf);
  return { pages, ...(title !== undefined && { title }) };
}

async function readPage(pdf: Pdf, number: number): Promise<PrintedPage> {
  const page = await pdf.getPage(number);
  try {
    const { items } = await page.getTextContent();
    const texts = items.filter((item) => 'str' in item);
    const shown = (turn: number) => page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
    const { height, transform } = shown(turnOf(texts, shown(0).transform));
    const fragments = texts.map((text) => placed(text, transform));
    return { height, fragments: fragments.filter((fragment) => fragment !== undefined) };
  } finally {
    page.cleanup();
  }
}

async function titleOf(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  return typeof info.Title === 'string' ? foldSigns(info.Title).trim() : undefined;
}

function complaintAbout(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return 'expected a PDF that anybody can open, got one with a password. Open it and print it to a PDF without one.';
  const what = error instanceof Error ? `: ${error.message.replace(/\s+/g, ' ').replace(/\.+$/, '')}` : '';
  return `expected a PDF that is whole, got a broken one${what}. Download it again, or open it and print it to a new PDF.`;
}
