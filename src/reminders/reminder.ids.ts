/** Ids of this slice's buttons and windows. */
export const reminderIds = {
  settings: 'reminder-settings',
  settingsSubmit: 'reminder-settings-save',
} as const;
