import { accountFields } from '../templates/account-fields.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { type Field, inAnyLanguage } from '../templates/field.ts';

/** Where a card is typed or pasted. It is no field of the file: what it says is read, proposed, and accepted by a person. */
export const paperField: Field = {
  of: 'contact',
  class: 'contact',
  id: 'paper',
  type: 'longText',
  label: { en: 'Their card', zh: '对方名片' },
  hint: {
    en: 'Name and phone, or paste an e-mail signature or a vCard. You check it before it is saved.',
    zh: '姓名和电话，或粘贴邮件签名、vCard。保存前由您核对。',
  },
  example: inAnyLanguage('李伟 138 0013 8000'),
};

/** The proposal takes the place of the new account's form; under the same ids Slack would keep what was typed there. */
export const paperStamp = 1;

const wish = {
  label: { en: 'What they want', zh: '客户需求' },
  example: { en: 'A quote for 200 sensors by May', zh: '五月前报价 200 个传感器' },
};
const short = ['name', 'remarks'];

/** What a new account is asked for at a fair, standing, on a phone. All the rest is a tap away. */
export const newFields: readonly Field[] = withPaper(
  accountFields
    .filter(({ id }) => short.includes(id))
    .map(({ hint: _, ...field }): Field => (field.id === 'remarks' ? { ...field, ...wish } : field)),
);
/** Everything about a new account. */
export const allNewFields: readonly Field[] = withPaper(accountFields);

function withPaper([name, ...others]: readonly Field[]): readonly Field[] {
  return name ? [name, paperField, ...others] : [paperField];
}

/** The fields in which a card is proposed: of the contact, and of the account's file. */
export const personFields = contactFields.filter(({ id }) =>
  ['name', 'title', 'mobile', 'landline', 'email', 'wechat'].includes(id),
);
export const companyFields = accountFields.filter(({ id }) =>
  ['aliases', 'website', 'address', 'city', 'country'].includes(id),
);
