import { z } from 'zod';
import { openNewForm } from '../accounts/account-new.slack.ts';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import { dropDraft } from '../drafts/draft.flow.ts';
import { type Gesture, type Handler, onAction, onEvent, onShortcut } from '../slack/handler.ts';
import { deskIds } from './desk.ids.ts';
import type { DeskWiring } from './desk-wiring.ts';
import { readHome } from './home.query.ts';
import { homeBlocks } from './home.view.ts';
import { pickModal } from './pick.view.ts';

type HomePage = Parameters<typeof readHome>[1];
const firstPage: HomePage = { after: null, shownBefore: 0 };
const page = z.object({ after: z.uuid(), shownBefore: z.int().min(0) });

/** Home and the global shortcuts. */
export function homeHandlers({ command }: DeskWiring, cards: Pick<AccountWiring, 'cardWindow'>): readonly Handler[] {
  const show = (gesture: Gesture, at: HomePage = firstPage): Promise<void> => showHome(gesture, command, at);
  return [
    onEvent('app_home_opened', {
      needs: 'access.ask',
      accepts: z.object({ tab: z.string().optional() }),
      // The same event tells of the messages tab, where there is nothing to show.
      run: async (gesture, { tab }) => {
        if (tab !== 'messages') await show(gesture);
      },
    }),
    onAction(deskIds.homeRefresh, { needs: 'access.ask', accepts: z.unknown(), run: (gesture) => show(gesture) }),
    onAction(deskIds.homePage, { needs: 'account.read', accepts: page, run: show }),
    onAction(deskIds.homePick, {
      needs: 'account.read',
      accepts: z.uuid(),
      run: async (gesture, accountId) => {
        const view = await cards.cardWindow(gesture, accountId);
        if (view) await gesture.open(view);
      },
    }),
    onAction(deskIds.draftDrop, {
      needs: 'desk.open',
      accepts: z.object({ draftId: z.uuid() }),
      run: async (gesture, { draftId }) => {
        await gesture.once((work) => dropDraft(work, draftId));
        await show(gesture);
      },
    }),
    onShortcut(deskIds.newAccountShortcut, {
      needs: 'account.create',
      accepts: z.unknown(),
      run: (gesture) => openNewForm(gesture, ''),
    }),
    onShortcut(deskIds.lookUpShortcut, {
      needs: 'account.read',
      accepts: z.unknown(),
      run: async (gesture) => {
        await gesture.inWorkspace(async () => undefined); // the policy, asked before anything is shown
        await gesture.open(pickModal('card', gesture.language));
      },
    }),
  ];
}

/** Publishes the acting person's Home. */
export async function showHome(gesture: Gesture, command: string, at: HomePage = firstPage): Promise<void> {
  const facts = await gesture.inWorkspace((work) => readHome(work, at));
  await gesture.publishHome(homeBlocks(facts, command));
}
