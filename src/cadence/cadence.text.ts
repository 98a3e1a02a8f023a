import { catalogue } from '../i18n/language.ts';
import { joinRich, type Rich, rich } from '../slack/text.ts';

const plural = (count: number, word: string): string => (count === 1 ? `1 ${word}` : `${count} ${word}s`);

/** `every 2 weeks`: days in the largest unit that they are a whole number of. */
function everyEn(days: number): string {
  const [unit, length] = unitOf(days);
  const count = days / length;
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
const chineseUnits = { year: '年', month: '个月', week: '周', day: '天' } as const;
function everyZh(days: number): string {
  const [unit, length] = unitOf(days);
  const count = days / length;
  if (count === 1) return unit === 'month' ? '每月' : `每${chineseUnits[unit]}`;
  return `每 ${count} ${chineseUnits[unit]}`;
}
function unitOf(days: number): readonly ['year' | 'month' | 'week' | 'day', number] {
  if (days % 365 === 0) return ['year', 365];
  if (days % 30 === 0) return ['month', 30];
  return days % 7 === 0 ? ['week', 7] : ['day', 1];
}

export const cadenceText = catalogue(
  {
    every: everyEn,
    /** On the card. */
    nextBy: (every: string, day: string, relative: string, who: string): Rich =>
      joinRich([rich`Talk ${every} – next by *${day}*, ${relative}`, who], ' · '),
    outSince: (every: string, day: string, days: number, who: string): Rich =>
      joinRich([rich`*Out of cadence* since ${day}, ${plural(days, 'day')} – talk ${every}`, who], ' · '),
    quiet: (every: string, day: string, who: string): Rich =>
      joinRich([rich`Quiet until *${day}* – talk ${every}`, who], ' · '),
    standsIn: (who: string, owner: string) => `${who}, for ${owner}`,
    /** In lists. */
    dueBy: (day: string, relative: string) => `talk by ${day}, ${relative}`,
    open: 'Open',
    log: 'Log',
    over: (days: number) => `${plural(days, 'day')} over`,
    lastTalk: (day: string, relative: string) => `last talk ${relative}, ${day}`,
    noTalk: 'no talk yet',
    notNow: 'Not now…',
    forDays: { 3: '3 days', 7: '1 week', 14: '2 weeks' },
    pick: 'Pick a date…',
    undo: 'Undo',
    end: 'End the pause',
    snoozed: (name: string, day: string): Rich => rich`*${name}* is quiet until ${day}. A talk ends that sooner.`,
    shownAgain: (name: string): Rich => rich`*${name}* is shown again when it is out of cadence.`,
    gone: 'This account is not there any more. Search for its name.',
    pickTitle: 'Not now',
    pickIntro: 'Until that day it is not shown as out of cadence. A talk ends the pause sooner.',
    until: 'Quiet until',
    save: 'Save',
    close: 'Cancel',
    problems: {
      past: 'Choose a day after today.',
      'too-far': 'That is more than a year away. Choose an earlier day, or change how often you talk in the file.',
    },
  },
  {
    every: everyZh,
    nextBy: (every, day, relative, who) =>
      joinRich([rich`${every}联系一次，下次最晚 *${day}*（${relative}）`, who], ' · '),
    outSince: (every, day, days, who) =>
      joinRich([rich`*该联系了*：${day} 已到期，超 ${days} 天（${every}一次）`, who], ' · '),
    quiet: (every, day, who) => joinRich([rich`*${day}* 前暂不提醒（${every}一次）`, who], ' · '),
    standsIn: (who, owner) => `${who}（代 ${owner}）`,
    dueBy: (day, relative) => `最晚 ${day} 联系（${relative}）`,
    open: '打开',
    log: '记录',
    over: (days) => `超 ${days} 天`,
    lastTalk: (day, relative) => `上次联系 ${day}（${relative}）`,
    noTalk: '还没有联系过',
    notNow: '暂不提醒…',
    forDays: { 3: '3 天', 7: '1 周', 14: '2 周' },
    pick: '选日期…',
    undo: '撤销',
    end: '恢复提醒',
    snoozed: (name, day) => rich`*${name}* 在 ${day} 前暂不提醒；期间有联系则提前恢复。`,
    shownAgain: (name) => rich`*${name}* 已恢复提醒。`,
    gone: '该客户已不存在，请按名称搜索。',
    pickTitle: '暂不提醒',
    pickIntro: '到这一天之前，不再列为“该联系了”；期间有联系则提前恢复。',
    until: '暂停到',
    save: '保存',
    close: '取消',
    problems: {
      past: '请选择今天以后的日期。',
      'too-far': '距今超过一年。请选择更早的日期，或在档案中修改联系频率。',
    },
  },
);
