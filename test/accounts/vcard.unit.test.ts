import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/accounts/paper.ts';

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
