import { catalogue } from '../i18n/language.ts';
import { mention, type Rich, rich } from '../slack/text.ts';

export const absenceText = catalogue(
  {
    title: 'Away',
    intro: 'Until you are back, a colleague does at your accounts what you may do there.',
    until: 'Last day away',
    deputy: 'Who stands in for you',
    deputyHint: 'If they are away too, nobody stands in: their own deputy does not take over yours.',
    save: 'Save',
    saveAnyway: 'Save all the same',
    close: 'Cancel',
    going: 'Away for a while?',
    goAway: 'Away until…',
    change: 'Change absence…',
    back: 'I am back',
    youAreAway: (day: string, deputy: Rich | string): Rich => rich`You are away until *${day}*. ${deputy} stands in.`,
    nobody: 'Nobody',
    youStandIn: (who: string, day: string): Rich =>
      rich`You stand in for ${mention(who)} until *${day}*: their steps and accounts are among yours.`,
    deputyAway: (who: string, day: string): Rich =>
      rich`${mention(who)} is away until *${day}*, and their deputy does not stand in for you. Choose somebody else, or save all the same.`,
    problems: {
      past: 'This day is over. Choose today or a day to come.',
      'too-far': 'That is more than a year away. Choose an earlier day.',
      self: 'You cannot stand in for yourself. Choose a colleague.',
      'not-a-colleague': 'Guests, other companies and deactivated people cannot stand in. Choose a colleague.',
      'no-role': 'This person has no role here and could do nothing. Choose somebody who works with accounts.',
    },
    tellDeputy: (who: string, day: string, command: string): Rich =>
      rich`${mention(who)} is away until *${day}* and has named you as deputy. Their steps and accounts are in your Home; \`${command}\` lists them too.`,
    tellBack: (who: string): Rich => rich`${mention(who)} is back. You no longer stand in for them.`,
  },
  {
    title: '外出',
    intro: '外出期间，由一位同事代您处理您的客户，权限与您相同。',
    until: '外出至（含当天）',
    deputy: '代理人',
    deputyHint: '如果代理人也外出，则无人代理：代理人的代理人不会接手您的客户。',
    save: '保存',
    saveAnyway: '仍然保存',
    close: '取消',
    going: '要外出一段时间？',
    goAway: '设置外出…',
    change: '修改外出…',
    back: '我回来了',
    youAreAway: (day, deputy) => rich`您外出至 *${day}*，代理人：${deputy}。`,
    nobody: '无',
    youStandIn: (who, day) => rich`您正在代理 ${mention(who)}，至 *${day}*。对方的待办和客户也列在下面。`,
    deputyAway: (who, day) => rich`${mention(who)} 也外出至 *${day}*，对方的代理人不会代理您。请另选一位，或仍然保存。`,
    problems: {
      past: '该日期已过，请选择今天或以后的日期。',
      'too-far': '距今超过一年，请选择更早的日期。',
      self: '不能由自己代理，请选择一位同事。',
      'not-a-colleague': '访客、外部公司和已停用的人员不能代理，请选择一位同事。',
      'no-role': '此人在这里没有角色，无法处理客户。请选择负责客户工作的同事。',
    },
    tellDeputy: (who, day, command) =>
      rich`${mention(who)} 外出至 *${day}*，由您代理。对方的待办和客户在您的主页中，也可输入 \`${command}\` 查看。`,
    tellBack: (who) => rich`${mention(who)} 已回来，您的代理结束。`,
  },
);
