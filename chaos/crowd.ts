import { demoCompany } from '../src/demo/company.ts';
import type { Company } from '../src/playground/company.ts';

/** Administers: Dossier's first word goes to this person. */
export const ADMINISTRATOR = 'U0CROWD0000';

/** A company of so many people, and the administrator. */
export function aCrowd(size: number): Company {
  const company = demoCompany('/account');
  return { ...company, people: [person(0), ...Array.from({ length: size }, (_, n) => person(n + 1))], channels: [] };
}

/** Slack's ids of the crowd without the administrator. */
export const crowdIds = (size: number): readonly string[] => Array.from({ length: size }, (_, n) => idOf(n + 1));

const idOf = (n: number): string => `U0CROWD${String(n).padStart(4, '0')}`;

const person = (n: number): Company['people'][number] => ({
  id: idOf(n),
  name: `person${n}`,
  realName: `Person ${n}`,
  locale: 'en-US',
  zone: 'Asia/Shanghai',
});
