import { cadencesOf } from '../../src/cadence/cadence.store.ts';
import { cadenceOf } from '../../src/cadence/cadence.ts';
import { lastTwoWay } from '../../src/interactions/interaction.store.ts';
import { dayIn } from '../../src/lib/date.ts';
import { sameJson } from '../../src/lib/merge.ts';
import { openTasksOf } from '../../src/tasks/task.store.ts';
import type { House } from '../support/house.ts';
import type { Done } from './desk.ts';
import { type Entry, type Replayed, type ReplayedTask, replay, replayTask } from './ledger.ts';

/** Everything in which the rows of these accounts, what the product reads of them, and the audit do not agree. */
export async function faultsIn(
  house: House,
  accountIds: readonly string[],
  done: readonly Done[],
): Promise<readonly string[]> {
  const rows = await rowsOf(house, accountIds);
  const talks = new Map(
    rows.talks.map(({ id }) => [id, replay(rows.entriesOf(id), 'interaction.deleted', 'interaction.restored')]),
  );
  const ofTalks = rows.talks.flatMap(({ id }) => rows.entriesOf(id));
  const tasks = new Map(rows.tasks.map(({ id }) => [id, replayTask(id, rows.entriesOf(id), ofTalks)]));
  const perAccount = await Promise.all(accountIds.map((id) => accountFaults(house, id, rows, talks, tasks)));
  return [
    ...[...talks.values(), ...tasks.values()].flatMap(({ faults }) => faults),
    ...rows.talks.flatMap((row) => talkFaults(row, talks.get(row.id))),
    ...rows.tasks.flatMap((row) => taskFaults(row, tasks.get(row.id))),
    ...perAccount.flat(),
    ...answerFaults(done, rows.entries),
  ];
}

interface TalkRow {
  readonly id: string;
  readonly accountId: string;
  readonly outcome: string;
  readonly twoWay: boolean;
  readonly at: Date;
  readonly version: number;
  readonly deletedAt: Date | null;
}
interface TaskRow {
  readonly id: string;
  readonly accountId: string;
  readonly assigneeId: string;
  readonly version: number;
  readonly doneAt: Date | null;
  readonly droppedAt: Date | null;
}

async function rowsOf(house: House, accountIds: readonly string[]) {
  const all = async <Row>(sql: string): Promise<readonly Row[]> =>
    (await house.sql(sql, [accountIds])) as unknown as Row[];
  const talks = await all<TalkRow>(`SELECT * FROM "Interaction" WHERE "accountId" = ANY ($1::uuid[])`);
  const tasks = await all<TaskRow>(`SELECT * FROM "Task" WHERE "accountId" = ANY ($1::uuid[])`);
  const ids = [...accountIds, ...talks.map(({ id }) => id), ...tasks.map(({ id }) => id)];
  const entries = (await house.sql(
    `SELECT verb, "subjectId", changes, "operationId" FROM "AuditEntry"
     WHERE "subjectId" = ANY ($1::uuid[]) OR "operationId" IN
       (SELECT "operationId" FROM "AuditEntry" WHERE "subjectId" = ANY ($1::uuid[]))`,
    [ids],
  )) as unknown as readonly Entry[];
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = bySubject.get(entry.subjectId);
    if (known) known.push(entry);
    else bySubject.set(entry.subjectId, [entry]);
  }
  return { talks, tasks, entries, entriesOf: (id: string): readonly Entry[] => bySubject.get(id) ?? [] };
}

function talkFaults(row: TalkRow, told: Replayed | undefined): readonly string[] {
  if (!told) return [`talk ${row.id} is not in the audit`];
  const { values, isThere } = told;
  const agrees =
    isThere === (row.deletedAt === null) &&
    values['outcome'] === row.outcome &&
    values['at'] === row.at.toISOString() &&
    row.twoWay === (row.outcome === 'reached');
  return agrees ? [] : [`talk ${row.id} is not what the audit says`];
}

