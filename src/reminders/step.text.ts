import { catalogue } from '../i18n/language.ts';
import { mention, type Rich, rich } from '../slack/text.ts';

export const stepText = catalogue(
  {
    plain: (title: string, account: string) => `${title} – ${account}`,
    now: ':alarm_clock: It is time.',
    soon: (time: string, title: string): Rich => rich`:calendar: At ${time}: *${title}*`,
    moved: 'This has another time now.',
    takenBack: (title: string): Rich => rich`Taken back: ~${title}~`,
    given: (title: string, who: string): Rich => rich`${mention(who)} sees to it now: *${title}*`,
  },
  {
    plain: (title, account) => `${title}（${account}）`,
    now: ':alarm_clock: 到时间了。',
    soon: (time, title) => rich`:calendar: ${time} *${title}*`,
    moved: '时间已更改。',
    takenBack: (title) => rich`已取消：~${title}~`,
    given: (title, who) => rich`*${title}* 已转给 ${mention(who)}`,
  },
);
