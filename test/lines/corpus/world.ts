/** An account of the world in which the corpus is typed, with its people. */
export interface CorpusAccount {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly city?: string;
  /** Name, and title where it is known; `left`: no longer there. */
  readonly people?: readonly { readonly name: string; readonly title?: string; readonly left?: true }[];
}

const people = (...names: readonly string[]) => names.map((name) => ({ name }));

/** Forty accounts whose names are verbs, markers, words of notes, beginnings of each other, or written twice. */
export const corpusWorld: readonly CorpusAccount[] = [
  { name: 'Acme', people: people('Li Wei', 'Dana Whitfield', 'May Chen', 'Mark Sutter') },
  { name: 'Acme Labs', people: people('Ann Ortega') },
  { name: 'Acme, Inc.', city: 'Boston', people: people('May Bloom') },
  { name: 'New York Times', people: people('Ruth Keller') },
  { name: 'Next plc', people: people('Tom Reed') },
  { name: 'Metro', people: people('Eva Lang', 'April Jones') },
  { name: 'Metropolitan Energy Trust', people: people('Bob Hale') },
  { name: 'May & Sons', people: people('Harold May') },
  { name: 'Log Me In', people: people('Sue Parker') },
  { name: '记录传媒', people: people('周杰') },
  { name: '新建区医院', people: [{ name: '陈晓东', title: '主任' }] },
  { name: '3M', people: people('Jon Berg') },
  { name: '7-Eleven', people: people('Kenji Mori') },
  { name: 'Call Center GmbH', people: people('Uwe Brandt') },
  { name: 'A.P. Møller', people: people('Søren Dahl') },
  { name: 'Umbrella Corporation', people: people('Alice Abernathy', 'Albert Wesker') },
  { name: 'First Bank', people: people('Nina Roth') },
  { name: 'Good Food Ltd', people: people('Paul Hart') },
  { name: 'Bank of Ireland', people: people('Sean Kelly') },
  { name: 'Target', people: people('Rita Moss') },
  { name: 'Quick Logistics', people: people('Ben Stone') },
  { name: 'AT&T', people: people('Carl Voss') },
  { name: 'Johnson & Johnson', people: people('Amy Pond') },
  { name: 'Yahoo!', people: people('Jerry Yang') },
  { name: "O'Brien Foods", people: people('Kate Doyle') },
  { name: 'Kestrel Energy', people: people('Mr. Miller', 'Jim Carver') },
  { name: 'Solvang Medical', people: people('Freja Holm') },
  { name: 'Orchard & Lane', people: people('Grace Lane') },
  { name: 'Häagen Söhne', people: people('Jörg Häagen') },
  { name: 'Twin Peaks', city: 'Perth', people: people('Dale Cooper') },
  { name: 'Twin Peaks', city: 'Oslo', people: people('Lars Berg') },
  { name: 'Zenith Optics', aliases: ['ZO', 'Zenith'], people: people('Omar Said', 'Sara Said') },
  {
    name: '华泰科技有限公司',
    aliases: ['Huatai'],
    city: '南京',
    people: [
      { name: '李伟', title: '总经理' },
      { name: '王芳', title: '工程师' },
      { name: '张敏', title: '采购经理' },
    ],
  },
  { name: '华泰证券股份有限公司', city: '上海', people: [{ name: '李强', title: '总监' }] },
  {
    name: '瑞丰化工',
    people: [
      { name: '李伟', title: '厂长' },
      { name: '李强', title: '总经理' },
      { name: '赵磊', title: '工程师', left: true },
    ],
  },
  { name: '长城汽车', people: [{ name: '孙丽', title: '经理' }] },
  { name: '明德', people: [{ name: '陈东', title: '董事长' }] },
  { name: '新华', people: [{ name: '刘洋', title: '主任' }] },
  { name: '电信集团', people: [{ name: '吴刚', title: '处长' }] },
  { name: '今天广告', people: [{ name: '何静', title: '经理' }] },
  { name: '待办科技', people: [{ name: '高飞' }] },
];

/** Archived: never written to unasked. */
export const archivedNames = ['Oldtown Mills'] as const;
