import type { ArticleId } from '../news/article.ts';
import { isSame, type Mark } from './claims.ts';
import type { Problem } from './problems.ts';

interface Failure {
  readonly files: readonly Mark[];
  readonly problem: Problem;
  /** ms since 1970. */
  readonly at: number;
  /** ms. */
  readonly pause: number;
}

const FIRST_PAUSE_MS = 1_000;
/** A file on which its reader takes ten seconds each time costs a sixtieth of a core. */
const LONGEST_PAUSE_MS = 600_000;

/** Files that could not be read for a reason that may pass: they are read again after growing pauses. */
export function createPostponed(now: () => number) {
  const failures = new Map<ArticleId, Failure>();
  return {
    isResting(id: ArticleId, files: readonly Mark[]): boolean {
      const failure = failures.get(id);
      // A clock that is set back makes nobody wait.
      return (
        failure !== undefined && isSame(failure.files, files) && Math.abs(now() - failure.at) < failure.pause
      );
    },
    isTold: (id: ArticleId, { file, message }: Problem): boolean => {
      const told = failures.get(id)?.problem;
      return told?.file === file && told.message === message;
    },
    put(id: ArticleId, files: readonly Mark[], problem: Problem): void {
      const before = failures.get(id);
      const pause =
        before !== undefined && isSame(before.files, files)
          ? Math.min(2 * before.pause, LONGEST_PAUSE_MS)
          : FIRST_PAUSE_MS;
      failures.set(id, { files, problem, at: now(), pause });
    },
    delete: (id: ArticleId): boolean => failures.delete(id),
    /** Forgets those whose files are gone. */
    keep(claims: ReadonlyMap<ArticleId, unknown>): void {
      for (const id of failures.keys()) if (!claims.has(id)) failures.delete(id);
    },
    problems: (): readonly Problem[] => Array.from(failures.values(), ({ problem }) => problem),
  };
}
