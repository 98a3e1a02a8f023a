import { defaultOptions } from '../../src/templates/default-options.ts';
import type { ReadContext } from '../../src/templates/field.read.ts';
import type { Field, FieldFacts } from '../../src/templates/field.ts';
import { fieldTypes, inAnyLanguage } from '../../src/templates/field.ts';

export const accountId = '0192f0c1-0000-7000-8000-000000000001';
export const memberId = '0192f0c1-0000-7000-8000-000000000002';
export const teamId = '0192f0c1-0000-7000-8000-000000000003';

export const someFacts: FieldFacts = {
  options: defaultOptions,
  teams: [{ id: teamId, name: 'Key accounts East' }],
  people: [{ memberId, slackUserId: 'U0LIWEI', name: 'Li Wei' }],
  accounts: [{ id: accountId, name: 'Acme Group' }],
};

export const inChina: ReadContext = { country: 'CN', defaultCurrency: 'CNY', facts: someFacts, current: {} };

/** One field of each type, as a template may bring it. */
export const oneOfEach: readonly Field[] = fieldTypes.map((type) => {
  const described = {
    id: type,
    of: 'account',
    class: 'profile',
    label: inAnyLanguage(type),
    example: inAnyLanguage('x'),
  } as const;
  return type === 'choice' ? { ...described, type, dimension: 'tier' } : { ...described, type };
});

/** One of the fields above. */
export function fieldOf(type: Field['type']): Field {
  const field = oneOfEach.find((each) => each.type === type);
  if (!field) throw new Error(`no field of type ${type}`);
  return field;
}
