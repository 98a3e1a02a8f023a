import { authorise, may, Refused } from '../access/policy.ts';
import { holdingsOf } from '../accounts/owner.store.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { findHandover, openHandoverIds } from './handover.store.ts';
import { type Handover, keptToDecide } from './handover.ts';
import { linesOf, newsOf } from './news.store.ts';
import type { HandoverPage, News } from './news.ts';

/** How many that wait are listed, and how many of the oldest are looked through for them. */
const openShown = 10;
const openRead = 100;

/** What waits for the acting person's yes or no, oldest first: what a lead's Home lists. */
export async function openHandovers(work: Work): Promise<readonly News[]> {
  authorise(work.actor, 'handover.decide');
  const found: News[] = [];
  for (const id of await openHandoverIds(work, openRead)) {
    if (found.length === openShown) break;
    const handover = await findHandover(work, id);
    if (handover && (await mayDecide(work, handover))) found.push(await newsOf(work, handover));
  }
  return found;
}

async function mayDecide({ db, actor }: Work, handover: Handover): Promise<boolean> {
  const ids = handover.items.map(({ accountId }) => accountId);
  return keptToDecide(handover, await holdingsOf(db, ids)).every((kept) => may(actor, 'handover.decide', kept));
}

/** What somebody wrote for the next owner; null without. For those whom it concerns; the read is in the audit. */
export async function readNote(work: Work, handoverId: string): Promise<string | null> {
  const handover = await concerning(work, handoverId);
  if (!handover || handover.note === null) return null;
  await record(work, { verb: 'notes.read', subject: 'handover', subjectId: handover.id });
  return handover.note;
}

/** The accounts of a handover, page by page, for those whom it concerns; null when there is none. */
export async function readHandoverPage(
  work: Work,
  handoverId: string,
  page: number,
  size: number,
): Promise<HandoverPage | null> {
  const handover = await concerning(work, handoverId);
  if (!handover) return null;
  const all = handover.items.filter(({ moved }) => moved || handover.state === 'asked');
  const ids = all.slice(page * size, (page + 1) * size).map(({ accountId }) => accountId);
  const hasMore = all.length > (page + 1) * size;
  return { handoverId, lines: await linesOf(work, ids), page, hasMore, count: all.length };
}

/** A handover, for who asked, who gets, who gave, and who may decide. */
async function concerning(work: Work, id: string): Promise<Handover | null> {
  authorise(work.actor, 'account.read');
  const handover = await findHandover(work, id);
  if (!handover) return null;
  const { memberId } = work.actor;
  const { askedById, toId, decidedById, items } = handover;
  const parties = [askedById, toId, decidedById, ...items.map(({ fromOwnerId }) => fromOwnerId)];
  if (parties.includes(memberId) || (await mayDecide(work, handover))) return handover;
  throw new Refused('not-allowed', 'handover.decide');
}
