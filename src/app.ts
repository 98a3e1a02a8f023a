import type { KnownBlock } from '@slack/types';
import { schedule } from 'node-cron';
import { absenceHandlers } from './access/absence.slack.ts';
import { takeNamedRole } from './access/access.flow.ts';
import { accessHandlers } from './access/access.slack.ts';
import { refusalMessage } from './access/access.view.ts';
import { claimCode, isWithoutAdministrator } from './access/claim.flow.ts';
import { type Introductions, introductions } from './access/introductions.slack.ts';
import { enterWorkspace } from './access/member.store.ts';
import { peopleHandlers } from './access/people.slack.ts';
import { presenceHandlers } from './access/presence.slack.ts';
import { setClockOffset } from './access/workspace.store.ts';
import { accountFormHandlers } from './accounts/account-form.slack.ts';
import { accountNewHandlers } from './accounts/account-new.slack.ts';
import { cardHandlers } from './accounts/card.slack.ts';
import type { CardSection } from './accounts/card-wiring.ts';
import { changeStream } from './accounts/change-timeline.slack.ts';
import { contactHandlers } from './accounts/contact.slack.ts';
import { contactsSection } from './accounts/contact.view.ts';
import { paperHandlers } from './accounts/paper.slack.ts';
import type { PaperDrafts } from './accounts/paper-wiring.ts';
import { putBackHandlers } from './accounts/put-back.slack.ts';
import { timelineHandlers, timelineShower } from './accounts/timeline.slack.ts';
import type { TimelineStream } from './accounts/timeline-wiring.ts';
import { cadenceHandlers } from './cadence/cadence.slack.ts';
import { cadenceSection } from './cadence/cadence-card.slack.ts';
import { type Database, openDatabase } from './db/database.ts';
import { openHouse } from './db/house.ts';
import type { Purpose } from './db/keys.ts';
import { cardShower } from './desk/card.slack.ts';
import { commandHandlers } from './desk/command.slack.ts';
import { homeHandlers, showHome } from './desk/home.slack.ts';
import { pickHandlers } from './desk/pick.slack.ts';
import { keepDraft, settleDraft } from './drafts/draft.store.ts';
import { healthRoute } from './http/health.ts';
import { type HttpServer, startHttp } from './http/server.ts';
import { type Inbox, openInbox } from './inbox/inbox.flow.ts';
import { type Closing, closing } from './lib/closing.ts';
import type { Log } from './lib/log.ts';
import type { Vault } from './lib/vault.ts';
import { connectSlack, type SlackAccess, type SlackConnection } from './slack/connect.ts';
import type { SlackTokenRefused } from './slack/errors.ts';
import { goodbyeHandlers } from './slack/goodbye.ts';
import type { Gesture, Handler } from './slack/handler.ts';
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
    moveClock: (milliseconds) => database.inSystem(workspaceId, (db) => setClockOffset(db, milliseconds)),
    [Symbol.asyncDispose]: started.closeAll,
  };
}

/** The parts of the card, in the order in which they stand. */
const cardSections: readonly CardSection[] = [cadenceSection, contactsSection];

/** What an account's timeline is made of. */
const timelineStreams: readonly TimelineStream[] = [changeStream];

/** Every handler there is. */
export function handlersOf(
  people: Pick<Introductions, 'introduce' | 'forget' | 'refresh'>,
  command: string,
  log: Log,
): readonly Handler[] {
  const cards = cardShower(cardSections);
  const timelines = timelineShower(timelineStreams);
  const access = {
    command,
    introduce: people.introduce,
    languageChosen: people.forget,
    showHome: (gesture: Gesture, notice?: readonly KnownBlock[]) => showHome(gesture, command, notice && { notice }),
  };
  const drafts: PaperDrafts = { keep: keepDraft, settle: (work, id) => settleDraft(work, id, 'used') };
  const accounts = { ...cards, drafts, introduce: people.introduce };
  const desk = { command, sections: cardSections };
  return [
    ...accessHandlers(access),
    ...peopleHandlers(access),
    ...absenceHandlers(access),
    ...presenceHandlers(people),
    ...accountNewHandlers(accounts),
    ...accountFormHandlers(accounts),
    ...cardHandlers(accounts),
    ...contactHandlers(),
    ...paperHandlers(accounts),
    ...timelineHandlers(timelines),
    ...putBackHandlers(timelines),
    ...cadenceHandlers({ ...access, ...cards }),
    ...commandHandlers(desk, { ...cards, ...timelines }),
    ...homeHandlers(desk, cards),
    ...pickHandlers({ ...cards, ...timelines }),
    ...goodbyeHandlers(log),
  ];
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
