import { catalogue } from '../i18n/language.ts';
import { type Rich, rich } from './text.ts';

/** What the plumbing itself says to a person. `reference` joins it to the log. */
export const slackText = catalogue(
  {
    failed: (reference: string): Rich =>
      rich`Something went wrong on our side. Please try again; if it happens again, give your administrator the reference *${reference}*.`,
    youTyped: (line: string): Rich => rich`You typed: ${line}`,
    typedInto: (label: string, words: string): Rich => rich`You typed into *${label}*: ${words}`,
    notRead: (reference: string): Rich =>
      rich`This could not be read, and nothing was changed. If it happens again, give your administrator the reference *${reference}*.`,
    pressAgain: (): Rich => rich`Slack was a moment too slow for that. Please try again.`,
    unconfirmed: (): Rich =>
      rich`Slack did not confirm the message: it may be there already. Please look before you send it again.`,
    fieldUnconfirmed:
      'Slack did not confirm the message: it may be there already. Please look before you submit again.',
    perhapsTwice: (): Rich => rich`Slack did not confirm this answer, so you may see it twice.`,
    noAccess: (reference: string): Rich =>
      rich`Dossier no longer has access to this Slack workspace. Please give your administrator the reference *${reference}*.`,
    fieldNoAccess: (reference: string): string =>
      `Dossier no longer has access to this Slack workspace. Your entries are still here. Reference ${reference}`,
    unused: (): Rich => rich`This belongs to an earlier version and is no longer in use. Nothing was changed.`,
    fieldFailed: (reference: string): string =>
      `Something went wrong on our side. Your entries are still here: please submit again. Reference ${reference}`,
    fieldNotRead: (reference: string): string =>
      `This entry could not be read. Please check it. Reference ${reference}`,
    savingTitle: 'Saving…',
    saving: (): Rich =>
      rich`This is taking longer than usual. You can close this window: the result reaches you either way.`,
    savedTitle: 'Done',
    saved: (title: string): Rich => rich`*${title}*: saved.`,
    notSaved: (title: string): Rich => rich`*${title}* was not saved yet. Please correct this and submit again:`,
    goOn: (title: string): Rich => rich`*${title}*: done. Open it again to go on.`,
    overByNow: 'This is settled.',
    andMore: (count: number): string => `… and ${count} more`,
    close: 'Close',
  },
  {
    failed: (reference) => rich`我们这边出了点问题，请再试一次。如果仍然不行，请把编号 *${reference}* 告诉管理员。`,
    youTyped: (line) => rich`您输入的是：${line}`,
    typedInto: (label, words) => rich`您在 *${label}* 中填写的是：${words}`,
    notRead: (reference) => rich`无法读取这次操作，没有做任何更改。如果再次出现，请把编号 *${reference}* 告诉管理员。`,
    pressAgain: () => rich`Slack 这次慢了一步，请再试一次。`,
    unconfirmed: () => rich`Slack 没有确认这条消息，它可能已经发出。再次发送之前请先看一下。`,
    fieldUnconfirmed: 'Slack 没有确认这条消息，它可能已经发出。再次提交之前请先看一下。',
    perhapsTwice: () => rich`Slack 没有确认这条回复，所以您可能会看到两次。`,
    noAccess: (reference) => rich`Dossier 已失去对此 Slack 工作区的访问权限。请把编号 *${reference}* 告诉管理员。`,
    fieldNoAccess: (reference) => `Dossier 已失去对此 Slack 工作区的访问权限。您填写的内容都还在。编号 ${reference}`,
    unused: () => rich`这是旧版本的内容，已不再使用。没有做任何更改。`,
    fieldFailed: (reference) => `我们这边出了点问题。您填写的内容都还在，请再次提交。编号 ${reference}`,
    fieldNotRead: (reference) => `无法读取这一项，请检查。编号 ${reference}`,
    savingTitle: '正在保存…',
    saving: () => rich`这次比平时久一些。您可以关闭这个窗口，结果会另外告诉您。`,
    savedTitle: '完成',
    saved: (title) => rich`*${title}*：已保存。`,
    notSaved: (title) => rich`*${title}* 还没有保存。请改正后再次提交：`,
    goOn: (title) => rich`*${title}*：已完成。如要继续，请再次打开。`,
    overByNow: '此事已处理完毕。',
    andMore: (count) => `……另有 ${count} 条`,
    close: '关闭',
  },
);
