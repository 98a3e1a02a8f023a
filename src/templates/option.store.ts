import { randomUUID } from 'node:crypto';
import type { Db } from '../db/work.ts';
import { defaultCadence, defaultOptions } from './default-options.ts';
import type { Option } from './option.ts';

/** Every choice of the workspace, in the order in which they are offered. */
export async function allOptions(db: Db): Promise<readonly Option[]> {
  const rows = await db.option.findMany({
    select: { dimension: true, key: true, labelEn: true, labelZh: true, retiredAt: true },
    orderBy: [{ dimension: 'asc' }, { position: 'asc' }],
  });
  return rows.map(({ dimension, key, labelEn, labelZh, retiredAt }) => ({
    dimension,
    key,
    labels: { en: labelEn, zh: labelZh },
    retired: retiredAt !== null,
  }));
}

/** Gives a workspace the choices that every workspace begins with; those it has already stay as they are. */
export async function addDefaultOptions(db: Db, workspaceId: string): Promise<void> {
  const rows = defaultOptions.map((option, position) => ({
    id: randomUUID(),
    workspaceId,
    dimension: option.dimension,
    key: option.key,
    labelEn: option.labels.en,
    labelZh: option.labels.zh,
    position,
    cadenceDays: option.dimension === 'tier' ? (defaultCadence[option.key] ?? null) : null,
  }));
  await db.option.createMany({ data: rows, skipDuplicates: true });
}
