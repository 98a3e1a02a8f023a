import { randomBytes } from 'node:crypto';
import type { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import type { Vault } from '../lib/vault.ts';
import { pointPlaces } from '../search/search-point.ts';
import type { Values } from '../templates/field.ts';
import { type Contact, type PointKind, pointKinds, searchForms } from './contact.ts';

const pointColumns = { id: true, kind: true, valueSealed: true } satisfies Prisma.ContactPointSelect;
const columns = {
  id: true,
  accountId: true,
  version: true,
  name: true,
  title: true,
  role: true,
  preferredKind: true,
  preferredTime: true,
  language: true,
  leftOn: true,
  points: { select: pointColumns },
} satisfies Prisma.ContactSelect;
type Row = Prisma.ContactGetPayload<{ select: typeof columns }>;

/** Binds a sealed value to its column and row; its digests are bound to the column alone, or they would find nothing. */
const valuePlace = (pointId: string): string => `${pointPlaces.value}:${pointId}`;
const plainOf = (point: Row['points'][number] | undefined, vault: Vault): string | null =>
  point ? vault.open(point.valueSealed, valuePlace(point.id)) : null;

function contactOf({ points, ...row }: Row, vault: Vault): Contact {
  const open = (kind: PointKind): string | null =>
    plainOf(
      points.find((point) => point.kind === kind),
      vault,
    );
  return {
    id: row.id,
    accountId: row.accountId,
    version: row.version,
    values: {
      name: row.name,
      title: row.title,
      role: row.role,
      preferredKind: row.preferredKind,
      preferredTime: row.preferredTime,
      language: row.language,
      leftOn: row.leftOn?.toISOString().slice(0, 10) ?? null,
      ...Object.fromEntries(pointKinds.map((kind) => [kind, open(kind)])),
    },
  };
}

/** All contacts of an account with their points opened: only for a query that has asked the policy. */
export async function contactsOf(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  accountId: string,
): Promise<readonly Contact[]> {
  const rows = await db.contact.findMany({ where: { accountId }, orderBy: { id: 'asc' }, select: columns });
  return rows.map((row) => contactOf(row, vault));
}

/** One contact, or null. */
export async function findContact({ db, vault }: Pick<Work, 'db' | 'vault'>, id: string): Promise<Contact | null> {
  const row = await db.contact.findFirst({ where: { id }, select: columns });
  return row && contactOf(row, vault);
}

/** As `findContact`, and nobody else can change the row until this transaction ends; they can refer to it. */
export async function lockContact(work: Pick<Work, 'db' | 'vault'>, id: string): Promise<Contact | null> {
  await work.db.$queryRaw`SELECT 1 FROM "Contact" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return findContact(work, id);
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const columnsOf = (values: Values) => ({
  name: text(values['name']) ?? '',
  title: text(values['title']),
  role: text(values['role']),
  preferredKind: text(values['preferredKind']),
  preferredTime: text(values['preferredTime']),
  language: text(values['language']),
  leftOn: text(values['leftOn']) === null ? null : new Date(`${text(values['leftOn'])}T00:00:00Z`),
});

/** Writes a new contact; returns its id. */
export async function insertContact(work: Work, accountId: string, values: Values): Promise<string> {
  const { id } = await work.db.contact.create({
    data: {
      workspaceId: work.actor.workspaceId,
      accountId,
      createdAt: work.now,
      updatedAt: work.now,
      ...columnsOf(values),
    },
    select: { id: true },
  });
  await writePoints(work, id, values);
  return id;
}

/** Writes a contact's values if it is still at `version`; false when somebody was quicker. */
export async function updateContact(
  work: Work,
  contact: Pick<Contact, 'id' | 'version'>,
  values: Values,
): Promise<boolean> {
  const { count } = await work.db.contact.updateMany({
    where: { id: contact.id, version: contact.version },
    data: { ...columnsOf(values), version: contact.version + 1, updatedAt: work.now },
  });
  if (count === 1) await writePoints(work, contact.id, values);
  return count === 1;
}

/** Brings the points in step with the values; one that is as it was keeps its row, and so when it was confirmed. */
async function writePoints({ db, vault, actor, now }: Work, contactId: string, values: Values): Promise<void> {
  const stored = await db.contactPoint.findMany({ where: { contactId }, select: pointColumns });
  for (const kind of pointKinds) {
    const before = stored.find((point) => point.kind === kind);
    const value = text(values[kind]);
    if (value === plainOf(before, vault)) continue;
    await db.contactPoint.deleteMany({ where: { contactId, kind } });
    if (value === null) continue;
    const { standard, short } = searchForms(kind, value);
    const id = newId(now, randomBytes(10));
    await db.contactPoint.create({
      data: {
        id,
        workspaceId: actor.workspaceId,
        contactId,
        kind,
        valueSealed: vault.seal(value, valuePlace(id)),
        blind: vault.blind(standard, pointPlaces.value),
        blindShort: short === null ? null : vault.blind(short, pointPlaces.short),
      },
    });
  }
}

/** The digests by which these phone numbers are found at other accounts. */
export function phoneDigests(vault: Vault, values: Values): readonly string[] {
  return pointKinds.flatMap((kind) => {
    const value = text(values[kind]);
    if (value === null || (kind !== 'mobile' && kind !== 'landline')) return [];
    return vault.blinds(searchForms(kind, value).standard, pointPlaces.value);
  });
}
