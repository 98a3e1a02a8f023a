import { membersById, membersBySlackId } from '../access/member.store.ts';
import { allTeams } from '../access/team.store.ts';
import type { Db } from '../db/work.ts';
import type { Field, FieldFacts, Values } from '../templates/field.ts';
import { allOptions } from '../templates/option.store.ts';

const texts = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string');

/** The form of a Slack user's id. Whatever else comes is nobody's, and may hold what a database cannot read. */
const slackUserId = /^[UW][A-Z0-9]{1,30}$/;

/**
 * What the ids in these values stand for. `sent` are values as Slack gives them, where a person is a Slack user; they
 * are hints, so only those who are members here are found. `also` are members to be named beside them.
 */
export async function factsFor(
  db: Db,
  fields: readonly Field[],
  stored: readonly Values[],
  sent: Readonly<Record<string, unknown>> = {},
  also: { readonly members: readonly string[] } = { members: [] },
): Promise<FieldFacts> {
  const held = (type: Field['type']): string[] =>
    fields.filter((field) => field.type === type).flatMap((field) => texts(stored.map((values) => values[field.id])));
  const chosen = texts(fields.filter((field) => field.type === 'person').map((field) => sent[field.id]));
  const slackIds = chosen.filter((id) => slackUserId.test(id));
  const members = [
    ...(await membersById(db, [...held('person'), ...also.members])),
    ...(await membersBySlackId(db, slackIds)),
  ];
  const accountIds = held('account');
  return {
    options: await allOptions(db),
    teams: await allTeams(db),
    people: members.map((member) => ({ memberId: member.id, slackUserId: member.slackUserId, name: member.name })),
    accounts:
      accountIds.length === 0
        ? []
        : await db.account.findMany({ where: { id: { in: accountIds } }, select: { id: true, name: true } }),
  };
}
