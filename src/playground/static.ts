import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer | string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** Preact's ES modules, by the name they have under `/modules/`. */
const MODULES: Readonly<Record<string, string>> = {
  'preact.js': 'dist/preact.mjs',
  'preact-hooks.js': 'hooks/dist/hooks.mjs',
  'preact-jsx-runtime.js': 'jsx-runtime/dist/jsxRuntime.mjs',
};

/** A file of the page, or nothing; never one outside its folder. `/` is its `index.html`. */
export async function pageFile(pageDir: string, path: string): Promise<StaticFile | undefined> {
  const name = normalize(join(pageDir, path === '/' ? 'index.html' : decodeURIComponent(path)));
  const type = TYPES[extname(name)];
  if (!type || !name.startsWith(normalize(pageDir) + sep)) return undefined;
  const body = await readFile(name).catch(() => undefined);
  return body && { type, body };
}

/** One of Preact's modules for a browser; the bare name `preact` in it becomes a path. */
export async function preactModule(name: string): Promise<StaticFile | undefined> {
  const path = MODULES[name];
  if (!path) return undefined;
  const home = dirname(createRequire(import.meta.url).resolve('preact/package.json'));
  const source = await readFile(join(home, path), 'utf8');
  return { type: TYPES['.js'] ?? '', body: source.replace(/(from\s*)(["'])preact\2/g, '$1$2/modules/preact.js$2') };
}
