import { logInteraction } from '../../src/interactions/interaction.flow.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import type { UiView } from '../../src/playground/protocol.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import type { RunningApp } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';

const dayMs = 86_400_000;

/** What a day on Home is made of: in the words of the product, without Slack in between. */
export function daysOf(dossier: RunningApp) {
  const accountOf = (who: string, name: string): Promise<string> =>
    dossier.act(who, async (work) => (await findAccounts(work, name, 1))[0]?.id ?? '');
  return {
    accountOf,
    /** A step of this person's, due so many days from today. */
    async step(who: string, account: string, title: string, inDays: number): Promise<void> {
      const accountId = await accountOf(who, account);
      await dossier.act(who, (work) =>
        addTask(work, {
          accountId,
          interactionId: null,
          kind: 'step',
          title,
          assigneeId: work.actor.memberId,
          due: { on: addDays(dayIn(work.now, work.actor.zone), inDays), time: null },
          repeat: null,
        }),
      );
    },
    /** A call with the account a moment ago. */
    async talk(who: string, account: string, summary: string): Promise<void> {
      const accountId = await accountOf(who, account);
      await dossier.act(who, async (work) => {
        const at = work.now.toISOString();
        const call = { kind: 'call', outcome: 'reached', tone: null, contactIds: [], memberIds: [] } as const;
        const logged = await logInteraction(work, {
          accountId,
          values: { ...call, at, summary },
          source: null,
          tasks: [],
        });
        if (!logged.ok) throw new Error(logged.problem);
      });
    },
    /** An account that was opened a hundred days ago, and that nobody has talked with since. */
    async silent(who: string, name: string): Promise<string> {
      const id = await dossier.anAccount(who, { name, tierKey: 'A' });
      const opened = new Date(Date.now() - 100 * dayMs);
      await dossier.act(
        who,
        ({ db }) => db.$executeRaw`UPDATE "Account" SET "createdAt" = ${opened} WHERE id = ${id}::uuid`,
      );
      return id;
    },
    /** This person's Home once it is so. */
    homeWhere: (who: string, isSo: (words: string) => boolean): Promise<UiView> =>
      dossier.as(who).screen.waitFor((me) => {
        const shown = me.home();
        return shown && isSo(wordsOf(shown)) && shown;
      }),
  };
}
