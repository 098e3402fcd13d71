import { basename, extname, join, relative } from 'node:path';
import type { ArticleId } from '../news/article.ts';
import { type ArticleFormat, FORMATS, formatOfEnding } from '../news/parse/formats.ts';
import type { Listed, Listing } from './listing.ts';
import { type Problem, problemFrom } from './problems.ts';

/** As much of a file as tells whether it is still the same. */
export type Mark = Pick<Listed, 'path' | 'stamp'>;

/** The files that would be one article, in their order: the first that can be read is. */
export type Claim = readonly (Listed & { readonly format: ArticleFormat })[];

export function claimsIn({ files, closed }: Listing, directory: string) {
  const claims = new Map<ArticleId, Claim>();
  const problems: Problem[] = closed.map(({ path, error }) => problemFrom(error, path));
  const passedOver: string[] = [];
  for (const file of files) {
    const format = formatOfEnding(extname(file.path));
    const id = basename(file.path, extname(file.path));
    if (format?.holds === 'article') claims.set(id, [...(claims.get(id) ?? []), { ...file, format }]);
    else passedOver.push(file.path);
  }
  const meant = claims.size === 0 ? passedOver : passedOver.filter((path) => WRITTEN.test(path));
  if (meant.length > 0) problems.push(notRead(directory, meant));
  return { claims, problems };
}

export const isClosed = (files: readonly Mark[], { closed }: Listing): boolean =>
  files.some((file) =>
    closed.some(({ path }) => file.path === path || file.path.startsWith(join(path, '/'))),
  );

export const isSame = (before: readonly Mark[] | undefined, files: readonly Mark[]): boolean =>
  before?.length === files.length &&
  files.every(({ path, stamp }, at) => before[at]?.path === path && before[at]?.stamp === stamp);

export const nameTaken = ({ path }: Listed, other: Listed, id: ArticleId, directory: string): Problem => ({
  file: path,
  message: `expected a name of its own: ${relative(directory, other.path)} is “${id}” already. Rename one of them.`,
});

/** What somebody may have put there for an article, as they hardly have a picture. */
const WRITTEN = /\.(?:docx?|odt|rtf|epub|pages|mhtml?|xml|rss|atom|csv|ya?ml)$/i;

/** The endings of what is read from a directory. */
const READ_HERE = FORMATS.flatMap(({ holds, endings }) => (holds === 'article' ? endings : []));

function notRead(directory: string, files: readonly string[]): Problem {
  const endings = [...new Set(files.map((file) => extname(file) || 'no ending'))].slice(0, 5).join(', ');
  return {
    file: directory,
    message: `expected articles that end in ${READ_HERE.join(', ')}; got ${files.length === 1 ? '1 file' : `${files.length} files`} with ${endings}.`,
  };
}
