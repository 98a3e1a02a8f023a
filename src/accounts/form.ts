/**
 * Slack keeps what was typed in an input whose block id stays the same, and shows the initial value of one whose block
 * id is new. A form that is shown again with other people's changes therefore gets new ids: the stamp, its version.
 */
const mark = '~';

/** A field's block id in a form with this stamp; 0 is a form shown for the first time. */
const blockIdOf = (fieldId: string, stamp: number): string => (stamp === 0 ? fieldId : `${fieldId}${mark}${stamp}`);

/** The same inputs under the ids of the stamp. */
export const stampInputs = <B extends { readonly block_id?: string }>(
  inputs: readonly B[],
  stamp: number,
): readonly B[] => inputs.map((block) => ({ ...block, block_id: blockIdOf(block.block_id ?? '', stamp) }));

/** What was sent, by field id again. */
export const unstamp = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).map(([blockId, value]) => [blockId.split(mark, 1)[0] ?? blockId, value]));

/** Errors by block id. */
export const stampErrors = (errors: Readonly<Record<string, string>>, stamp: number): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([fieldId, text]) => [blockIdOf(fieldId, stamp), text]));

/** The texts among what stands in a form, by field id: shown again as they were typed. */
export const typedTexts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unstamp(values)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
