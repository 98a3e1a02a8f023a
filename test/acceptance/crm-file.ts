import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const shared = process.env['DOSSIER_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
export const crmFile = path.join(shared, 'data/crm/accounts.csv');
export const hasCrmFile = existsSync(crmFile);

const row = z.object({
  account: z.string(),
  sector: z.string(),
  year_established: z.string(),
  /** Million USD. */
  revenue: z.string(),
  employees: z.string(),
  office_location: z.string(),
  subsidiary_of: z.string(),
});
export type CrmRow = z.infer<typeof row>;

/** The companies of the file, parents before their subsidiaries. */
export function readCrm(): readonly CrmRow[] {
  const rows = z.array(row).parse(parse(readFileSync(crmFile), { columns: true, bom: true }));
  return rows.toSorted((one, other) => Number(one.subsidiary_of !== '') - Number(other.subsidiary_of !== ''));
}

/** The file's words for industries and countries (typing errors included) → ours. */
const industries: Readonly<Record<string, string>> = {
  retail: 'retail',
  technolgy: 'electronics',
  medical: 'healthcare',
  marketing: 'services',
  finance: 'finance',
  software: 'software',
  entertainment: 'other',
  telecommunications: 'telecoms',
  services: 'services',
  employment: 'services',
};
const countries: Readonly<Record<string, string>> = { Philipines: 'Philippines', Korea: 'South Korea' };

/** A row as a person would fill it into the form of a new account. */
export const asForm = (one: CrmRow, parentId: string | undefined): Readonly<Record<string, unknown>> => ({
  name: one.account,
  industryKey: industries[one.sector],
  country: countries[one.office_location] ?? one.office_location,
  annual: `USD ${one.revenue}m`,
  source: 'CRM export',
  remarks: `Founded in ${one.year_established}, ${one.employees} employees.`,
  ...(parentId !== undefined && { parentId }),
});
