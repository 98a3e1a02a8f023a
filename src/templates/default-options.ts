import type { dimensions, Option } from './option.ts';

type Row = readonly [key: string, en: string, zh: string];

/** Key, English, Simplified Chinese; in the order in which they are offered. */
const rows: Record<(typeof dimensions)[number], readonly Row[]> = {
  tier: [
    ['A', 'A – strategic', 'A 类 – 战略客户'],
    ['B', 'B – important', 'B 类 – 重要客户'],
    ['C', 'C – standard', 'C 类 – 普通客户'],
  ],
  stage: [
    ['prospect', 'Prospect', '潜在客户'],
    ['negotiating', 'In negotiation', '洽谈中'],
    ['active', 'Active', '合作中'],
    ['renewing', 'Up for renewal', '续约中'],
    ['paused', 'Paused', '暂停合作'],
    ['former', 'Former customer', '已终止合作'],
  ],
  industry: [
    ['manufacturing', 'Manufacturing', '制造业'],
    ['automotive', 'Automotive', '汽车'],
    ['electronics', 'Electronics', '电子'],
    ['energy', 'Energy and utilities', '能源与公用事业'],
    ['chemicals', 'Chemicals and materials', '化工与材料'],
    ['construction', 'Construction and real estate', '建筑与房地产'],
    ['retail', 'Retail and consumer goods', '零售与消费品'],
    ['food', 'Food and agriculture', '食品与农业'],
    ['healthcare', 'Healthcare and pharmaceuticals', '医疗与医药'],
    ['finance', 'Banking and insurance', '银行与保险'],
    ['software', 'Software and internet', '软件与互联网'],
    ['telecoms', 'Telecommunications', '通信'],
    ['logistics', 'Transport and logistics', '交通与物流'],
    ['education', 'Education and research', '教育与科研'],
    ['public', 'Public sector', '政府与公共机构'],
    ['services', 'Business services', '商务服务'],
    ['other', 'Other', '其他'],
  ],
  region: [
    ['cn-east', 'East China', '华东'],
    ['cn-south', 'South China', '华南'],
    ['cn-north', 'North China', '华北'],
    ['cn-central', 'Central China', '华中'],
    ['cn-southwest', 'Southwest China', '西南'],
    ['cn-northwest', 'Northwest China', '西北'],
    ['cn-northeast', 'Northeast China', '东北'],
    ['cn-hmt', 'Hong Kong, Macao and Taiwan', '港澳台'],
    ['apac', 'Other Asia-Pacific', '亚太其他地区'],
    ['europe', 'Europe', '欧洲'],
    ['north-america', 'North America', '北美'],
    ['latin-america', 'Latin America', '拉丁美洲'],
    ['mea', 'Middle East and Africa', '中东与非洲'],
  ],
  // The key is a number of days.
  cadence: [
    ['7', 'Every week', '每周'],
    ['14', 'Every two weeks', '每两周'],
    ['30', 'Every month', '每月'],
    ['60', 'Every two months', '每两个月'],
    ['90', 'Every quarter', '每季度'],
    ['180', 'Every half year', '每半年'],
    ['365', 'Every year', '每年'],
  ],
  contactKind: [
    ['mobile', 'Mobile', '手机'],
    ['landline', 'Landline', '座机'],
    ['email', 'E-mail', '邮件'],
    ['wechat', 'WeChat', '微信'],
    ['visit', 'Visit', '面访'],
  ],
  language: [
    ['zh', 'Chinese', '中文'],
    ['en', 'English', '英语'],
    ['de', 'German', '德语'],
    ['fr', 'French', '法语'],
    ['es', 'Spanish', '西班牙语'],
    ['ja', 'Japanese', '日语'],
    ['ko', 'Korean', '韩语'],
    ['other', 'Other', '其他'],
  ],
};

/** How often the accounts of a tier are talked with in a new workspace, in days. */
export const defaultCadence: Readonly<Record<string, number>> = { A: 14, B: 30, C: 60 };

/** The entries a new workspace starts with. */
export const defaultOptions: readonly Option[] = Object.entries(rows).flatMap(([dimension, entries]) =>
  entries.map(([key, en, zh]) => ({ dimension, key, labels: { en, zh }, retired: false })),
);
