import type { FieldChange } from '../audit/audit.ts';
import { type Conflict, mergeFields } from '../lib/merge.ts';
import type { FieldValue, Values } from '../templates/field.ts';

/** One step in a record's past: the fields it changed, and the versions between which it stands. */
export interface Step {
  readonly changes: Readonly<Record<string, FieldChange>>;
  readonly at: Date;
  readonly actorId: string | null;
}

/** The field under which an audit entry carries the version it led from and to. */
export const versionField = 'version';

/** Under which it carries, where an earlier change was put back, the entry that told of that change. */
export const putBackField = 'putBack';

const isNote = (field: string): boolean => field === versionField || field === putBackField;

/**
 * The values as they were at `version`: what has been changed since is taken back, newest step first. This is the base
 * of a three-way merge, so no copy of the file travels through Slack.
 */
export function rewind(current: Values, newestFirst: readonly Step[], version: number): Values {
  const values: Record<string, Values[string]> = { ...current };
  for (const step of newestFirst) {
    const from = step.changes[versionField]?.from;
    if (typeof from !== 'number' || from < version) break;
    for (const [field, change] of Object.entries(step.changes)) {
      if (!isNote(field)) values[field] = change.from as Values[string];
    }
  }
  return values;
}

/** A field that two people changed: what the one who asks typed, what stands there now, and who put it there. */
export interface Clash {
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  readonly actorId: string | null;
  readonly at: Date | null;
}

/** Adds to each conflict of a merge who changed the field last, and when. */
function clashesOf(conflicts: readonly Conflict<Values>[], newestFirst: readonly Step[]): readonly Clash[] {
  return conflicts.map(({ field, mine, theirs }) => {
    const step = newestFirst.find((one) => field in one.changes);
    return {
      field: String(field),
      mine: mine as FieldValue,
      theirs: theirs as FieldValue,
      actorId: step?.actorId ?? null,
      at: step?.at ?? null,
    };
  });
}

/** What an edit comes to, once it has been held against what others have done since. */
export type Revision =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly merged: Values; readonly changed: readonly string[] }
  | {
      readonly kind: 'clash';
      readonly clashes: readonly Clash[];
      /** What the form shows next: what stands now, with what this person typed over it. */
      readonly shown: Values;
    };

/**
 * Holds an edit, made on `version`, against the record as it stands: other people's changes are kept, and only where both
 * changed the same field to different values a person is asked. A field that `mine` lacks was not shown.
 */
export function revise(
  current: Values,
  newestFirst: readonly Step[],
  edit: { version: number; mine: Values },
): Revision {
  const base = rewind(current, newestFirst, edit.version);
  const { merged, changed, conflicts } = mergeFields<Values>(base, edit.mine, current);
  if (conflicts.length > 0) {
    const typed = conflicts.map(({ field, mine }) => [field, mine]);
    return {
      kind: 'clash',
      clashes: clashesOf(conflicts, newestFirst),
      shown: { ...merged, ...Object.fromEntries(typed) },
    };
  }
  return changed.length === 0 ? { kind: 'same' } : { kind: 'change', merged, changed: changed.map(String) };
}
