import { askHandover } from '../../src/handover/handover.flow.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import type { House, Person } from './house.ts';

/** A day from which contacts may begin, wherever on earth it is today. */
export const startsSoon = (): string => addDays(dayIn(new Date(), 'UTC'), 2);

/** The id of a handover that waits for an answer: this account, asked for by who may not decide it themselves. */
export async function aHandover(
  { as }: Pick<House, 'as'>,
  asker: Person,
  account: { readonly id: string },
  to: Person,
): Promise<string> {
  const wish = { ownerId: null, accountIds: [account.id], note: 'Ask for Jane.', startsOn: startsSoon() };
  const asked = await as(asker, (work) => askHandover(work, { ...wish, toSlackUserId: to.slackUserId }));
  if (!asked.ok || asked.state !== 'asked') throw new Error('the handover does not wait');
  return asked.news.handoverId;
}
