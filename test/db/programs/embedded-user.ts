// Uses the embedded server of the directory in argv[2] until it is killed, or until its standard input ends.
import { startEmbedded } from '../../../src/db/embedded.ts';

const [, , directory = ''] = process.argv;
const server = await startEmbedded(directory, { database: 'app', flags: ['-c', 'fsync=off'], log: () => {} });
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => void server.stop());
