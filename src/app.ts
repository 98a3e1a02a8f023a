import { schedule } from 'node-cron';
import { takeNamedRole } from './access/access.flow.ts';
import { refusalMessage } from './access/access.view.ts';
import { claimCode, isWithoutAdministrator } from './access/claim.flow.ts';
import { type Introductions, introductions } from './access/introductions.slack.ts';
import { businessTime, enterWorkspace } from './access/member.store.ts';
import { setClockOffset } from './access/workspace.store.ts';
import { type Database, openDatabase } from './db/database.ts';
import { openHouse } from './db/house.ts';
import type { Purpose } from './db/keys.ts';
import { jobs, startEngine } from './engine.ts';
import { handlersOf } from './handlers.ts';
import { healthRoute } from './http/health.ts';
import { type HttpServer, startHttp } from './http/server.ts';
import { type Inbox, openInbox } from './inbox/inbox.flow.ts';
import type { Job } from './jobs/clock.ts';
import { rewindSchedules } from './jobs/job-page.store.ts';
import { type Closing, closing } from './lib/closing.ts';
import type { Log } from './lib/log.ts';
import type { Vault } from './lib/vault.ts';
import { resume } from './outbox/outbox.store.ts';
import { connectSlack, type SlackAccess, type SlackConnection } from './slack/connect.ts';
import type { SlackTokenRefused } from './slack/errors.ts';
import { listen } from './slack/listen.ts';
import { addDefaultOptions } from './templates/option.store.ts';

/** What the app is started with: the configuration, with the local Slack's address and tokens where there are none. */
export interface AppOptions {
  readonly access: SlackAccess;
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly encryptionKeys: readonly Buffer[];
  /** A database is used for the invented company or for a real workspace, never for both. */
  readonly purpose: Purpose;
  /** Prisma's `migrations` folder. */
  readonly migrations: string;
  readonly command: string;
  readonly port: number;
  readonly adminUserIds: readonly string[];
  readonly version: string;
  readonly log: Log;
  /** What runs by the clock: everything, unless said otherwise. */
  readonly jobs?: readonly Job[];
  /** Slack refuses the tokens from now on: say so, stop, exit non-zero. */
  readonly onFatal: (error: SlackTokenRefused) => void;
}

/** A running app. Disposing drains what is under way, then closes everything in reverse. */
export interface App extends AsyncDisposable {
  readonly workspaceId: string;
  readonly database: Database;
  readonly people: Introductions;
  /** Where the health page listens. */
  readonly port: number;
  /** Moves business time: milliseconds ahead of the database's clock. For the local Slack. */
  moveClock(milliseconds: number): Promise<void>;
}

/**
 * Builds and starts everything, top to bottom.
 * @throws EmbeddedUnavailable, DatabaseUnreachable, MigrationRefused, KeysRefused, SlackTokenRefused,
 *   SlackUnreachable, PortUnavailable
 */
export async function startApp(options: AppOptions): Promise<App> {
  const started = closing();
  try {
    return await start(options, started);
  } catch (error) {
    await started.closeAll();
    throw error;
  }
}

