import { describe, expect, it } from 'vitest';
import { additionsTo, readPaper, stillNew } from '../../src/accounts/paper.ts';
import { hostileTexts } from '../lib/hostile.ts';

const signatures: readonly (readonly [
  what: string,
  country: string,
  text: string,
  person: Readonly<Record<string, string>>,
  company: Readonly<Record<string, string>>,
  unread: readonly string[],
])[] = [
  ['a name and a number', 'CN', '李伟 13800138000', { name: '李伟', mobile: '+8613800138000' }, {}, []],
  ['a first name in small letters', 'DE', 'jane 0151 23456789', { name: 'jane', mobile: '+4915123456789' }, {}, []],
  [
    'how somebody is called, and where',
    'CN',
    '何总 138-0013-8000 华泰科技',
    { name: '何总', mobile: '+8613800138000' },
    {},
    ['华泰科技'],
  ],
  [
    'a Chinese signature with labels',
    'CN',
    '李伟\n采购总监\n华泰科技有限公司\n手机：13800138000\n电话：021-6123 4567-8012\n传真：021-61234568\n邮箱：LiWei@huatai.example\n微信：liwei_ht\n地址：上海市浦东新区世纪大道100号\n网址：www.huatai.example',
    {
      name: '李伟',
      title: '采购总监',
      mobile: '+8613800138000',
      landline: '+862161234567;ext=8012',
      email: 'liwei@huatai.example',
      wechat: 'liwei_ht',
    },
    {
      name: '华泰科技有限公司',
      address: '上海市浦东新区世纪大道100号',
      city: '上海',
      website: 'https://www.huatai.example',
    },
    ['传真:021-61234568'],
  ],
  [
    'labels set with spaces, a number that is the WeChat name too',
    'CN',
    '王芳 女士  销售部 经理\n手 机: 139 0013 9000（微信同号）\n电 话: 0574-87654321 转 802',
    {
      name: '王芳',
      title: '销售部 经理',
      mobile: '+8613900139000',
      wechat: '13900139000',
      landline: '+8657487654321;ext=802',
    },
    {},
    [],
  ],
  [
    'everything on one line',
    'CN',
    '姓名：钱多多 职务：总经理 公司：云帆软件（成都）有限公司 手机/微信：13500135000 QQ：123456',
    { name: '钱多多', title: '总经理', mobile: '+8613500135000', wechat: '13500135000' },
    { name: '云帆软件(成都)有限公司' },
    ['QQ:123456'],
  ],
  [
    'both languages beside each other',
    'CN',
    'Zhang Min 张敏\nTechnical Manager 技术经理\nTel/电话: +86 21 6123 4567\nMobile/手机(微信同号): +86 139 0013 9000\nE-mail: zhangmin@huatai.example\nAdd: No. 100 Century Avenue, Shanghai, China',
    {
      name: 'Zhang Min 张敏',
      title: 'Technical Manager 技术经理',
      landline: '+862161234567',
      mobile: '+8613900139000',
      wechat: '13900139000',
      email: 'zhangmin@huatai.example',
    },
    { address: 'No. 100 Century Avenue, Shanghai, China', country: 'CN' },
    [],
  ],
  [
    'an English signature with single letters, a trunk zero and a disclaimer',
    'CN',
    'Best regards\n\nJane Doe\nHead of Purchasing\nAcme Industries GmbH\nHarbour Street 12, 80331 München, Germany\nT 089 2123 4567 | M +49 (0)151 23456789 | F +49 89 2123 4568\njane.doe@acme.example | www.acme.example\n\nThis e-mail may contain confidential information.',
    {
      name: 'Jane Doe',
      title: 'Head of Purchasing',
      landline: '+498921234567',
      mobile: '+4915123456789',
      email: 'jane.doe@acme.example',
    },
    {
      name: 'Acme Industries GmbH',
      address: 'Harbour Street 12, 80331 München, Germany',
      city: 'München',
      country: 'DE',
      website: 'https://www.acme.example',
    },
    ['F +49 89 2123 4568', 'This e-mail may contain confidential information.'],
  ],
  [
    'name, title and company with commas',
    'US',
    'Dana Whitfield, CFO, Acme, Inc.\n(202) 555-0143\ndana@acme.example',
    { name: 'Dana Whitfield', title: 'CFO', landline: '+12025550143', email: 'dana@acme.example' },
    { name: 'Acme Inc.' },
    [],
  ],
  [
    'a sentence before it, an address in brackets, a British postcode',
    'GB',
    'Met at the fair, wants samples by June\nOwen Price <owen.price@brightwater.example>\n+44 20 7946 0123\nBrightwater Foods Ltd\n12 Canal Road, Leeds LS1 4AB',
    { name: 'Owen Price', email: 'owen.price@brightwater.example', landline: '+442079460123' },
    { name: 'Brightwater Foods Ltd', address: '12 Canal Road, Leeds LS1 4AB', city: 'Leeds' },
    ['Met at the fair, wants samples by June'],
  ],
  [
    'a page of a person elsewhere, and a town that looks like a name',
    'US',
    'John Q. Public\nSenior Sales Manager, Northern Europe\nNew York\nOffice: 212-555-0123 x45\nhttps://www.linkedin.com/in/johnq',
    { name: 'John Q. Public', title: 'Senior Sales Manager, Northern Europe', landline: '+12125550123;ext=45' },
    {},
    ['New York', 'https://www.linkedin.com/in/johnq'],
  ],
  [
    'signs in place of labels',
    'CN',
    '赵丽\n供应链总监\n📱13600136000 ✉️ zhaoli@donghai.example',
    { name: '赵丽', title: '供应链总监', mobile: '+8613600136000', email: 'zhaoli@donghai.example' },
    {},
    [],
  ],
  [
    'bars between',
    'CN',
    '欧阳娜娜 | 市场部经理 | 长乐食品',
    { name: '欧阳娜娜', title: '市场部经理' },
    {},
    ['长乐食品'],
  ],
  [
    'a second mobile number',
    'CN',
    '陈晨\n手机：13500135001 / 13500135002',
    { name: '陈晨', mobile: '+8613500135001' },
    {},
    ['13500135002'],
  ],
];

