import type { InSystem } from '../db/work.ts';
import type { Log } from '../lib/log.ts';
import type { Vault } from '../lib/vault.ts';
import { acknowledge } from '../slack/acknowledge.ts';
import { type Intake, isEvent, type Process } from '../slack/delivery.ts';
import { eventEnvelope } from '../slack/event-arrival.ts';
import type { ListenPorts } from '../slack/ports.ts';
import {
  buryLapsed,
  type Claim,
  claimLapsed,
  forgetDone,
  keepAndClaim,
  renewLease,
  settleDone,
  settleFailed,
} from './inbox.store.ts';
import { renewSeconds } from './inbox.ts';

export interface InboxPorts {
  readonly inSystem: InSystem;
  readonly workspaceOf: ListenPorts['workspaceOf'];
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly log: Log;
}

/** Events are kept before they are acknowledged, so that a crash loses none, and worked off once. */
export interface Inbox {
  readonly intake: Intake;
  /** Takes up what was left behind in a workspace: at the start and every few seconds. Gives how many were worked off. */
  sweep(workspaceId: string, process: Process): Promise<number>;
}

export function openInbox({ inSystem, workspaceOf, vault, log }: InboxPorts): Inbox {
  const attempt = async (workspaceId: string, claim: Claim, run: () => Promise<void>): Promise<void> => {
    // One that fails may be followed by one that does not; if none does, the event was not in good hands here.
    const renew = () => inSystem(workspaceId, (db) => renewLease(db, claim)).catch(() => {});
    const beat = setInterval(renew, renewSeconds * 1_000);
    try {
      await run();
      await inSystem(workspaceId, (db) => settleDone(db, claim));
    } catch (error) {
      const state = await inSystem(workspaceId, (db) => settleFailed(db, claim));
      const fields = { reference: claim.id, attempts: claim.attempts, error };
      if (state === 'dead') log.error('an event is given up', fields);
      else log.warn('an event will be tried again', fields);
    } finally {
      clearInterval(beat);
    }
  };
  return {
    async intake(event, process) {
      const envelope = isEvent(event) ? eventEnvelope(event.body) : null;
      if (envelope === null) return process(event);
      const workspaceId = await workspaceOf(envelope);
      if (workspaceId === null) return log.info('an event of a team without an installation');
      const { eventId: key } = envelope;
      const payloadSealed = vault.seal(JSON.stringify(event.body), context(workspaceId, key));
      const claim = await inSystem(workspaceId, (db) => keepAndClaim(db, { workspaceId, key, payloadSealed }));
      await acknowledge(log, () => event.ack());
      if (claim) await attempt(workspaceId, claim, () => process({ ...event, ack: acknowledged }));
    },
    async sweep(workspaceId, process) {
      for (const id of await inSystem(workspaceId, (db) => buryLapsed(db, workspaceId)))
        log.error('an event is given up', { reference: id });
      await inSystem(workspaceId, (db) => forgetDone(db, workspaceId));
      let swept = 0;
      for (;;) {
        const claim = await inSystem(workspaceId, (db) => claimLapsed(db, workspaceId));
        if (claim === null) return swept;
        await attempt(workspaceId, claim, async () => {
          const body = JSON.parse(vault.open(claim.payloadSealed, context(workspaceId, claim.key)));
          await process({ body, ack: acknowledged, retryNum: claim.attempts - 1 });
        });
        swept += 1;
      }
    },
  };
}

const acknowledged = async (): Promise<void> => {};

const context = (workspaceId: string, key: string): string => `Inbox.payload:${workspaceId}:${key}`;
