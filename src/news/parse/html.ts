import type { Article } from '../article.ts';
import type { Contents } from './contents.ts';
import { ParseError } from './masthead.ts';

/** A newspaper's page → its article. */
export function parseHtml(_id: string, _contents: Contents): Article {
  throw new ParseError('web pages cannot be read yet');
}
