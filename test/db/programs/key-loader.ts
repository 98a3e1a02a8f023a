// Loads the keys of the home folder argv[2] and prints the first.
import { loadKeys } from '../../../src/db/keys.ts';

const [, , home = ''] = process.argv;
process.stdout.write(`${loadKeys({ home, fromEnv: [] })[0]?.toString('base64')}\n`);
