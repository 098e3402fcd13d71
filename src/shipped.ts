import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The package.json that comes with the program, wherever this is run from. */
const PACKAGE = createRequire(import.meta.url).resolve('#package');

/** The articles that come with the program. */
export const SHIPPED_CORPUS = join(dirname(PACKAGE), 'corpus');

/** The program's own: `1.2.3`. */
export function version(): string {
  const found: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
  throw new Error('package.json has no version');
}
