import type { UiView } from '../../src/playground/protocol.ts';
import { type RunningApp, staff } from '../support/app.ts';
import type { Colleague } from '../support/colleague.ts';
import { aSession } from '../support/session.ts';

/** What the demo has agreed is out of the way. */
export async function withoutTasks({ databaseUrl }: Pick<RunningApp, 'databaseUrl'>): Promise<void> {
  await using session = await aSession(databaseUrl);
  await session.rows(`DELETE FROM "Task"`);
}

/** Closes every window. */
export const closed = (who: Colleague) => who.screen.close(who.front(), true);

/** Notes a step on an account's card and leaves the account's list in front. */
export async function noted(who: Colleague, account: string, fields: Record<string, string>): Promise<UiView> {
  const card = await who.asks(`/account ${account}`);
  const isChinese = who.screen.id === staff.chineseManager || who.screen.id === staff.lead;
  return who.saves(await who.turned(card, isChinese ? '新建待办' : 'New step'), fields);
}
