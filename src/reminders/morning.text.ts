import { catalogue } from '../i18n/language.ts';
import { mention, type Rich, rich } from '../slack/text.ts';

export const morningText = catalogue(
  {
    title: (day: string) => `Today, ${day}`,
    plain: (count: number) => (count === 1 ? 'One thing for today' : `${count} things for today`),
    more: (count: number): Rich => rich`… and ${count} more on Home.`,
    allDone: rich`:white_check_mark: Nothing is left of this morning’s list.`,
    over: (day: string): Rich => rich`This was the list of ${day}. What is open now stands on Home.`,
    allSteps: 'All steps',
    settings: 'Messages…',
    due: rich`*Due and overdue*`,
    out: (count: number): Rich =>
      count === 1
        ? rich`*Time to talk*: 1 account is out of cadence`
        : rich`*Time to talk*: ${count} accounts are out of cadence`,
    soon: rich`*Soon time to talk*`,
    handovers: rich`*Waiting for your answer*`,
    back: (deputy: string | null): Rich =>
      deputy === null
        ? rich`*Welcome back.* Meanwhile, at your accounts:`
        : rich`*Welcome back.* ${mention(deputy)} stood in. Meanwhile, at your accounts:`,
    meanwhile: (talks: number, steps: number): string =>
      [
        ...(talks > 0 ? [talks === 1 ? '1 talk' : `${talks} talks`] : []),
        ...(steps > 0 ? [steps === 1 ? '1 step done' : `${steps} steps done`] : []),
      ].join(', '),
    dateNews: rich`*Contracts*`,
    dates: {
      ends: (day: string, relative: string) => `Contract ends ${relative} · ${day}`,
      notice: (day: string, relative: string) => `Notice has to be given ${relative} · ${day}`,
    },
    anniversary: (years: number, day: string) =>
      years === 1 ? `A customer for one year · ${day}` : `A customer for ${years} years · ${day}`,
    open: 'Open',
  },
  {
    title: (day) => `今天 ${day}`,
    plain: (count) => `今天有 ${count} 件事`,
    more: (count) => rich`……另有 ${count} 件，见主页。`,
    allDone: rich`:white_check_mark: 今早清单上的事都处理完了。`,
    over: (day) => rich`这是 ${day} 的清单。目前未完成的事请看主页。`,
    allSteps: '全部待办',
    settings: '消息设置…',
    due: rich`*到期与逾期*`,
    out: (count) => rich`*该联系了*：${count} 个客户`,
    soon: rich`*即将到联系时间*`,
    handovers: rich`*等您答复*`,
    back: (deputy) =>
      deputy === null
        ? rich`*欢迎回来。* 外出期间，您的客户：`
        : rich`*欢迎回来。* ${mention(deputy)} 代理期间，您的客户：`,
    meanwhile: (talks, steps) =>
      [...(talks > 0 ? [`${talks} 次往来`] : []), ...(steps > 0 ? [`完成 ${steps} 项待办`] : [])].join('，'),
    dateNews: rich`*合同*`,
    dates: {
      ends: (day, relative) => `合同${relative}到期 · ${day}`,
      notice: (day, relative) => `最晚${relative}发出续约或终止通知 · ${day}`,
    },
    anniversary: (years, day) => `合作满 ${years} 年 · ${day}`,
    open: '打开',
  },
);
