import { businessTime } from '../access/member.store.ts';
import type { Db } from '../db/work.ts';
import type { Job } from '../jobs/clock.ts';
import { enqueueIn, retellIn } from '../outbox/outbox.store.ts';
import { listeners } from './listener.store.ts';
import { type DueMorning, type Listener, morningDue, morningKey } from './morning.ts';
import { lastMornings, saidKeys } from './said.store.ts';

/** Every few minutes: who is to have their morning message by now and has not had it? */
export const morningJob: Job = {
  name: 'morning',
  label: { en: 'Morning messages', zh: '早间消息' },
  schedule: { everyMinutes: 5 },
  catchUp: 'latest',
  windowMinutes: 60,
  run: async ({ workspaceId, inSystem }) => ({
    messages: await inSystem(async (db) => sayGoodMorning(db, workspaceId, await businessTime(db))),
  }),
};

/** Gives how many are to be said. What they say is decided when they are sent. */
async function sayGoodMorning(db: Db, workspaceId: string, now: Date): Promise<number> {
  const due = (await listeners(db)).flatMap((listener) => {
    const morning = dueTo(listener, now);
    return morning ? [{ ...listener, ...morning, key: morningKey(listener.memberId, morning.day) }] : [];
  });
  if (due.length === 0) return 0;
  const said = await saidKeys(
    db,
    due.map(({ key }) => key),
  );
  const unsaid = due.filter(({ key }) => !said.has(key));
  if (unsaid.length === 0) return 0;
  const last = await lastMornings(
    db,
    unsaid.map(({ slackUserId }) => slackUserId),
  );
  // The one of the day before keeps no buttons.
  await retellIn(
    db,
    workspaceId,
    now,
    unsaid.map(({ memberId }) => memberId),
  );
  const notices = unsaid.map(({ key, memberId, slackUserId: target, day, expiresAt, lastWorked }) => {
    const refs = { day, since: last.get(target) ?? lastWorked };
    return { key, kind: 'morning', refs, target, about: memberId, expiresAt };
  });
  await enqueueIn(db, workspaceId, now, ...notices);
  return unsaid.length;
}

/** A zone that nobody knows is the fault of one person's profile: everybody else gets their message. */
function dueTo(listener: Listener, now: Date): DueMorning | null {
  try {
    return morningDue(listener, now);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
