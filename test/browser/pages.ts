import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { openScreen, PHONE, type Screen } from '../playground/browser.ts';
import { newcomer, type RunningApp, staff } from '../support/app.ts';

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url));

/** A language, with somebody who reads it and the words of what they press. */
export interface Reader {
  readonly language: 'en' | 'zh';
  readonly who: string;
  /** Somebody without a role who reads it. */
  readonly newcomer: string;
  readonly words: Words;
}
type Words = Record<
  | 'edit'
  | 'allFields'
  | 'contacts'
  | 'addContact'
  | 'name'
  | 'city'
  | 'country'
  | 'mobile'
  | 'create'
  | 'createAnyway'
  | 'save'
  | 'open'
  | 'wrongCountry'
  | 'isItOne'
  | 'clash'
  | 'created'
  | 'several'
  | 'ask',
  string
>;

const english: Words = {
  edit: 'Edit',
  allFields: 'All fields',
  contacts: 'Contacts',
  addContact: 'Add a contact',
  name: 'Name',
  city: 'City',
  country: 'Country',
  mobile: 'Mobile',
  create: 'Create',
  createAnyway: 'Create anyway',
  save: 'Save',
  open: 'Open',
  wrongCountry: 'Did you mean Philippines?',
  isItOne: 'Is it one of these?',
  clash: 'Somebody changed the same while you typed.',
  created: 'is created.',
  several: 'Which one?',
  ask: 'Ask for access',
};
const chinese: Words = {
  edit: '编辑',
  allFields: '全部字段',
  contacts: '联系人',
  addContact: '添加联系人',
  name: '客户名称',
  city: '城市',
  country: '国家或地区',
  mobile: '手机',
  create: '创建',
  createAnyway: '仍然创建',
  save: '保存',
  open: '打开',
  wrongCountry: '您是指',
  isItOne: '是下面其中之一吗',
  clash: '有人改了同一项',
  created: '已创建',
  several: '是哪一个',
  ask: '申请使用',
};

export const readers: readonly Reader[] = [
  { language: 'en', who: staff.manager, newcomer, words: english },
  { language: 'zh', who: staff.chineseManager, newcomer: staff.newcomer, words: chinese },
];
export const widths = { desktop: {}, phone: PHONE } as const;
export type Width = keyof typeof widths;

/** One person before the page. */
export interface Desk extends AsyncDisposable {
  readonly page: Page;
  readonly dialog: Locator;
  /** The newest message of Dossier. */
  readonly answer: Locator;
  readonly screen: Screen;
  type(line: string): Promise<void>;
  button(label: string | RegExp, within?: Locator): Locator;
  field(label: string): Locator;
  /** Closes every window. */
  clear(): Promise<void>;
  /** Chooses in a list that is searched by typing. */
  choose(label: string, name: string): Promise<void>;
  /** What the button of a menu is called. */
  readonly moreOptions: RegExp;
  /** What the button of a message's menu is called. */
  readonly actions: RegExp;
  /** Keeps a picture, for whoever looks at the run. `whole`: of everything there is to scroll to. */
  picture(name: string, how?: { whole: boolean }): Promise<void>;
}

/** How high the page would have to be to show all of it, in pixels. Runs in the browser. */
const tallest = (main: {
  scrollHeight: number;
  querySelectorAll(all: string): Iterable<{ scrollHeight: number }>;
}): number => Math.max(main.scrollHeight, ...[...main.querySelectorAll('*')].map((inner) => inner.scrollHeight)) + 200;

export async function aDesk(
  browser: Browser,
  dossier: RunningApp,
  at: { who: string; place: string; language: string; width: Width },
): Promise<Desk> {
  const screen = await openScreen(browser, dossier.slack, { as: at.who, place: at.place, ...widths[at.width] });
  const { page } = screen;
  const dialog = page.getByRole('dialog');
  mkdirSync(folder, { recursive: true });
  const clear = async () => {
    const me = dossier.slack.as(at.who);
    const front = me.views().at(-1);
    if (front) await me.close(front, true);
    await dialog.waitFor({ state: 'detached' });
  };
  return {
    ...{ page, dialog, screen },
    answer: page.getByRole('article', { name: /^Dossier/ }).last(),
    async type(line) {
      const composer = page.getByRole('textbox', { name: /^(Message|发消息到) / });
      await composer.fill(line);
      await composer.press('Enter');
    },
    button: (label, within = dialog) => within.getByRole('button', { name: label, exact: true }),
    field: (label) => dialog.getByLabel(label, { exact: true }),
    async choose(label, name) {
      const field = dialog.getByRole('combobox', { name: label, exact: true });
      await field.click();
      await field.fill(name);
      await dialog.getByRole('option', { name }).first().click();
    },
    moreOptions: /^(More|更多)/,
    actions: /^(More actions|更多操作)$/,
    async picture(name, { whole } = { whole: false }) {
      const seen = page.viewportSize();
      const height = whole ? await page.getByRole('main').evaluate(tallest) : 0;
      if (seen && height > seen.height) await page.setViewportSize({ ...seen, height });
      await page.screenshot({ path: `${folder}/${name}-${at.language}-${at.width}.png` });
      if (seen) await page.setViewportSize(seen);
    },
    clear,
    [Symbol.asyncDispose]: () => screen[Symbol.asyncDispose](),
  };
}