async function start(options: AppOptions, started: Closing): Promise<App> {
  const { access, log, command } = options;
  const house = await openHouse({ ...options, keys: options.encryptionKeys, log: log.info });
  started.defer(() => house.stop());
  const database = started.use(openDatabase({ url: house.url, vault: house.vault, enterWorkspace }));

  let inbox: Inbox | null = null;
  const connection = await connectSlack({
    access,
    log,
    onFatal: options.onFatal,
    intake: async (event, process) => inbox?.intake(event, process),
  });
  const workspaceId = await openWorkspace(database, connection);
  // Slack has just taken the token: what waited for that goes on.
  await database.inSystem(workspaceId, resume);
  const people = introductions({
    database,
    client: connection.clients.interactive,
    identity: connection.identity,
    workspaceId,
    administrators: options.adminUserIds,
    now: () => new Date(),
  });
  await seekAdministrator(database, people, { workspaceId, vault: house.vault }, options);
  const opened = openInbox({ inSystem: database.inSystem, workspaceOf: people.workspaceOf, vault: house.vault, log });
  inbox = opened;
  listen(connection.app, handlersOf(people, command, log), {
    clients: connection.clients,
    apiUrl: access.apiUrl,
    botUserId: connection.identity.botUserId,
    log,
    meet: people.meet,
    workspaceOf: people.workspaceOf,
    inWorkspace: database.inWorkspace,
    explain: refusalMessage,
  });
  const http = started.use(await openDoor(options, database, connection));
  await connection.start();
  started.defer(async () => {
    const isDrained = await connection.stop();
    if (!isDrained) log.warn('stopped with work still under way');
  });
  const engine = started.use(
    startEngine({ database, connection, workspaceId, command, jobs: options.jobs ?? jobs, log }),
  );
  let sweeping = swept(opened, workspaceId, connection, log);
  await sweeping;
  const sweep = (): Promise<void> => {
    sweeping = swept(opened, workspaceId, connection, log);
    return sweeping;
  };
  // Only a wake-up: what is due is decided by the rows.
  const clock = schedule('*/10 * * * * *', sweep, { timezone: 'UTC', noOverlap: true });
  started.defer(async () => {
    await clock.destroy();
    // One that is under way still needs the database.
    await sweeping;
  });

  return {
    workspaceId,
    database,
    people,
    port: http.port,
    async moveClock(milliseconds) {
      await database.inSystem(workspaceId, async (db) => {
        await setClockOffset(db, milliseconds);
        await rewindSchedules(db, workspaceId, await businessTime(db));
      });
      await engine.tick();
    },
    [Symbol.asyncDispose]: started.closeAll,
  };
}

/** The workspace that the bot token belongs to, with what every workspace begins with. */
async function openWorkspace(database: Database, { identity }: SlackConnection): Promise<string> {
  const workspaceId = await database.ensureWorkspace({ ...identity, name: identity.teamName });
  await database.inSystem(workspaceId, (db) => addDefaultOptions(db, workspaceId));
  return workspaceId;
}

/** A workspace without an administrator gets those whom the configuration names, or else a code to claim the role with. */
async function seekAdministrator(
  database: Database,
  people: Introductions,
  { workspaceId, vault }: { workspaceId: string; vault: Vault },
  { log, command, adminUserIds }: AppOptions,
): Promise<void> {
  const isVacant = await database.inSystem(workspaceId, isWithoutAdministrator);
  if (!isVacant) return;
  for (const slackUserId of adminUserIds) {
    try {
      await people.introduce(workspaceId, [slackUserId]);
      await database.inWorkspace({ workspaceId, slackUserId }, takeNamedRole);
    } catch (error) {
      log.warn('somebody whom ADMIN_USER_IDS names cannot administer', { id: slackUserId, error });
    }
  }
  const code = await database.inSystem(workspaceId, (db) => claimCode(db, vault.within(workspaceId)));
  if (code) log.warn(`There is no administrator yet. To become one, type in Slack: ${command} admin claim ${code}`);
}

function openDoor(
  { port, version, log }: AppOptions,
  database: Database,
  connection: SlackConnection,
): Promise<HttpServer> {
  const probes = {
    database: async () => {
      await database.probe();
      return { well: true, word: 'ok' };
    },
    slack: async () => {
      const word = connection.slackState();
      return { well: word === 'connected', word };
    },
  };
  return startHttp({ port, host: '0.0.0.0', log, routes: [healthRoute({ version, probes }), ...connection.routes] });
}

async function swept(inbox: Inbox, workspaceId: string, { process }: SlackConnection, log: Log): Promise<void> {
  try {
    await inbox.sweep(workspaceId, process);
  } catch (error) {
    log.error('the inbox could not be swept', { error });
  }
}
