/** What a change did to one field. Personal values are sealed before they come here. */
export interface FieldChange {
  readonly from: unknown;
  readonly to: unknown;
}
export type Changes = Readonly<Record<string, FieldChange>>;

const subjects = [
  'account',
  'contact',
  'interaction',
  'task',
  'handover',
  'notice',
  'member',
  'team',
  'workspace',
] as const;
export type Subject = (typeof subjects)[number];

/** What was done. Reads of personal data are entries too (R77). */
export const auditVerbs = [
  'account.created',
  'account.changed',
  'account.shared',
  'contact.created',
  'contact.changed',
  'contacts.read',
  'notes.read',
  'interaction.logged',
  'interaction.changed',
  'interaction.deleted',
  'interaction.restored',
  'task.added',
  'task.changed',
  'task.done',
  'task.reopened',
  'task.dropped',
  'task.restored',
  'cadence.snoozed',
  'absence.changed',
  'handover.asked',
  'handover.approved',
  'handover.declined',
  'handover.undone',
  'notice.retry',
  'notice.drop',
  'job.run',
  'job.paused',
  'job.resumed',
  'access.asked',
  'access.declined',
  'access.claimed',
  'roles.changed',
  'team.changed',
] as const;
export type AuditVerb = (typeof auditVerbs)[number];

/** The fields in which two records differ, as changes. Values are compared as JSON. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Changes {
  const changes: Record<string, FieldChange> = {};
  for (const field of Object.keys(after)) {
    const from = before[field] ?? null;
    const to = after[field] ?? null;
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to };
  }
  return changes;
}
