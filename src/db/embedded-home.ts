import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Where everything that belongs to one embedded server lies. Absolute paths. */
export interface EmbeddedHome {
  /** Postgres' own data directory. */
  readonly data: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  /** The port of the last start, kept so that tools which were pointed at it go on working. */
  readonly port: string;
  /** What the server says. */
  readonly log: string;
  /** Held while the server is being made, started, joined or left. */
  readonly lock: string;
  /** The named pipe that every process using the server keeps open for writing. */
  readonly users: string;
  /** The name of the user whom the supervisor counted last. */
  readonly joined: string;
  /** Copies of the data directory, made before a migration. */
  readonly copies: string;
}

/** Makes the folder if it is new. Symbolic links are followed, so that one server has one name. */
export function openHome(directory: string): EmbeddedHome {
  // Others may pass through it, not look into it: where root cannot have a user namespace, `nobody` runs the server.
  mkdirSync(path.resolve(directory), { recursive: true, mode: 0o711 });
  const root = realpathSync(path.resolve(directory));
  const at = (name: string) => path.join(root, name);
  return {
    data: at('data'),
    password: at('password'),
    port: at('port'),
    log: at('server.log'),
    lock: at('lock'),
    users: at('users'),
    joined: at('joined'),
    copies: at('copies'),
  };
}
