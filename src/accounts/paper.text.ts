import { catalogue } from '../i18n/language.ts';
import { type Rich, rich } from '../slack/text.ts';

/** The sentences about a paper card. */
export const paperText = catalogue(
  {
    pasteCard: 'Paste a card',
    readIt: 'Read it',
    addThem: 'Add contact',
    notNow: 'Not now',
    paperIntro: 'Read from their card. Check each field, empty what is wrong.',
    paperNothing: 'Nothing could be read from this text. Fill in what you know.',
    unread: rich`*Not read* - copy what you need:`,
    forTheFile: (name: string): Rich => rich`*For the file of ${name}*`,
    contactAdded: (name: string): Rich => rich`:white_check_mark: *${name}* is added as a contact.`,
  },
  {
    pasteCard: '粘贴名片',
    readIt: '识别',
    addThem: '添加联系人',
    notNow: '暂不添加',
    paperIntro: '以下内容识别自名片，请逐项核对，不对的请清空。',
    paperNothing: '没有识别出内容，请填写您知道的信息。',
    unread: rich`*未识别* - 需要的请自行复制：`,
    forTheFile: (name: string): Rich => rich`*写入客户档案：${name}*`,
    contactAdded: (name: string): Rich => rich`:white_check_mark: 已添加联系人 *${name}*。`,
  },
);
