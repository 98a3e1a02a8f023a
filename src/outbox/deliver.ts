import { Refused } from '../access/policy.ts';
import type { Db, InSystem, InWorkspace } from '../db/work.ts';
import type { Log } from '../lib/log.ts';
import { within } from '../lib/within.ts';
import { context } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { slackText } from '../slack/slack.text.ts';
import type { NoticeKind, Rendering } from './notice.ts';
import { type ClaimedNotice, claimNotice, dropExpired, settleNotice } from './outbox.store.ts';
import { type Attempted, type Settlement, settle } from './outbox.ts';
import type { PostBox } from './post-box.ts';

export interface OutboxPorts {
  readonly inSystem: InSystem;
  readonly inWorkspace: InWorkspace;
  readonly post: PostBox;
  readonly kinds: readonly NoticeKind[];
  /** Business time in a transaction. */
  readonly businessTime: (db: Db) => Promise<Date>;
  /** A notice is given up: told to somebody, in the transaction that says so. */
  readonly givenUp: (db: Db, workspaceId: string, notice: ClaimedNotice) => Promise<void>;
  /** A conversation has just heard something: it rests from now on. */
  readonly rests?: () => void;
  readonly log: Log;
}

/** Everything that is said unasked leaves through here. */
export interface Outbox {
  /**
   * Says what is due in a workspace, several conversations at once. Gives how many notices were taken up. May be called
   * while an earlier call is under way: one that hangs keeps its own hand, and the others go on.
   */
  deliver(workspaceId: string): Promise<number>;
  /** Takes up nothing more; what is in hand is finished. */
  stop(): void;
}

/** How many notices a process has in hand at once. */
const hands = 4;

/** How long a notice may take to be put into words. One that never ends is a failed one. */
const renderMs = 10_000;

export function openOutbox(ports: OutboxPorts): Outbox {
  const { inSystem, businessTime } = ports;
  let busy = 0;
  let isStopped = false;
  const workOff = async (workspaceId: string): Promise<number> => {
    busy += 1;
    try {
      for (let count = 0; ; count += 1) {
        if (isStopped) return count;
        const claimed = await inSystem(workspaceId, async (db) => claimNotice(db, workspaceId, await businessTime(db)));
        if (claimed === null) return count;
        await attempt(ports, workspaceId, claimed);
      }
    } finally {
      busy -= 1;
    }
  };
  return {
    async deliver(workspaceId) {
      if (isStopped || busy >= hands) return 0;
      await inSystem(workspaceId, async (db) => dropExpired(db, workspaceId, await businessTime(db)));
      const free = Math.max(hands - busy, 0);
      const taken = await Promise.all(Array.from({ length: free }, () => workOff(workspaceId)));
      return taken.reduce((sum, count) => sum + count, 0);
    },
    stop() {
      isStopped = true;
    },
  };
}

async function attempt(ports: OutboxPorts, workspaceId: string, claimed: ClaimedNotice): Promise<void> {
  const kind = ports.kinds.find(({ kind }) => kind === claimed.kind);
  const came = kind ? await tryOnce(ports, workspaceId, claimed, kind) : unknownKind;
  const settled = settle({ ...claimed, onUnknown: kind?.onUnknown ?? 'leave' }, came);
  const isOurs = await ports.inSystem(workspaceId, async (db) => {
    if (!(await settleNotice(db, workspaceId, claimed, settled))) return false;
    if (settled.state === 'dead' || settled.state === 'left') await ports.givenUp(db, workspaceId, claimed);
    return true;
  });
  if (settled.state === 'delivered') ports.rests?.();
  tell(ports.log, claimed, settled, isOurs);
}

/** A notice of a newer version's making, taken up by an older process: it rests until somebody knows it. */
const unknownKind: Attempted = { kind: 'failed', code: 'unknown-kind' };

async function tryOnce(
  ports: OutboxPorts,
  workspaceId: string,
  claimed: ClaimedNotice,
  kind: NoticeKind,
): Promise<Attempted> {
  const { key, target, channelId, postedTs } = claimed;
  if (channelId !== null && postedTs !== null)
    return putRight(ports, workspaceId, claimed, kind, { channelId, ts: postedTs });
  if (claimed.mayBeThere) return ports.post.look(target, key, claimed.triedAt);
  const rendered = await put(ports, workspaceId, claimed, kind);
  if ('kind' in rendered) return rendered;
  if ('withhold' in rendered) return { kind: 'withheld', reason: rendered.withhold };
  return ports.post.say(target, key, claimed.isRepeat ? perhapsTwice(rendered.say) : rendered.say);
}

/** In words of now, where it stands. What its reader may not have any more is taken away there; doing it twice is as good. */
async function putRight(
  ports: OutboxPorts,
  workspaceId: string,
  claimed: ClaimedNotice,
  kind: NoticeKind,
  at: { readonly channelId: string; readonly ts: string },
): Promise<Attempted> {
  const rendered = await put(ports, workspaceId, claimed, kind);
  if ('kind' in rendered) return rendered;
  const [words, isLast] = 'say' in rendered ? [rendered.say, rendered.isLast ?? false] : [overBy, true];
  const came = await ports.post.edit(at, words);
  return came.kind === 'posted' ? { ...came, isLast } : came;
}

/** In both languages: whoever reads it may be nobody any more. */
const overBy: Message = {
  text: `${slackText.en.overByNow} ${slackText.zh.overByNow}`,
  blocks: [context(slackText.en.overByNow, slackText.zh.overByNow)],
};

/** Into words, in a unit of work of whoever will read it. */
async function put(
  { inWorkspace, log }: OutboxPorts,
  workspaceId: string,
  { id, refs, target, postedTs }: ClaimedNotice,
  kind: NoticeKind,
): Promise<Rendering | Attempted> {
  try {
    const rendered = await within(
      renderMs,
      inWorkspace({ workspaceId, slackUserId: target }, (work) => kind.render(work, refs, postedTs !== null)),
    );
    return rendered ?? { kind: 'failed', code: 'never-ends' };
  } catch (error) {
    if (error instanceof Refused) return { withhold: error.reason };
    log.warn('a notice could not be put into words', { reference: id, kind: kind.kind, error });
    return { kind: 'failed', code: error instanceof Error ? error.name : 'unknown' };
  }
}

/** In both languages: it is not known here who reads. */
const perhapsTwice = ({ text, blocks }: Message): Message => ({
  text,
  blocks: [
    ...blocks.slice(0, limits.messageBlocks - 1),
    context(slackText.en.perhapsTwice(), slackText.zh.perhapsTwice()),
  ],
});

function tell(log: Log, { id, kind, attempts }: ClaimedNotice, settled: Settlement, isOurs: boolean): void {
  const code = 'problem' in settled ? settled.problem : null;
  const fields = { reference: id, kind, attempts, state: settled.state, code };
  if (!isOurs) log.warn('a notice was settled by somebody else meanwhile', fields);
  else if (settled.state === 'delivered') log.debug('a notice is delivered', fields);
  else if (settled.state === 'dead' || settled.state === 'left') log.error('a notice is given up', fields);
  else if (settled.state === 'paused') log.error('slack refuses the token: notices wait', fields);
  else log.info('a notice is not delivered yet', fields);
}