function taskFaults(row: TaskRow, told: ReplayedTask | undefined): readonly string[] {
  const stands = {
    isDone: row.doneAt !== null,
    isDropped: row.droppedAt !== null,
    assigneeId: row.assigneeId,
    version: row.version,
  };
  const { faults: _, ...says } = told ?? { faults: [] };
  return sameJson(stands, says)
    ? []
    : [`task ${row.id} is ${JSON.stringify(stands)}, the audit says ${JSON.stringify(says)}`];
}

/** What the product reads of an account, held against what follows from the audit alone. */
async function accountFaults(
  house: House,
  accountId: string,
  rows: Awaited<ReturnType<typeof rowsOf>>,
  talks: ReadonlyMap<string, Replayed>,
  tasks: ReadonlyMap<string, ReplayedTask>,
): Promise<readonly string[]> {
  const live = rows.talks.filter((row) => row.accountId === accountId && talks.get(row.id)?.isThere);
  const moments = live.flatMap(({ id }) => {
    const values = talks.get(id)?.values;
    return values?.['outcome'] === 'reached' ? [String(values['at'])] : [];
  });
  const last = moments.toSorted().at(-1) ?? null;
  const open = rows.tasks.filter((row) => {
    const told = tasks.get(row.id);
    return row.accountId === accountId && told && !told.isDone && !told.isDropped;
  });
  const hands = open.map(({ id }) => `${id} ${tasks.get(id)?.assigneeId}`).toSorted();
  const account = replay(rows.entriesOf(accountId), 'account.deleted', 'account.restored');
  return house.as(house.founder, async (work) => {
    const read = (await lastTwoWay(work.db, [accountId])).get(accountId)?.toISOString() ?? null;
    const counted = await work.db.interaction.count({ where: { accountId, deletedAt: null } });
    const shown = await openTasksOf(work, { accountId }, 1000);
    const [line] = await cadencesOf(work, { accountIds: [accountId] });
    const pulse = await work.db.accountPulse.findFirst({ where: { accountId } });
    const { ownerId, createdAt } = await work.db.account.findFirstOrThrow({ where: { id: accountId } });
    const { zone } = work.actor;
    const expected = cadenceOf(
      {
        lastTwoWayOn: last === null ? null : dayIn(new Date(last), zone),
        cadenceFrom: pulse?.cadenceFrom?.toISOString().slice(0, 10) ?? null,
        openedOn: dayIn(createdAt, zone),
        cadenceDays: 14,
        tierDays: null,
        snooze: null,
      },
      dayIn(work.now, zone),
    );
    return [
      ...account.faults,
      ...(counted === live.length ? [] : [`${counted} talks, the audit says ${live.length}`]),
      ...(read === last ? [] : [`last talk ${read}, the audit says ${last}`]),
      ...(sameJson(line?.cadence, expected)
        ? []
        : [`cadence ${JSON.stringify(line?.cadence)}, not ${JSON.stringify(expected)}`]),
      ...(sameJson(shown.map((task) => `${task.id} ${task.assigneeId}`).toSorted(), hands)
        ? []
        : ['open steps differ']),
      ...(account.values['ownerId'] === ownerId
        ? []
        : [`owner ${ownerId}, the audit says ${account.values['ownerId']}`]),
    ];
  });
}

/** Who was told that it is done finds it in the audit; who was not left nothing there. */
function answerFaults(done: readonly Done[], entries: readonly Entry[]): readonly string[] {
  const operations = new Set(entries.map(({ operationId }) => operationId));
  const writes: readonly Done['deed'][] = ['log', 'undo', 'put back'];
  return done.flatMap(({ deed, how, operationId }) => {
    if (how !== 'ok') return operations.has(operationId) ? [`${deed}: ${how}, and yet in the audit`] : [];
    return writes.includes(deed) && !operations.has(operationId)
      ? [`${deed}: said to be done, and not in the audit`]
      : [];
  });
}