describe('a pasted signature (R16, R100)', () => {
  it.each(signatures)('is read: %s', (_what, country, text, person, company, unread) => {
    expect(readPaper(text, country)).toEqual({ values: person, company, unread });
  });

  it.each([
    ['李总 1380013800O', '1380013800O'],
    ['Li Wei\nMobile: 1380013800', 'Mobile: 1380013800'],
    ['Li Wei\nE-mail: li@@wei', 'E-mail: li@@wei'],
    ['Li Wei\nweb: not a page', 'web: not a page'],
    ['Li Wei\n2026-11-22 10:30', '2026-11-22 10:30'],
  ])('is never completed: of %j, %j stays unread (T-45)', (text, unread) => {
    const card = readPaper(text, 'CN');
    expect(card.unread).toContain(unread);
    expect(Object.keys(card.values)).toEqual(['name']);
  });

  it('a fax is nobody’s phone, however it is written', () => {
    for (const label of ['传真：', 'Fax ', 'F: ', 'Telefax. ', '公司传真 ', 'Tel/Fax: ', '📠'])
      expect(readPaper(`李伟\n${label}021-61234567`, 'CN').values).toEqual({ name: '李伟' });
  });
});

const quoted = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E4=BC=9F;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E4=BC=
=9F
TEL;CELL:13800138000
TEL;WORK;FAX:021-61234568
ORG;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=BB=AA=CC=A9;=B2=C9=B9=BA=B2=BF
TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=FF=FE
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ
  abcd

END:VCARD`;
const folded = `Here it is:
BEGIN:VCARD
VERSION:3.0
N:Doe;Jane;M;Dr.;
FN:Dr. Jane M Doe
ORG:Acme\\, Inc.;Purchasing
TITLE:Head of Purchas
 ing
