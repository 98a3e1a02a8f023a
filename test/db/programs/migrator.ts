// Migrates the database argv[2] with the folder argv[3] and says what it does, line by line.
import { migrate } from '../../../src/db/migrate.ts';

const [, , url = '', directory = ''] = process.argv;
const say = (line: string) => process.stdout.write(`${line}\n`);
const { applied } = await migrate({ url, directory, log: say });
say(`done: ${applied.length}`);
