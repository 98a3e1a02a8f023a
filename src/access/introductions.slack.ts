import type { WebClient } from '@slack/web-api';
import type { Database } from '../db/database.ts';
import type { Language } from '../i18n/language.ts';
import { call } from '../slack/errors.ts';
import type { Identity } from '../slack/identity.ts';
import type { ListenPorts, Met } from '../slack/ports.ts';
import { knownMember, writeProfile } from './introduction.flow.ts';
import type { MemberRow } from './member.ts';
import { languageOfMember, profileOf, type SlackUser } from './member.ts';

/** How long a person's language is remembered before the database is asked again, and a profile before Slack is. */
const rememberMs = 10_000;
const profileMs = 24 * 3_600_000;
/** How many people Slack is asked about at once. */
const atOnce = 5;

export interface Introductions {
  readonly meet: ListenPorts['meet'];
  readonly workspaceOf: ListenPorts['workspaceOf'];
  /** Asks Slack who these people are, where that is not known yet, and writes them down. */
  introduce(workspaceId: string, slackUserIds: readonly string[]): Promise<void>;
  /** Slack says that somebody's profile has changed. */
  refresh(user: SlackUser): Promise<void>;
  /** The person's language has just been chosen. */
  forget(slackUserId: string): void;
}

/** Knows the people of the one workspace that the bot token belongs to. Guests and outsiders are known too: as such. */
export function introductions(ports: {
  database: Pick<Database, 'inSystem'>;
  client: WebClient;
  identity: Pick<Identity, 'teamId' | 'enterpriseId'>;
  workspaceId: string;
  administrators: readonly string[];
  now: () => Date;
}): Introductions {
  const { database, client, identity, workspaceId, administrators, now } = ports;
  const remembered = new Map<string, { language: Language; until: number }>();

  const write = (user: SlackUser): Promise<MemberRow> =>
    database.inSystem(workspaceId, (db) => writeProfile(db, workspaceId, profileOf(user, identity), administrators));

  async function ask(slackUserId: string): Promise<MemberRow> {
    const { user } = await call(client.users.info({ user: slackUserId, include_locale: true }));
    return write({ ...(user as SlackUser), id: slackUserId });
  }

  async function lookUp(slackUserId: string): Promise<MemberRow> {
    const known = await database.inSystem(workspaceId, (db) => knownMember(db, slackUserId));
    if (!known) return ask(slackUserId);
    if (now().getTime() - known.seenAt.getTime() < profileMs) return known;
    // What is known is good enough to go on with when Slack does not answer.
    return ask(slackUserId).catch(() => known);
  }

  const isOurs = (team: { teamId: string | null; enterpriseId: string | null }): boolean =>
    (team.teamId !== null && team.teamId === identity.teamId) ||
    (team.enterpriseId !== null && team.enterpriseId === identity.enterpriseId);

  return {
    async meet(caller): Promise<Met | null> {
      if (!isOurs(caller)) return null;
      const { slackUserId } = caller;
      const kept = remembered.get(slackUserId);
      if (kept && kept.until > now().getTime()) return { workspaceId, slackUserId, language: kept.language };
      const member = await lookUp(slackUserId);
      const language = languageOfMember(member);
      remembered.set(slackUserId, { language, until: now().getTime() + rememberMs });
      return { workspaceId, slackUserId, language };
    },
    workspaceOf: async (team) => (isOurs(team) ? workspaceId : null),
    async introduce(_workspaceId, slackUserIds) {
      for (let at = 0; at < slackUserIds.length; at += atOnce)
        await Promise.all(slackUserIds.slice(at, at + atOnce).map(lookUp));
    },
    async refresh(user) {
      if (user.id === undefined) return;
      remembered.delete(user.id);
      const known = await database.inSystem(workspaceId, (db) => knownMember(db, user.id ?? ''));
      if (known) await write(user);
    },
    forget(slackUserId) {
      remembered.delete(slackUserId);
    },
  };
}
