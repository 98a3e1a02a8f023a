import { deskIds } from '../desk/desk.ids.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import type { Company } from '../playground/company.ts';

/** The people of the invented company, by what they are. */
export const staff = {
  manager: 'U0MAYA0001',
  chineseManager: 'U0LIQI0001',
  lead: 'U0WANG0001',
  service: 'U0TOMB0001',
  administrator: 'U0GRACE001',
  newcomer: 'U0CHEN0001',
} as const;
const bot = 'U0DOSSIER1';
const team = Object.values(staff);

/** A small trading house with customers in Europe and China: what the local Slack shows a newcomer. */
export function demoCompany(command: string): Company {
  return {
    team: { id: 'T0DEMO0001', name: 'Northwind Instruments 北风仪器', domain: 'northwind-demo' },
    people: [
      {
        id: staff.manager,
        name: 'maya',
        realName: 'Maya Fischer',
        title: 'Account manager',
        locale: 'en-GB',
        zone: 'Europe/Berlin',
        avatarColor: '#3b6ea5',
      },
      {
        id: staff.chineseManager,
        name: 'liqi',
        realName: '李琦',
        title: '客户经理',
        locale: 'zh-CN',
        zone: 'Asia/Shanghai',
        avatarColor: '#b3541e',
      },
      {
        id: staff.lead,
        name: 'wangfang',
        realName: '王芳',
        title: '大客户主管',
        locale: 'zh-CN',
        zone: 'Asia/Shanghai',
        avatarColor: '#7a4f9a',
      },
      {
        id: staff.service,
        name: 'tom',
        realName: 'Tom Becker',
        title: 'Service',
        locale: 'en-US',
        zone: 'Europe/Berlin',
        avatarColor: '#2f7d5b',
      },
      {
        id: staff.administrator,
        name: 'grace',
        realName: 'Grace Chen',
        title: 'Administrator',
        locale: 'en-US',
        zone: 'Asia/Shanghai',
        avatarColor: '#96304f',
      },
      {
        id: staff.newcomer,
        name: 'chenchen',
        realName: '陈晨',
        title: '新同事',
        locale: 'zh-CN',
        zone: 'Asia/Shanghai',
        avatarColor: '#5a6470',
      },
      {
        id: 'U0GUEST001',
        name: 'gus',
        realName: 'Gus Guest',
        title: 'Guest',
        locale: 'en-US',
        zone: 'Europe/Berlin',
        kind: 'guest',
      },
      {
        id: 'U0OLIVIA01',
        name: 'olivia',
        realName: 'Olivia (Partner GmbH)',
        locale: 'en-US',
        zone: 'Europe/Berlin',
        kind: 'outsider',
      },
    ],
    channels: [
      { id: 'C0GENERAL1', name: 'general', topic: 'Everybody 所有人', members: [...team, bot, 'U0GUEST001'] },
      { id: 'C0KEYACC01', name: 'key-accounts', topic: 'Key accounts 大客户', members: [...team, bot] },
      {
        id: 'C0HUATAI01',
        name: '华泰科技',
        topic: '华泰科技项目',
        members: [staff.chineseManager, staff.lead, staff.service, bot],
      },
      {
        id: 'C0PARTNER1',
        name: 'partner-gmbh',
        shared: true,
        topic: 'Shared with Partner GmbH',
        members: [staff.manager, staff.lead, 'U0OLIVIA01', bot],
      },
    ],
    app: {
      id: 'A0DOSSIER1',
      name: 'Dossier',
      botUserId: bot,
      events: ['app_home_opened', 'user_change', 'app_uninstalled', 'tokens_revoked'],
    },
    commands: [
      {
        command,
        description: 'Look up, create and update key accounts',
        hint: '[name | log name: note; next: step | undo | new | edit | contacts | history | tasks | help]',
      },
    ],
    shortcuts: [
      { name: 'Look up an account', callbackId: deskIds.lookUpShortcut, type: 'global' },
      { name: 'New account', callbackId: deskIds.newAccountShortcut, type: 'global' },
      { name: 'Log a meeting', callbackId: interactionIds.logShortcut, type: 'global' },
      { name: 'Save to account', callbackId: interactionIds.saveShortcut, type: 'message' },
    ],
  };
}