item1.TEL;type=pref:089 21234567
item1.X-ABLabel:work
TEL;TYPE=CELL,VOICE:0151 23456789
TEL;TYPE=HOME:089 999999
EMAIL;type=INTERNET;type=WORK:Jane.Doe@acme.example
URL:http://www.acme.example
ADR;TYPE=WORK:;;Harbour Street 12;München;;80331;Germany
X-WECHAT:janedoe
NOTE:Met at\\nthe fair
END:VCARD`;
const newest = `BEGIN:VCARD
VERSION:4.0
N:李;伟;;;
TEL;VALUE=uri;TYPE="cell,voice":tel:+86-138-0013-8000
TEL;VALUE=uri;TYPE=work:tel:+86-21-6123-4567;ext=12
EMAIL:liwei@huatai.example
ADR:;;世纪大道100号;上海市;上海;200120;中国
IMPP:wechat:liwei
END:VCARD
BEGIN:VCARD
FN:Somebody Else
END:VCARD`;

describe('a pasted vCard (R16, R100)', () => {
  it('2.1: quoted-printable, in the charset it names, across lines; what does not decode is unread', () => {
    expect(readPaper(quoted, 'CN')).toEqual({
      values: { name: '李伟', mobile: '+8613800138000' },
      company: { name: '华泰' },
      unread: ['021-61234568', '采购部', 'TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=FF=FE'],
    });
  });

  it('3.0: folded lines, groups, escapes, several numbers - read as those of the country it names', () => {
    expect(readPaper(folded, 'CN')).toEqual({
      values: {
        name: 'Dr. Jane M Doe',
        title: 'Head of Purchasing',
        landline: '+498921234567',
        mobile: '+4915123456789',
        email: 'jane.doe@acme.example',
        wechat: 'janedoe',
      },
      company: {
        name: 'Acme, Inc.',
        website: 'http://www.acme.example',
        address: 'Harbour Street 12, 80331 München',
        city: 'München',
        country: 'DE',
      },
      unread: ['Purchasing', '089 999999', 'Met at the fair', 'Here it is:'],
    });
  });

  it('4.0: numbers as addresses, a name in its parts; one person at a time', () => {
    expect(readPaper(newest, null)).toEqual({
      values: {
        name: '李伟',
        mobile: '+8613800138000',
        landline: '+862161234567;ext=12',
        email: 'liwei@huatai.example',
        wechat: 'liwei',
      },
      company: { address: '上海市世纪大道100号', city: '上海', country: 'CN' },
      unread: ['FN:Somebody Else'],
    });
  });

  it('of a company names no person', () => {
    const card = readPaper('BEGIN:VCARD\nFN:Acme Ltd\nN:;;;;\nORG:Acme Ltd\nEND:VCARD', null);
    expect(card).toEqual({ values: {}, company: { name: 'Acme Ltd' }, unread: [] });
  });
});

describe('whatever is pasted', () => {
  const long = [
    'a',
    'a\n',
    'M ',
    'M \n',
    '1 ',
    '电话:',
    '手机/',
    'Ab, ',
    'a.',
    '李',
    '(',
    '+1 (',
    'a@',
    '=4',
    '\\;',
    '"',
  ];
  it('is read to its end, however long it is (T-47)', () => {
    for (const piece of long) {
      const text = piece.repeat(100_000 / piece.length);
      for (const pasted of [
        text,
        text.match(/.{1,299}/gs)?.join('\n') ?? '',
        `BEGIN:VCARD\nFN:${text}`,
        `BEGIN:VCARD\nTEL;QUOTED-PRINTABLE:${text}`,
      ])
        expect(readPaper(pasted, 'CN')).toBeDefined();
    }
  });

  it('is a value in its standard form or stays unread, and nothing that shows nothing (T-40)', () => {
    for (const text of hostileTexts)
      for (const pasted of [
        text,
        `Name: ${text}`,
        `Mobile: ${text}`,
        `BEGIN:VCARD\nFN:${text}\nTEL:${text}\nEND:VCARD`,
      ]) {
        const { values, company } = readPaper(pasted, 'CN');
        for (const value of [...Object.values(values), ...Object.values(company)]) {
          expect(value).toEqual(expect.stringMatching(/\S/));
          expect(value).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b\uFFFD]/u);
        }
      }
  });
});

describe('what a card adds to a file', () => {
  const file = { name: 'Acme', aliases: ['ACME'], website: 'https://acme.example', city: null };
  it('is what is empty there, and a name by which nobody knows it yet', () => {
    const company = { name: 'Acme Industries', website: 'https://other.example', city: 'Ulm' };
    expect(additionsTo(file, { company })).toEqual({ aliases: ['ACME', 'Acme Industries'], city: 'Ulm' });
    expect(additionsTo(file, { company: { name: 'acme' } })).toEqual({});
  });

  it('never takes the place of what somebody has filled in meanwhile', () => {
    const accepted = { aliases: ['Acme Industries'], website: 'https://other.example', city: 'Ulm', address: null };
    expect(stillNew(file, accepted)).toEqual({ aliases: ['ACME', 'Acme Industries'], city: 'Ulm' });
  });
});
