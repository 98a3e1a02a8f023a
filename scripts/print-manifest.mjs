// The Slack CLI reads a manifest as JSON alone; manifest.yml is the one that people edit.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const manifest = parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'));
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
