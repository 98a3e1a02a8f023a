// Copies the page's files that tsc does not make (HTML, CSS) to where the server serves them from.
import { copyFile, mkdir, readdir } from 'node:fs/promises';

const from = new URL('../src/playground/page/', import.meta.url);
const to = new URL('../dist/playground/page/', import.meta.url);

await mkdir(to, { recursive: true });
for (const name of await readdir(from)) {
  if (/\.(html|css)$/.test(name)) await copyFile(new URL(name, from), new URL(name, to));
}
