import type { Json } from './json.ts';
import { isJson } from './json.ts';

export type Surface = 'message' | 'modal' | 'home';

/** One broken rule. `pointer` is a JSON pointer from the list of blocks (or the view) down to the member. */
export interface Problem {
  readonly pointer: string;
  readonly text: string;
}

/** One run of the rules over one surface: where it is, what was found, which ids were seen. */
export interface Check {
  readonly surface: Surface;
  readonly problems: Problem[];
  readonly blockIds: Set<string>;
  /** Pointers of the elements that want the focus; only one may. */
  readonly focused: string[];
  /** Pointers of the input blocks: a modal that has one needs a submit button. */
  readonly inputs: string[];
}

export function newCheck(surface: Surface): Check {
  return { surface, problems: [], blockIds: new Set(), focused: [], inputs: [] };
}

export function refuse(check: Check, pointer: string, text: string): void {
  check.problems.push({ pointer, text });
}

interface Length {
  readonly max: number;
  readonly min?: number;
  readonly required?: boolean;
}

/** Checks a member that must be a string. Lengths are in UTF-16 units. */
export function stringMember(check: Check, holder: Json, member: string, at: string, rule: Length): void {
  const value = holder[member];
  const pointer = `${at}/${member}`;
  if (value === undefined || value === null) {
    if (rule.required) refuse(check, at, `missing required field: ${member}`);
    return;
  }
  if (typeof value !== 'string') {
    refuse(check, pointer, 'must provide a string');
    return;
  }
  checkLength(check, value, pointer, rule);
}

export function checkLength(check: Check, value: string, pointer: string, rule: Length): void {
  if (value.length > rule.max) refuse(check, pointer, `must be less than ${rule.max + 1} characters`);
  const min = rule.min ?? 1;
  if (value.length < min) refuse(check, pointer, `must be more than ${min - 1} characters`);
}

export function booleanMember(check: Check, holder: Json, member: string, at: string): void {
  const value = holder[member];
  if (value !== undefined && typeof value !== 'boolean') refuse(check, `${at}/${member}`, 'must provide a boolean');
}

export function integerMember(
  check: Check,
  holder: Json,
  member: string,
  at: string,
  range: { min: number; max?: number },
): void {
  const value = holder[member];
  if (value === undefined) return;
  const fits =
    Number.isInteger(value) && Number(value) >= range.min && Number(value) <= (range.max ?? Number.MAX_SAFE_INTEGER);
  if (!fits)
    refuse(check, `${at}/${member}`, `must be a whole number from ${range.min}${range.max ? ` to ${range.max}` : ''}`);
}

export function oneOfMember(check: Check, holder: Json, member: string, at: string, allowed: readonly string[]): void {
  const value = holder[member];
  if (value === undefined) return;
  if (typeof value !== 'string' || !allowed.includes(value))
    refuse(check, `${at}/${member}`, `must be one of: ${allowed.join(', ')}`);
}

/** The items of a member that must be a list, each with its pointer; reports a wrong number of them. */
export function listMember(
  check: Check,
  holder: Json,
  member: string,
  at: string,
  rule: { min?: number; max: number; required?: boolean },
): readonly { readonly item: unknown; readonly at: string }[] {
  const value = holder[member];
  const pointer = `${at}/${member}`;
  if (value === undefined || value === null) {
    if (rule.required) refuse(check, at, `missing required field: ${member}`);
    return [];
  }
  if (!Array.isArray(value)) {
    refuse(check, pointer, 'must provide an array');
    return [];
  }
  if (value.length > rule.max) refuse(check, pointer, `no more than ${rule.max} items allowed`);
  if (value.length < (rule.min ?? 1)) refuse(check, pointer, `no fewer than ${rule.min ?? 1} items allowed`);
  return value.map((item: unknown, index) => ({ item, at: `${pointer}/${index}` }));
}

/** The same for a list of objects; anything else in it is reported and left out. */
export function objectsMember(
  ...args: Parameters<typeof listMember>
): readonly { readonly item: Json; readonly at: string }[] {
  const [check] = args;
  return listMember(...args).flatMap(({ item, at }) => {
    if (isJson(item)) return [{ item, at }];
    refuse(check, at, 'must provide an object');
    return [];
  });
}

/** Slack refuses members it does not know. */
export function onlyMembers(check: Check, holder: Json, at: string, allowed: readonly string[]): void {
  for (const member of Object.keys(holder))
    if (!allowed.includes(member)) refuse(check, at, `invalid additional property: ${member}`);
}
