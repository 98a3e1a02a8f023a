import type { Db } from '../db/work.ts';
import type { Immediate } from './settings.ts';

/** A step or promise with a time of day that somebody is to be reminded of. */
export interface TimedStep {
  readonly taskId: string;
  readonly dueAt: Date;
  /** Slack's id of whoever sees to it, or stands in for them today. */
  readonly target: string;
}

/** The most that are taken up at once: the next minute goes on. */
const most = 1_000;

/**
 * Open steps with a time that falls due between two moments of business time and of which no message of this kind is there
 * yet. A step that is moved, or given to somebody else, is another one.
 */
export const timedSteps = (
  db: Db,
  workspaceId: string,
  kind: Immediate,
  { from, until, now }: { readonly from: Date; readonly until: Date; readonly now: Date },
): Promise<readonly TimedStep[]> => db.$queryRaw<TimedStep[]>`
  SELECT s.* FROM (
    SELECT t."workspaceId", t.id AS "taskId", t."dueAt", coalesce(d."slackUserId", m."slackUserId") AS target
    FROM "Task" t
    JOIN "Member" m ON m."workspaceId" = t."workspaceId" AND m.id = t."assigneeId"
    LEFT JOIN "Member" d ON d."workspaceId" = m."workspaceId" AND d.id = m."deputyId" AND d.active
      AND m."awayUntil" >= (${now}::timestamptz AT TIME ZONE m.zone)::date
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t."dueTime" IS NOT NULL AND t."doneAt" IS NULL AND t."droppedAt" IS NULL
      AND t."dueAt" > ${from} AND t."dueAt" <= ${until} AND (m.active OR d.id IS NOT NULL)) s
  WHERE NOT EXISTS (SELECT 1 FROM "Outbox" o WHERE o."workspaceId" = s."workspaceId"
    AND o.key = ${kind} || ':' || s."taskId" || ':' || (extract(epoch FROM s."dueAt") * 1000)::bigint || ':' || s.target)
  ORDER BY s."dueAt", s."taskId" LIMIT ${most}`;

/** The key of a message about a step, as `timedSteps` looks for it. */
export const stepKey = (kind: Immediate, { taskId, dueAt, target }: TimedStep): string =>
  `${kind}:${taskId}:${dueAt.getTime()}:${target}`;
