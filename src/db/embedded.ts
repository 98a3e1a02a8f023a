import { closeSync } from 'node:fs';
import { type Binaries, findBinaries } from './embedded-binaries.ts';
import { ensureDatabase, untilAnswers, urlOf } from './embedded-connect.ts';
import { type EmbeddedHome, openHome } from './embedded-home.ts';
import { initialise } from './embedded-initialise.ts';
import { exclusively } from './embedded-lock.ts';
import { asOrdinaryUser } from './embedded-owner.ts';
import { keptPort } from './embedded-port.ts';
import { untilStopped } from './embedded-postmaster.ts';
import { supervise } from './embedded-supervise.ts';
import { joinUsers, leaveUsers } from './embedded-users.ts';

export interface EmbeddedServer {
  /** Connects to the database as its superuser. Holds the password. */
  readonly url: string;
  /** Lets go of the server; when nobody else uses it, resolves after it has shut down. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Made if it is not there. */
  readonly database: string;
  /** More arguments for `postgres`, such as `-c`, `fsync=off`. Count only for the process that starts the server. */
  readonly flags?: readonly string[];
  readonly log: (line: string) => void;
}

/**
 * A real Postgres in a directory of its own, shared by every process that opens that directory. It is restarted when
 * it crashes and stops when its last user is gone, killed ones included.
 *
 * Throws `EmbeddedUnavailable` where it cannot run.
 */
export async function startEmbedded(directory: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const binaries = findBinaries();
  const home = openHome(directory);
  return exclusively(home.lock, async () => {
    const held = (await joinUsers(home)) ?? (await launch(home, binaries, options));
    try {
      await untilAnswers(home);
      await ensureDatabase(home, options.database);
    } catch (error) {
      closeSync(held);
      throw error;
    }
    return { url: urlOf(home, options.database), stop: stopper(home, held) };
  });
}

async function launch(home: EmbeddedHome, binaries: Binaries, { flags = [], log }: EmbeddedOptions): Promise<number> {
  initialise(home, binaries);
  await untilStopped(home.data, { tell: true });
  const port = await keptPort(home.port);
  log(`Starting the built-in database in ${home.data} on port ${port}`);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // A statement or the detail of an error can hold personal data.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ].flatMap((setting) => ['-c', setting]);
  const command = [...asOrdinaryUser(home.data), binaries.postgres, '-D', home.data, ...settings, ...flags];
  const { held, supervisor } = await supervise(home, command);
  try {
    await untilAnswers(home, () => supervisor.exitCode !== null || supervisor.signalCode !== null);
  } catch (error) {
    closeSync(held);
    throw error;
  }
  return held;
}

function stopper(home: EmbeddedHome, held: number): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = () =>
    exclusively(home.lock, async () => {
      if (leaveUsers(home, held)) await untilStopped(home.data, { tell: false });
    });
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
