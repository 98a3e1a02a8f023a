import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import of a file, as far as it says what depends on what. */
export interface Import {
  /** A path from the repository's root for our own files, else the package's name. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}

/** A source file, read without a compiler: TypeScript 7 has no API, and our formatter leaves one shape of import. */
export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly imports: readonly Import[];
  /** The text without its comments. */
  readonly code: string;
}

/** Every TypeScript file below these folders, generated ones left out. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/db/generated/'))
    .sort()
    .map((path) => parseSource(path, readFileSync(path, 'utf8')));
}

export function parseSource(path: string, text: string): Source {
  return { path, lines: text.trimEnd().split('\n'), imports: importsOf(path, text), code: withoutComments(text) };
}

/** `import … from '…'`, `export … from '…'`, `import '…'` at the start of a line, and `import('…')` anywhere. */
const statement = /^(?:import|export)\s+((?:[\w$\s{},*]+?\s+from\s+)?)'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(([, names = '', named, dynamic]) => {
    const to = named ?? dynamic ?? '';
    const isOurs = to.startsWith('.');
    return { to: isOurs ? normalize(join(dirname(path), to)) : packageOf(to), isOurs, isTypeOnly: isTypes(names) };
  });
}

/** `type { A, B }` and `{ type A, type B }`: nothing is left of it when the program runs. */
function isTypes(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const listed = /^\{([^}]*)\}\s+from\s+$/.exec(names)?.[1] ?? '';
  const each = listed.split(',').filter((name) => name.trim() !== '');
  return each.length > 0 && each.every((name) => /^\s*type\s/.test(name));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Good enough for looking for names: a comment that begins inside a string would be taken for one. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
