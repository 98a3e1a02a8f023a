import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { formatDay } from '../lib/date.ts';
import { actions, button, input, modal, section } from '../slack/blocks.ts';
import { listed } from '../slack/list.ts';
import { mention, type Rich } from '../slack/text.ts';
import { absenceText } from './absence.text.ts';
import type { Absences } from './absence.ts';
import { accessIds } from './access.ids.ts';

/** Of how many colleagues Home says that one stands in for them. */
const standInsShown = 3;

/** Who is away, at the top of Home: nothing when nobody is. */
export function awayBlocks({ mine, standsInFor }: Absences, language: Language): readonly KnownBlock[] {
  const t = absenceText[language];
  const own = mine
    ? [
        section(
          t.youAreAway(formatDay(mine.until, language), mine.deputy ? mention(mine.deputy.slackUserId) : t.nobody),
        ),
        actions(
          [button(accessIds.absenceEnd, t.back, { style: 'primary' }), button(`${accessIds.absence}-change`, t.change)],
          'home-away',
        ),
      ]
    : [];
  const others = listed(standsInFor, standInsShown, language, (who) =>
    section(t.youStandIn(who.slackUserId, formatDay(who.until, language))),
  );
  return [...own, ...others];
}

/** The row at the end of Home that lets somebody go away. */
export const goAwayRow = (language: Language): KnownBlock =>
  section(absenceText[language].going, button(accessIds.absence, absenceText[language].goAway));

/** Until when, and who stands in. */
export function absenceModal(
  form: {
    /** What stands in the fields at first; the deputy as a Slack id. */
    readonly initial: { readonly until: string; readonly deputy: string | null } | null;
    readonly meta: unknown;
    /** Said first, with the button to save all the same. */
    readonly warning?: Rich;
  },
  language: Language,
): ModalView {
  const t = absenceText[language];
  const { until, deputy } = form.initial ?? { until: null, deputy: null };
  return modal({
    callbackId: accessIds.absenceSubmit,
    title: t.title,
    submit: form.warning ? t.saveAnyway : t.save,
    close: t.close,
    meta: form.meta,
    blocks: [
      section(form.warning ?? t.intro),
      input('until', t.until, {
        type: 'datepicker',
        action_id: 'v',
        ...(until !== null && { initial_date: until }),
      }),
      input(
        'deputy',
        t.deputy,
        { type: 'users_select', action_id: 'v', ...(deputy !== null && { initial_user: deputy }) },
        { hint: t.deputyHint },
      ),
    ],
  });
}
