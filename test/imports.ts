import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** A file of ours and what it says. */
export interface SourceFile {
  /** From the root of the repository: `src/news/article.ts`. */
  readonly path: string;
  readonly source: string;
}

export interface Import {
  readonly file: string;
  /** As it is written. */
  readonly specifier: string;
  /** The path of one of our files, the name of a package, or `node:…`. */
  readonly target: string;
  readonly kind: 'ours' | 'package' | 'node';
  readonly how: 'type' | 'static' | 'dynamic' | 'required';
}

const STATIC = /\b(?:import|export)\s+(type\s)?(?:[^'"`;()]*?\bfrom\s*)?['"]([^'"]+)['"]/g;
const DYNAMIC = /\bimport\(\s*([^)]*?)\s*,?\s*\)/g;
const REQUIRED =
  /\b(?:require(?:\.resolve)?|createRequire\([^()]*(?:\([^()]*\))?[^()]*\)(?:\.resolve)?)\(\s*([^)]*?)\s*\)/g;
const LITERAL = /^(['"`])([^'"`$]+)\1$/;

/** Every module that a file imports: by statement, by `import()`, or by a `require` that it made itself. */
export function importsOf({ path, source }: SourceFile): readonly Import[] {
  const code = withoutComments(source);
  const found: Import[] = [];
  for (const [, type, specifier] of code.matchAll(STATIC))
    found.push(imported(path, specifier!, type === undefined ? 'static' : 'type'));
  for (const [pattern, how] of [
    [DYNAMIC, 'dynamic'],
    [REQUIRED, 'required'],
  ] as const)
    for (const [, argument = ''] of code.matchAll(pattern)) {
      // What is computed could be anything: it is reported as it stands and no law will know it.
      const specifier = LITERAL.exec(argument)?.[2] ?? `computed: ${argument}`;
      found.push(imported(path, specifier, how));
    }
  return found;
}

/** Comments may speak of any module. Only whole lines: a `//` inside a line may be an address. */
const withoutComments = (source: string): string =>
  source.replace(/^\s*(?:\/\/.*|\/\*\*?(?:[^*]|\*(?!\/))*\*\/)$/gm, '');

function imported(file: string, specifier: string, how: Import['how']): Import {
  if (/^\.\.?\//.test(specifier))
    return { file, specifier, target: posix.join(posix.dirname(file), specifier), kind: 'ours', how };
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return { file, specifier, target: `node:${specifier.replace(/^node:/, '')}`, kind: 'node', how };
  const parts = specifier.split('/');
  const target = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
  return { file, specifier, target, kind: 'package', how };
}
