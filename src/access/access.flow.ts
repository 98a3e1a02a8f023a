import { record } from '../audit/audit.store.ts';
import { changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import { enqueue } from '../outbox/outbox.store.ts';
import { type Role, roles } from './actor.ts';
import { isClaimCode } from './claim.ts';
import { administrators, findMember, lockMembers, membersById, updateMember } from './member.store.ts';
import type { MemberRow } from './member.ts';
import { authorise } from './policy.ts';
import { moveToTeam } from './team.flow.ts';
import { findTeam } from './team.store.ts';
import { setClaimDigest, workspaceSettings } from './workspace.store.ts';

export type Asked = { readonly state: 'asked' | 'already-in' | 'already-asked' | 'no-administrator' };

/** Notes that the actor wants to be let in, and tells the administrators. */
export async function askForAccess(work: Work): Promise<Asked> {
  authorise(work.actor, 'access.ask');
  if (work.actor.roles.length > 0) return { state: 'already-in' };
  const { memberId } = work.actor;
  const me = await findMember(work.db, work.actor.slackUserId);
  if (me?.askedAt) return { state: 'already-asked' };
  const told = await administrators(work.db);
  if (told.length === 0) return { state: 'no-administrator' };
  await updateMember(work.db, memberId, { askedAt: work.now });
  await record(work, { verb: 'access.asked', subject: 'member', subjectId: memberId });
  for (const target of told)
    await enqueue(work, { key: keyOf(work, 'asked', target), kind: 'access.asked', refs: { memberId }, target });
  return { state: 'asked' };
}

/** One notice a person for each operation. */
const keyOf = ({ operationId }: Work, what: string, target: string): string =>
  `access.${what}:${operationId}:${target}`;

export type Granted =
  | { readonly ok: true; readonly members: readonly MemberRow[] }
  | { readonly ok: false; readonly problem: 'last-administrator' | 'not-a-colleague' | 'no-such-team' | 'nobody' };

/**
 * Sets the roles (and the team, when one is given) of one or many people. Guests and people of other companies get
 * none; the last administrator keeps the role, or nobody could give it back.
 */
export async function setRoles(
  work: Work,
  memberIds: readonly string[],
  change: { roles?: readonly Role[]; teamId?: string },
): Promise<Granted> {
  authorise(work.actor, 'people.manage');
  await lockMembers(work.db, memberIds);
  const members = await membersById(work.db, memberIds);
  if (members.length === 0) return { ok: false, problem: 'nobody' };
  if (members.some((member) => member.kind !== 'full')) return { ok: false, problem: 'not-a-colleague' };
  if (change.teamId && !(await findTeam(work.db, change.teamId))) return { ok: false, problem: 'no-such-team' };
  if (change.roles && !change.roles.includes('administrator') && (await noneLeft(work, members)))
    return { ok: false, problem: 'last-administrator' };
  if (change.roles) for (const member of members) await giveRoles(work, member, inOrder(change.roles));
  if (change.teamId) await moveToTeam(work, members, change.teamId);
  return { ok: true, members: await membersById(work.db, memberIds) };
}

async function noneLeft(work: Work, members: readonly MemberRow[]): Promise<boolean> {
  const ids = await administrators(work.db);
  return ids.every((id) => members.some((member) => member.slackUserId === id));
}

async function giveRoles(work: Work, member: MemberRow, given: readonly Role[]): Promise<void> {
  await updateMember(work.db, member.id, { roles: given, askedAt: null });
  if (member.askedAt && given.length > 0) await answer(work, 'granted', member);
  const changes = changesBetween({ roles: inOrder(member.roles) }, { roles: given });
  if (Object.keys(changes).length === 0) return;
  await record(work, { verb: 'roles.changed', subject: 'member', subjectId: member.id, changes });
}

/** Whoever asked is told what came of it. */
const answer = (work: Work, what: 'granted' | 'declined', { slackUserId: target }: MemberRow): Promise<void> =>
  enqueue(work, { key: keyOf(work, what, target), kind: `access.${what}`, refs: {}, target });

const inOrder = (given: readonly Role[]): Role[] => roles.filter((role) => given.includes(role));

/** Says no to a request; the person may ask again. */
export async function declineAccess(work: Work, memberId: string): Promise<MemberRow | null> {
  authorise(work.actor, 'people.manage');
  const [member] = await membersById(work.db, [memberId]);
  if (!member?.askedAt) return null;
  await updateMember(work.db, memberId, { askedAt: null });
  await record(work, { verb: 'access.declined', subject: 'member', subjectId: memberId });
  await answer(work, 'declined', member);
  return member;
}

/**
 * The first administrator: the one-time code from the log. The same person becomes head as well, so that a workspace
 * of one can work at once.
 */
export async function claimAdministrator(work: Work, code: string): Promise<boolean> {
  authorise(work.actor, 'access.claim');
  const { claimDigest } = await workspaceSettings(work.db);
  if (!isClaimCode(code, claimDigest)) return false;
  // This waits for whoever types it at the same moment; and one may have been named since the code was printed.
  await setClaimDigest(work.db, null);
  if ((await administrators(work.db)).length > 0) return false;
  await becomeAdministrator(work);
  return true;
}

/** Whoever the configuration names takes the role, like somebody with the code. */
export async function takeNamedRole(work: Work): Promise<void> {
  authorise(work.actor, 'access.claim');
  if (!work.actor.roles.includes('administrator')) await becomeAdministrator(work);
}

async function becomeAdministrator(work: Work): Promise<void> {
  const given = inOrder([...work.actor.roles, 'administrator', 'head']);
  await updateMember(work.db, work.actor.memberId, { roles: given, askedAt: null });
  await record(work, {
    verb: 'access.claimed',
    subject: 'member',
    subjectId: work.actor.memberId,
    changes: { roles: { from: work.actor.roles, to: given } },
  });
}

/** The language in which Dossier speaks to the actor; null follows Slack. */
export async function chooseLanguage(work: Work, language: 'en' | 'zh' | null): Promise<void> {
  authorise(work.actor, 'preferences.edit');
  await updateMember(work.db, work.actor.memberId, { languageOverride: language });
}
