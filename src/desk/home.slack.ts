import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { HomeWiring } from '../access/home-wiring.ts';
import { openNewForm } from '../accounts/account-new.slack.ts';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import { dropDraft } from '../drafts/draft.flow.ts';
import { type Gesture, type Handler, onAction, onEvent, onShortcut } from '../slack/handler.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import type { DeskWiring } from './desk-wiring.ts';
import { readHome } from './home.query.ts';
import { type HomeAt, homeAt, homeStart } from './home.ts';
import { homeBlocks } from './home.view.ts';
import { pickModal } from './pick.view.ts';

const page = homeAt.pick({ after: true, shownBefore: true });
const scope = homeAt.pick({ of: true });

/** Home and the global shortcuts. */
export function homeHandlers({ command }: DeskWiring, cards: Pick<AccountWiring, 'cardWindow'>): readonly Handler[] {
  const show = (gesture: Gesture, at?: HomeAt): Promise<void> => showHome(gesture, command, at && { at });
  return [
    onEvent('app_home_opened', {
      needs: 'access.ask',
      accepts: z.object({ tab: z.string().optional() }),
      // The same event tells of the messages tab, where there is nothing to show.
      run: async (gesture, { tab }) => {
        if (tab !== 'messages') await show(gesture);
      },
    }),
    onAction(deskIds.homeRefresh, {
      needs: 'access.ask',
      accepts: z.unknown(),
      run: (gesture) => show(gesture, homeStart),
    }),
    onAction(deskIds.homePage, {
      needs: 'account.read',
      accepts: page,
      run: (gesture, turned) => show(gesture, { ...homeStart, ...turned }),
    }),
    // Two buttons of one row cannot share an id. Who leads nobody any more gets their own day.
    ...homeAt.shape.of.options.map((of) =>
      onAction(`${deskIds.homeOf}-${of}`, {
        needs: 'account.read',
        accepts: scope,
        run: (gesture, chosen) => show(gesture, { ...homeStart, ...chosen }),
      }),
    ),
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

/** Publishes the acting person's Home: as they had it before them unless `at` says otherwise. */
async function showHome(
  gesture: Gesture,
  command: string,
  how: { readonly at?: HomeAt; readonly notice?: readonly KnownBlock[] } = {},
): Promise<void> {
  const at = how.at ?? shownAt(gesture);
  const facts = await gesture.inWorkspace((work) => readHome(work, at));
  await gesture.publishHome(homeBlocks(facts, command, how.notice), at);
}

/**
 * Shows what was done where its button stood: on Home afresh, beside a message as an answer. What the earlier slices'
 * handlers call when they are done.
 */
export const homeShower = (command: string): HomeWiring => ({
  async showHome(gesture, notice) {
    if (gesture.place.view) return showHome(gesture, command, notice && { notice });
    if (notice) await gesture.answer({ text: deskText[gesture.language].done, blocks: notice });
  },
});

/** What Home said of itself, also to a window that was opened from it. */
function shownAt({ place }: Gesture): HomeAt {
  const meta = place.view?.meta;
  const said = place.view?.type === 'home' ? meta : z.object({ home: z.unknown() }).safeParse(meta).data?.home;
  return homeAt.safeParse(said).data ?? homeStart;
}
