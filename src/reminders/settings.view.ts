import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { button, input, modal, option, section } from '../slack/blocks.ts';
import { reminderIds } from './reminder.ids.ts';
import { settingsText } from './settings.text.ts';
import { immediates, type Settings } from './settings.ts';

/** The row of Home that says what comes by itself, with the way to change it. */
export function settingsRow({ off, morningAt, quiet }: Settings, language: Language): KnownBlock {
  const t = settingsText[language];
  const morning = morningAt === null ? t.morningUsual : t.morningAt(morningAt);
  const hours = quiet === null ? t.neverQuiet : t.quietHours(quiet.from, quiet.until);
  return section(off ? t.summaryOff : t.summary(morning, hours), button(reminderIds.settings, t.change));
}

/** What a person wants to hear unasked, and when. */
export function settingsModal(settings: Settings, meta: unknown, language: Language): ModalView {
  const t = settingsText[language];
  const { off, morningAt, quiet, calendar, atOnce } = settings;
  const time = (initial: string | null) => ({
    type: 'timepicker' as const,
    action_id: 'v',
    ...(initial !== null && { initial_time: initial }),
  });
  const days = (['zone', 'china', 'weekend'] as const).map((key) => option(t.calendars[key], key));
  const chosen = days.find(({ value }) => value === (calendar ?? 'zone'));
  return modal({
    callbackId: reminderIds.settingsSubmit,
    title: t.title,
    submit: t.save,
    close: t.close,
    meta,
    blocks: [
      section(t.intro),
      input('off', t.off, choices([option(t.offOption, 'off')], off ? ['off'] : []), { optional: true }),
      input('morningAt', t.morning, time(morningAt), { optional: true, hint: t.morningHint }),
      input(
        'atOnce',
        t.atOnce,
        choices(
          immediates.map((each) => option(t.immediate[each], each)),
          atOnce,
        ),
        {
          optional: true,
          hint: t.atOnceHint,
        },
      ),
      input('quietFrom', t.quietFrom, time(quiet?.from ?? null), { optional: true }),
      input('quietUntil', t.quietUntil, time(quiet?.until ?? null), { optional: true, hint: t.quietHint }),
      input('calendar', t.calendar, {
        type: 'static_select',
        action_id: 'v',
        options: days,
        ...(chosen && { initial_option: chosen }),
      }),
    ],
  });
}

/** Boxes to tick. Slack refuses an empty list of ticked ones. */
function choices(options: PlainTextOption[], ticked: readonly string[]) {
  const initial = options.filter(({ value }) => value !== undefined && ticked.includes(value));
  return {
    type: 'checkboxes' as const,
    action_id: 'v',
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  };
}
