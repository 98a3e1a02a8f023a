/** A made-up company, with its sound as a person would type it. */
export interface ChineseName {
  readonly name: string;
  /** Without the legal form. */
  readonly pinyin: string;
  readonly initials: string;
}

type Word = readonly [written: string, ...syllables: string[]];

/** Some are read in one of several ways: 长, 重, 都. */
const brands: readonly Word[] = [
  ['华信', 'hua', 'xin'],
  ['长城', 'chang', 'cheng'],
  ['重庆北辰', 'chong', 'qing', 'bei', 'chen'],
  ['成都蓝海', 'cheng', 'du', 'lan', 'hai'],
  ['瑞丰', 'rui', 'feng'],
  ['天合', 'tian', 'he'],
  ['金盾', 'jin', 'dun'],
  ['远航', 'yuan', 'hang'],
  ['博雅', 'bo', 'ya'],
  ['康宁', 'kang', 'ning'],
  ['绿源', 'lv', 'yuan'],
  ['鼎盛', 'ding', 'sheng'],
  ['恒通', 'heng', 'tong'],
  ['新月', 'xin', 'yue'],
  ['明德', 'ming', 'de'],
  ['三江', 'san', 'jiang'],
  ['飞鹤', 'fei', 'he'],
  ['卓越', 'zhuo', 'yue'],
  ['东方红', 'dong', 'fang', 'hong'],
  ['宏图', 'hong', 'tu'],
  ['嘉禾', 'jia', 'he'],
  ['启明', 'qi', 'ming'],
  ['盛世', 'sheng', 'shi'],
  ['聚力', 'ju', 'li'],
  ['南洋', 'nan', 'yang'],
];
const trades: readonly Word[] = [
  ['科技', 'ke', 'ji'],
  ['医药', 'yi', 'yao'],
  ['电子', 'dian', 'zi'],
  ['食品', 'shi', 'pin'],
  ['机械', 'ji', 'xie'],
  ['物流', 'wu', 'liu'],
  ['化工', 'hua', 'gong'],
  ['能源', 'neng', 'yuan'],
];
const forms = ['有限公司', '股份有限公司', '集团', ''];

/** Two hundred companies that do not exist, each brand in each trade. */
export const chineseNames: readonly ChineseName[] = brands.flatMap(([brand, ...sounds], row) =>
  trades.map(([trade, ...tradeSounds], column): ChineseName => {
    const syllables = [...sounds, ...tradeSounds];
    return {
      name: `${brand}${trade}${forms[(row + column) % forms.length] ?? ''}`,
      pinyin: syllables.join(''),
      initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
    };
  }),
);
