import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { saveSettings } from './settings.store.ts';
import { type SettingsForm, type SettingsProblem, settingsOf } from './settings.ts';

export type SettingsChosen = { readonly ok: true } | ({ readonly ok: false } & SettingsProblem);

/** The acting person says what they want to hear unasked, and when. */
export async function chooseSettings({ db, actor }: Work, form: SettingsForm): Promise<SettingsChosen> {
  authorise(actor, 'preferences.edit');
  const read = settingsOf(form);
  if (!read.ok) return read;
  await saveSettings(db, actor, read.settings);
  return { ok: true };
}
