import { extname } from 'node:path';
import { looksLikeFeed } from '../news/parse/feed/dialect.ts';
import { FORMATS, type Format, formatOfEnding, formatOfMediaType } from '../news/parse/formats.ts';

/** What is known of something that is to be read. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** Of its file name, or of the path of its address, with the dot. */
  readonly ending: string;
  /** What a server called it. */
  readonly mediaType?: string;
}

/**
 * The format of what came in. A feed is known by its first words, whatever it is called: servers send feeds as pages
 * and as plain XML. After that a server is believed, and of what it says nothing of, the ending and the first words.
 */
export function recognise({ bytes, ending, mediaType }: Arrival): Format | undefined {
  if (looksLikeFeed(bytes)) return named('a feed');
  const byEnding = formatOfEnding(ending);
  // Raw Markdown is sent as plain text.
  if (mediaType === 'text/plain' && byEnding?.name === 'Markdown') return byEnding;
  if (mediaType !== undefined) return formatOfMediaType(mediaType);
  return byEnding ?? byFirstWords(bytes);
}

function byFirstWords(bytes: Uint8Array): Format | undefined {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  if (opening.startsWith('%PDF-')) return named('PDF');
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|!--|\?xml)/i.test(opening)
    ? named('a web page')
    : undefined;
}

export const named = (name: string): Format | undefined => FORMATS.find((format) => format.name === name);

/** "Markdown, plain text, JSON, a web page, PDF or a feed". */
export const KNOWN = FORMATS.map(({ name }) => name)
  .join(', ')
  .replace(/, ([^,]*)$/, ' or $1');

/** Every media type that a server may answer with. */
export const ACCEPTED: readonly string[] = FORMATS.flatMap(({ mediaTypes }) => mediaTypes);

/** Whether a file has front matter, and can be written by us. */
export const isMarkdown = (file: string): boolean => formatOfEnding(extname(file))?.name === 'Markdown';

/** Every ending of a file that is looked for in a directory. */
export const ENDINGS: readonly string[] = FORMATS.flatMap(({ endings }) => endings);
