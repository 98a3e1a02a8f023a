import { z } from 'zod';
import { note } from '../access/access.view.ts';
import type { HomeWiring } from '../access/home-wiring.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { reminderIds } from './reminder.ids.ts';
import { chooseSettings } from './settings.flow.ts';
import { mySettings } from './settings.query.ts';
import { settingsText } from './settings.text.ts';
import { immediates } from './settings.ts';
import { settingsModal } from './settings.view.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable();
const form = z.object({
  /** What Home had before them, to be shown again; null where the form was opened from a message. */
  meta: z.object({ home: z.unknown() }),
  values: z.object({
    off: z.array(z.literal('off')).nullable(),
    morningAt: time,
    quietFrom: time,
    quietUntil: time,
    calendar: z.enum(['zone', 'china', 'weekend']),
    atOnce: z.array(z.enum(immediates)).nullable(),
  }),
});

/** What Dossier may say by itself, chosen from Home or from a message. */
export function settingsHandlers(wiring: HomeWiring): readonly Handler[] {
  return [
    onAction(reminderIds.settings, { needs: 'preferences.edit', accepts: z.unknown(), run: openSettings }),
    onSubmit(reminderIds.settingsSubmit, {
      needs: 'preferences.edit',
      accepts: form,
      run: (gesture, input) => save(gesture, input, wiring),
    }),
  ];
}

async function openSettings(gesture: Gesture): Promise<void> {
  const settings = await gesture.inWorkspace(mySettings);
  const { view } = gesture.place;
  await gesture.open(settingsModal(settings, { home: view ? (view.meta ?? {}) : null }, gesture.language));
}

async function save(
  gesture: Gesture,
  { meta, values }: z.infer<typeof form>,
  { showHome }: HomeWiring,
): Promise<SubmitAnswer> {
  const t = settingsText[gesture.language];
  const { off, calendar, atOnce, ...times } = values;
  const chosen = {
    ...times,
    off: off !== null && off.length > 0,
    calendar: calendar === 'zone' ? null : calendar,
    atOnce: atOnce ?? [],
  };
  const saved = await gesture.once((work) => chooseSettings(work, chosen));
  if (!saved.ok) return { next: 'errors', errors: { [saved.field]: t.problems[saved.problem] } };
  if (meta.home === null) await gesture.answer(note(t.saved));
  else await showHome(gesture);
  return { next: 'close' };
}
