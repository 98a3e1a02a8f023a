import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import { accountFields } from '../templates/account-fields.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { problemText } from '../templates/field.text.ts';
import { openPutBack, putBack, type Refusal, type Target } from './put-back.flow.ts';
import { putBackModal } from './put-back.view.ts';
import { timelineText } from './timeline.text.ts';
import type { TimelineWiring } from './timeline-wiring.ts';

const fieldId = z.string().min(1).max(40);
/** `<entry>:<field>`; without a field, the first of the entry's. */
const chosen = z.string().transform((value, context): Target => {
  const [entryId = '', field = ''] = value.split(':');
  const read = z
    .object({ entryId: z.uuid(), fieldId: fieldId.nullable() })
    .safeParse({ entryId, fieldId: field || null });
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'no entry and field' });
  return z.NEVER;
});
/** The timeline below the window, and what it is filtered by. */
const below = z.object({ viewId: z.string().max(30), filter: z.string().max(30).nullable() });
const windowMeta = z.object({ entryId: z.uuid(), fieldId, version: z.int().min(1), below: below.nullable() });
type Below = z.infer<typeof below>;

/** Takes back what a change did to one field, after showing what that means. */
export function putBackHandlers(timelines: Pick<TimelineWiring, 'timelineWindow'>): readonly Handler[] {
  return [
    onAction(accountIds.putBack, { needs: 'history.read', accepts: chosen, run: open }),
    onAction(accountIds.putBackField, { needs: 'history.read', accepts: fieldId, run: turn }),
    onSubmit(accountIds.putBackSubmit, {
      needs: 'history.read',
      accepts: z.object({ meta: windowMeta }),
      run: (gesture, { meta }) => submit(gesture, meta, timelines),
    }),
  ];
}

async function open(gesture: Gesture, target: Target): Promise<void> {
  const view = await askWindow(gesture, target, timelineOf(gesture));
  if (!view) return gesture.answer(note(timelineText[gesture.language].goneEntry));
  await gesture.open(view);
}

function timelineOf({ place: { view } }: Gesture): Below | null {
  if (view?.type !== 'modal') return null;
  const meta = z.object({ filter: below.shape.filter }).safeParse(view.meta);
  return { viewId: view.id, filter: meta.success ? meta.data.filter : null };
}

async function turn(gesture: Gesture, field: string): Promise<void> {
  const { view } = gesture.place;
  const meta = windowMeta.safeParse(view?.meta);
  if (!view || !meta.success) return;
  const next = await askWindow(gesture, { entryId: meta.data.entryId, fieldId: field }, meta.data.below);
  if (next) await gesture.update(view.id, next, view.hash);
}

async function askWindow(gesture: Gesture, target: Target, below: Below | null, notice: Rich | null = null) {
  const read = await gesture.inWorkspace(async (work) => {
    const ask = await openPutBack(work, target);
    return ask && { ask, reader: { language: work.actor.language, zone: work.actor.zone, now: work.now } };
  });
  if (!read) return null;
  const { ask, reader } = read;
  const meta = { entryId: ask.entryId, fieldId: ask.field.id, version: ask.version, below };
  return putBackModal(ask, { meta, notice }, reader);
}

async function submit(
  gesture: Gesture,
  { below, ...target }: z.infer<typeof windowMeta>,
  { timelineWindow }: Pick<TimelineWiring, 'timelineWindow'>,
): Promise<SubmitAnswer> {
  const t = timelineText[gesture.language];
  const result = await gesture.once((work) => putBack(work, target));
  if (!result.ok && result.problem === 'changed-meanwhile') {
    const view = await askWindow(gesture, target, below, t.changedMeanwhile);
    return view ? { next: 'update', view } : said(t.goneEntry);
  }
  if (!result.ok) return said(reason(result, gesture.language));
  const place = { filter: below?.filter ?? null, before: null };
  const view = await timelineWindow(gesture, result.accountId, place);
  if (!view) return { next: 'close' };
  // The window stands in the timeline's own place where no more could be stacked.
  if (!below || below.viewId === gesture.place.view?.id) return { next: 'update', view };
  await gesture.update(below.viewId, view);
  return { next: 'close' };
}

/** The window has no fields: what is wrong is said at its top. */
const said = (text: string): SubmitAnswer => ({ next: 'errors', errors: { window: text } });

function reason(refusal: Refusal, language: Gesture['language']): string {
  const t = timelineText[language];
  switch (refusal.problem) {
    case 'gone':
      return t.goneEntry;
    case 'own-parent':
      return t.ownParent;
    case 'no-such-parent':
      return t.parentGone;
    case 'person-gone':
      return t.personGone(refusal.who);
    case 'phone-elsewhere':
      return t.phoneElsewhere(refusal.number, refusal.where);
    case 'value': {
      const field = [...accountFields, ...contactFields].find(({ id }) => id === refusal.fieldId);
      return field ? problemText(refusal.why, field, language) : t.goneEntry;
    }
  }
}
