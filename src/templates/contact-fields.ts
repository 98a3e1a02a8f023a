import { type Field, inAnyLanguage } from './field.ts';

const profile = { of: 'contact', class: 'profile' } as const;
const reach = { of: 'contact', class: 'contact' } as const;

/** The built-in fields of a person at an account, in the order of the modal. */
export const contactFields: readonly Field[] = [
  {
    ...profile,
    id: 'name',
    type: 'text',
    required: true,
    label: { en: 'Name', zh: '姓名' },
    example: { en: 'Li Wei', zh: '李伟' },
  },
  {
    ...profile,
    id: 'title',
    type: 'text',
    label: { en: 'Title', zh: '职务' },
    example: { en: 'Head of Purchasing', zh: '采购总监' },
  },
  {
    ...profile,
    id: 'role',
    type: 'text',
    label: { en: 'Role for us', zh: '角色' },
    example: { en: 'Signs the contract', zh: '合同签字人' },
  },
  {
    ...reach,
    id: 'mobile',
    type: 'phone',
    label: { en: 'Mobile', zh: '手机' },
    example: inAnyLanguage('+86 131 2345 6789'),
  },
  {
    ...reach,
    id: 'landline',
    type: 'phone',
    label: { en: 'Landline', zh: '座机' },
    example: inAnyLanguage('+86 21 6123 4567 ext. 12'),
  },
  {
    ...reach,
    id: 'email',
    type: 'email',
    label: { en: 'E-mail', zh: '邮箱' },
    example: inAnyLanguage('li.wei@example.com'),
  },
  {
    ...reach,
    id: 'wechat',
    type: 'text',
    maxLength: 60,
    label: { en: 'WeChat', zh: '微信' },
    example: inAnyLanguage('liwei_2026'),
  },
  {
    ...reach,
    id: 'preferredKind',
    type: 'choice',
    dimension: 'contactKind',
    label: { en: 'Prefers to be reached by', zh: '偏好的联系方式' },
    example: { en: 'WeChat', zh: '微信' },
  },
  {
    ...reach,
    id: 'preferredTime',
    type: 'text',
    label: { en: 'Best time', zh: '方便的时间' },
    example: { en: 'weekdays after 14:00', zh: '工作日 14:00 以后' },
  },
  {
    ...profile,
    id: 'language',
    type: 'choice',
    dimension: 'language',
    label: { en: 'Language', zh: '语言' },
    example: { en: 'Chinese', zh: '中文' },
  },
  {
    ...profile,
    id: 'leftOn',
    type: 'date',
    label: { en: 'Left the company on', zh: '离职日期' },
    example: inAnyLanguage('2026-03-31'),
  },
];

const ids = new Set(contactFields.map((field) => field.id));

/** Everything about a contact is about a person, their name first of all. */
export const isPersonal = (fieldId: string): boolean => ids.has(fieldId);
