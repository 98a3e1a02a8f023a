import { z } from 'zod';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import { answerUndelivered, pauseJob, runJobNow } from './operations.flow.ts';
import { operationsIds } from './operations.ids.ts';
import { readOperations } from './operations.query.ts';
import type { KnownJob } from './operations.ts';
import { operationsModal } from './operations.view.ts';

const oneNotice = z.object({ noticeId: z.uuid() });

/** The jobs page: what runs, what waits, what did not arrive. */
export function operationsHandlers(jobs: readonly KnownJob[]): readonly Handler[] {
  const needs = 'operations.manage';
  const oneJob = z.object({ job: z.enum(['', ...jobs.map(({ name }) => name)]) });
  const change = (id: string, answer: 'retry' | 'drop'): Handler =>
    onAction(id, {
      needs,
      accepts: oneNotice,
      run: async (gesture, { noticeId }) => {
        await gesture.once((work) => answerUndelivered(work, noticeId, answer));
        await refresh(gesture, jobs);
      },
    });
  const act = (id: string, does: (work: Parameters<typeof runJobNow>[0], job: string) => Promise<void>): Handler =>
    onAction(id, {
      needs,
      accepts: oneJob,
      run: async (gesture, { job }) => {
        await gesture.once((work) => does(work, job));
        await refresh(gesture, jobs);
      },
    });
  return [
    onAction(operationsIds.refresh, { needs, accepts: z.unknown(), run: (gesture) => refresh(gesture, jobs) }),
    onAction(operationsIds.page, { needs, accepts: z.unknown(), run: (gesture) => openOperations(gesture, jobs) }),
    change(operationsIds.retry, 'retry'),
    change(operationsIds.drop, 'drop'),
    act(operationsIds.runNow, runJobNow),
    act(operationsIds.pause, (work, job) => pauseJob(work, job, true)),
    act(operationsIds.goOn, (work, job) => pauseJob(work, job, false)),
  ];
}

/** Opens the jobs page. */
export async function openOperations(gesture: Gesture, jobs: readonly KnownJob[]): Promise<void> {
  await gesture.open(await page(gesture, jobs));
}

async function refresh(gesture: Gesture, jobs: readonly KnownJob[]): Promise<void> {
  const { view } = gesture.place;
  if (view) await gesture.update(view.id, await page(gesture, jobs), view.hash);
}

const page = (gesture: Gesture, jobs: readonly KnownJob[]) =>
  gesture.inWorkspace(async (work) => {
    const { language, zone } = work.actor;
    return operationsModal(await readOperations(work, jobs), { language, zone, now: work.now });
  });
