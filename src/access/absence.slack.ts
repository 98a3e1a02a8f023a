import { z } from 'zod';
import { formatDay } from '../lib/date.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { endAbsence, setAbsence } from './absence.flow.ts';
import { mySettings } from './absence.query.ts';
import { absenceText } from './absence.text.ts';
import { absenceModal } from './absence.view.ts';
import { accessIds } from './access.ids.ts';
import type { AccessWiring } from './access.slack.ts';
import { note } from './access.view.ts';

const meta = z.object({
  /** What Home had before them, to be shown again. */
  home: z.unknown(),
  /** The deputy whose own absence the person has been told of. */
  accepted: z.string().max(40).nullable(),
});
const form = z.object({
  meta,
  values: z.object({ until: z.iso.date(), deputy: z.string().regex(/^[UW][A-Z0-9]{1,30}$/) }),
});

/** Away until a day with a deputy, and back again. */
export function absenceHandlers(wiring: AccessWiring): readonly Handler[] {
  return [
    // Home has the button at its end, and beside "I am back" while somebody is away.
    ...[accessIds.absence, `${accessIds.absence}-change`].map((id) =>
      onAction(id, { needs: 'desk.open', accepts: z.unknown(), run: openForm }),
    ),
    onSubmit(accessIds.absenceSubmit, {
      needs: 'desk.open',
      accepts: form,
      run: (gesture, input) => save(gesture, input, wiring),
    }),
    onAction(accessIds.absenceEnd, {
      needs: 'desk.open',
      accepts: z.unknown(),
      run: (gesture) => comeBack(gesture, wiring),
    }),
  ];
}

async function openForm(gesture: Gesture): Promise<void> {
  const { mine } = await gesture.inWorkspace(mySettings);
  const kept = { home: gesture.place.view?.meta ?? null, accepted: null };
  const initial = mine && { until: mine.until, deputy: mine.deputy?.slackUserId ?? null };
  await gesture.open(absenceModal({ initial, meta: kept }, gesture.language));
}

async function save(
  gesture: Gesture,
  { meta: kept, values }: z.infer<typeof form>,
  wiring: AccessWiring,
): Promise<SubmitAnswer> {
  const { language } = gesture;
  const t = absenceText[language];
  // Somebody chosen here may never have been met.
  await wiring.introduce(gesture.who.workspaceId, [values.deputy]);
  const accepted = kept.accepted === values.deputy;
  const wish = { until: values.until, deputySlackId: values.deputy, accepted };
  const result = await gesture.once((work) => setAbsence(work, wish));
  if (!result.ok && result.problem === 'deputy-away') {
    const warning = t.deputyAway(result.slackUserId, formatDay(result.until, language));
    const again = { initial: values, meta: { ...kept, accepted: values.deputy }, warning };
    return { next: 'update', view: absenceModal(again, language) };
  }
  if (!result.ok) {
    const field = result.problem === 'past' || result.problem === 'too-far' ? 'until' : 'deputy';
    return { next: 'errors', errors: { [field]: t.problems[result.problem] } };
  }
  await wiring.showHome(gesture);
  const { deputy } = result;
  const day = formatDay(result.until, deputy.language);
  const words = absenceText[deputy.language].tellDeputy(gesture.who.slackUserId, day, wiring.command);
  await gesture.tell(deputy.slackUserId, note(words));
  return { next: 'close' };
}

async function comeBack(gesture: Gesture, wiring: AccessWiring): Promise<void> {
  const deputy = await gesture.once(endAbsence);
  await wiring.showHome(gesture);
  if (deputy)
    await gesture.tell(deputy.slackUserId, note(absenceText[deputy.language].tellBack(gesture.who.slackUserId)));
}
