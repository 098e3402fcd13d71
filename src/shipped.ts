import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The package.json that comes with the program, wherever this is run from. */
export const PACKAGE = createRequire(import.meta.url).resolve('#package');

/** The articles that come with the program. */
export const SHIPPED_CORPUS = join(dirname(PACKAGE), 'corpus');
