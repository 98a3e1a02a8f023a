import { catalogue } from '../i18n/language.ts';
import { type Rich, rich } from '../slack/text.ts';

export const homeText = catalogue(
  {
    ofMe: 'Me',
    /** With how many things wait there. */
    ofTeam: (waiting: number) => (waiting === 0 ? 'My team' : `My team (${waiting})`),
    myDay: 'My day',
    teamDay: 'My team’s day',
    due: 'Due and overdue',
    moreDue: 'There are more steps that are due.',
    allSteps: 'All steps',
    out: (count: number): Rich =>
      count === 1
        ? rich`*Time to talk*: 1 account is out of cadence`
        : rich`*Time to talk*: ${count} accounts are out of cadence`,
    moreOut: (left: number) => `… and ${left} more, less urgent`,
    quietDay: 'Nothing is due, and no account has been silent for too long.',
    quietTeam: 'Nothing of your team’s is due, and none of its accounts has been silent for too long.',
    leadsNobody: 'You lead no team yet. An administrator names you as a team’s lead under People and roles.',
    log: 'Log a meeting',
    logs: 'My last logs',
  },
  {
    ofMe: '我',
    ofTeam: (waiting) => (waiting === 0 ? '我的团队' : `我的团队（${waiting}）`),
    myDay: '今天',
    teamDay: '团队今天',
    due: '到期与逾期',
    moreDue: '还有更多到期的待办。',
    allSteps: '全部待办',
    out: (count) => rich`*该联系了*：${count} 个客户`,
    moreOut: (left) => `……另有 ${left} 个，不如以上紧急`,
    quietDay: '今天没有到期的待办，也没有久未联系的客户。',
    quietTeam: '团队没有到期的待办，也没有久未联系的客户。',
    leadsNobody: '您还没有带团队。管理员可以在“人员与角色”中将您设为团队主管。',
    log: '记录沟通',
    logs: '我最近的记录',
  },
);
