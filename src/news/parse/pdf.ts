import type { Article } from '../article.ts';
import type { Contents } from './contents.ts';
import { ParseError } from './masthead.ts';

/** A PDF with text in it → its article. */
export async function parsePdf(_id: string, _contents: Contents): Promise<Article> {
  throw new ParseError('PDF cannot be read yet');
}
