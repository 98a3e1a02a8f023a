import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { accountText } from '../accounts/account.text.ts';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import { readTimeline } from './timeline.query.ts';
import { allKinds } from './timeline.ts';
import { timelineModal, timelinePageSize } from './timeline.view.ts';
import type { TimelineStream, TimelineWiring } from './timeline-wiring.ts';

const kind = z.string().max(30);
const anAccount = z.object({ accountId: z.uuid() });
const aTimeline = anAccount.extend({ filter: kind.nullable() });
const furtherOn = aTimeline.extend({ before: z.object({ at: z.iso.datetime(), id: z.uuid() }) });

/** The timeline that is made of these streams. */
export function timelineShower(streams: readonly TimelineStream[]): TimelineWiring {
  const timelineWindow: TimelineWiring['timelineWindow'] = async (gesture, accountId, place) => {
    const read = await gesture.inWorkspace(async (work) => {
      const page = { filter: null, before: null, ...place, size: timelinePageSize };
      const timeline = await readTimeline(work, accountId, streams, page);
      return timeline && { timeline, reader: { language: work.actor.language, zone: work.actor.zone, now: work.now } };
    });
    return read && timelineModal(read.timeline, read.reader);
  };
  return {
    timelineWindow,
    async openTimeline(gesture, accountId) {
      const view = await timelineWindow(gesture, accountId);
      if (!view) return gesture.answer(note(accountText[gesture.language].gone));
      await gesture.open(view);
    },
  };
}

/** What happened at an account: page by page, all of it or one kind. */
export function timelineHandlers({ openTimeline, timelineWindow }: TimelineWiring): readonly Handler[] {
  async function turn(gesture: Gesture, accountId: string, place: Parameters<typeof timelineWindow>[2]): Promise<void> {
    const view = await timelineWindow(gesture, accountId, place);
    const { view: shown } = gesture.place;
    if (view && shown) await gesture.update(shown.id, view, shown.hash);
  }
  return [
    onAction(accountIds.history, {
      needs: 'history.read',
      accepts: anAccount,
      run: (gesture, { accountId }) => openTimeline(gesture, accountId),
    }),
    onAction(accountIds.historyNewest, {
      needs: 'history.read',
      accepts: aTimeline,
      run: (gesture, { accountId, filter }) => turn(gesture, accountId, { filter, before: null }),
    }),
    onAction(accountIds.historyPage, {
      needs: 'history.read',
      accepts: furtherOn,
      run: (gesture, { accountId, ...place }) => turn(gesture, accountId, place),
    }),
    onAction(accountIds.historyFilter, {
      needs: 'history.read',
      accepts: kind,
      async run(gesture, chosen) {
        const shown = anAccount.safeParse(gesture.place.view?.meta);
        if (!shown.success) return;
        await turn(gesture, shown.data.accountId, { filter: chosen === allKinds ? null : chosen, before: null });
      },
    }),
  ];
}
