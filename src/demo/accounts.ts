import type { Values } from '../templates/field.ts';
import { staff } from './company.ts';

/** One invented customer. Days are counted from the day on which the demo is filled. */
export interface DemoAccount {
  readonly keptBy: string;
  readonly contractEndsIn?: number;
  readonly values: Values;
  readonly contacts: readonly Values[];
}

const { manager, chineseManager } = staff;
const money = (amount: string, currency: string) => ({ amount, currency });

/** Twelve customers, as believable as invented ones can be; numbers from ranges reserved for fiction where there are any. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    keptBy: manager,
    contractEndsIn: 41,
    values: {
      name: 'Acme Corporation',
      aliases: ['ACME'],
      tierKey: 'A',
      stageKey: 'renewing',
      industryKey: 'manufacturing',
      regionKey: 'north-america',
      country: 'US',
      city: 'Detroit',
      website: 'https://acme.example',
      annual: money('1200000', 'USD'),
      tags: ['vip', 'reference'],
      remarks: 'Buys through a yearly tender in spring. Wants one invoice a quarter.',
    },
    contacts: [
      {
        name: 'Dana Whitfield',
        title: 'Head of Purchasing',
        role: 'Signs the contract',
        mobile: '+12025550143',
        email: 'dana.whitfield@acme.example',
        preferredKind: 'mobile',
        preferredTime: 'mornings',
      },
      { name: 'Luis Ortega', title: 'Plant Manager', role: 'Uses what we sell', email: 'luis.ortega@acme.example' },
    ],
  },
  {
    keptBy: manager,
    contractEndsIn: 203,
    values: {
      name: 'Brightwater Foods',
      tierKey: 'B',
      stageKey: 'active',
      industryKey: 'food',
      regionKey: 'europe',
      country: 'GB',
      city: 'Leeds',
      website: 'https://brightwater.example',
      annual: money('340000', 'GBP'),
      tags: ['seasonal'],
    },
    contacts: [
      {
        name: 'Priya Nair',
        title: 'Quality Lead',
        email: 'priya@brightwater.example',
        mobile: '+447700900123',
        preferredKind: 'email',
      },
    ],
  },
  {
    keptBy: manager,
    contractEndsIn: 12,
    values: {
      name: 'Kestrel Energy',
      aliases: ['Kestrel'],
      tierKey: 'A',
      stageKey: 'renewing',
      industryKey: 'energy',
      regionKey: 'europe',
      country: 'DE',
      city: 'Hamburg',
      website: 'https://kestrel-energy.example',
      annual: money('890000', 'EUR'),
    },
    contacts: [
      {
        name: 'Jonas Brandt',
        title: 'Chief Engineer',
        landline: '+4940669699',
        email: 'brandt@kestrel-energy.example',
        preferredKind: 'landline',
      },
    ],
  },
  {
    keptBy: manager,
    values: {
      name: 'Orchard & Lane',
      tierKey: 'C',
      stageKey: 'prospect',
      industryKey: 'retail',
      regionKey: 'europe',
      country: 'IE',
      city: 'Dublin',
      website: 'https://orchardlane.example',
    },
    contacts: [],
  },
  {
    keptBy: manager,
    contractEndsIn: 320,
    values: {
      name: 'Solvang Medical',
      tierKey: 'B',
      stageKey: 'active',
      industryKey: 'healthcare',
      regionKey: 'europe',
      country: 'DK',
      city: 'Copenhagen',
      website: 'https://solvang.example',
      annual: money('2100000', 'DKK'),
    },
    contacts: [{ name: 'Freja Holm', title: 'Lab Director', email: 'freja.holm@solvang.example' }],
  },
  {
    keptBy: manager,
    values: {
      name: 'Tidewater Logistics',
      tierKey: 'C',
      stageKey: 'paused',
      industryKey: 'logistics',
      regionKey: 'europe',
      country: 'NL',
      city: 'Rotterdam',
      website: 'https://tidewater.example',
    },
    contacts: [{ name: 'Sanne de Wit', title: 'Operations', email: 'sanne@tidewater.example' }],
  },
  {
    keptBy: chineseManager,
    contractEndsIn: 28,
    values: {
      name: '华泰科技有限公司',
      aliases: ['华泰', 'Huatai'],
      tierKey: 'A',
      stageKey: 'renewing',
      industryKey: 'electronics',
      regionKey: 'cn-east',
      country: 'CN',
      city: '上海',
      website: 'https://huatai.example',
      annual: money('5200000', 'CNY'),
      channelId: 'C0HUATAI01',
      tags: ['战略'],
      remarks: '采购流程需要两位副总签字。',
    },
    contacts: [
      {
        name: '李伟',
        title: '采购总监',
        role: '合同签字人',
        mobile: '+8613800138000',
        wechat: 'liwei_ht',
        preferredKind: 'wechat',
        preferredTime: '工作日下午',
      },
      { name: '张敏', title: '技术经理', mobile: '+8613900139000', email: 'zhangmin@huatai.example' },
    ],
  },
  {
    keptBy: chineseManager,
    contractEndsIn: 150,
    values: {
      name: '明远医疗器械',
      tierKey: 'B',
      stageKey: 'active',
      industryKey: 'healthcare',
      regionKey: 'cn-south',
      country: 'CN',
      city: '深圳',
      website: 'https://mingyuan.example',
      annual: money('1800000', 'CNY'),
    },
    contacts: [{ name: '王工', title: '设备主管', mobile: '+8613700137000', preferredKind: 'mobile' }],
  },
  {
    keptBy: chineseManager,
    contractEndsIn: 75,
    values: {
      name: '东海汽车零部件',
      aliases: ['东海'],
      tierKey: 'A',
      stageKey: 'active',
      industryKey: 'automotive',
      regionKey: 'cn-east',
      country: 'CN',
      city: '宁波',
      website: 'https://donghai.example',
      annual: money('3600000', 'CNY'),
      tags: ['战略', '出口'],
    },
    contacts: [
      { name: '赵丽', title: '供应链总监', mobile: '+8613600136000', wechat: 'zhaoli_dh', preferredKind: 'wechat' },
    ],
  },
  {
    keptBy: chineseManager,
    values: {
      name: '长乐食品',
      tierKey: 'C',
      stageKey: 'prospect',
      industryKey: 'food',
      regionKey: 'cn-south',
      country: 'CN',
      city: '福州',
    },
    contacts: [{ name: '林先生', title: '总经理', mobile: '+8613500135000' }],
  },
  {
    keptBy: chineseManager,
    contractEndsIn: 260,
    values: {
      name: '云帆软件',
      aliases: ['Yunfan Software'],
      tierKey: 'B',
      stageKey: 'active',
      industryKey: 'software',
      regionKey: 'cn-southwest',
      country: 'CN',
      city: '成都',
      website: 'https://yunfan.example',
      annual: money('760000', 'CNY'),
    },
    contacts: [{ name: '周婷', title: '运营总监', email: 'zhouting@yunfan.example' }],
  },
  {
    keptBy: chineseManager,
    values: {
      name: '区医院',
      tierKey: 'C',
      stageKey: 'negotiating',
      industryKey: 'public',
      regionKey: 'cn-north',
      country: 'CN',
      city: '北京',
    },
    contacts: [],
  },
];
