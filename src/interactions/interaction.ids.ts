/** Ids of this slice's buttons, selects, modals and shortcuts. */
export const interactionIds = {
  /** Opens the log form; the value may name the account. */
  log: 'interaction-log',
  logShortcut: 'log-interaction',
  saveShortcut: 'save-to-account',
  logSubmit: 'interaction-log-submit',
  /** The form's account, whose people are offered. */
  account: 'interaction-account',
  contacts: 'interaction-contacts',
  edit: 'interaction-edit',
  editSubmit: 'interaction-edit-submit',
  /** Takes a log back, and puts it back. */
  undo: 'interaction-undo',
  restore: 'interaction-restore',
  /** *Edit* and *Delete* of one entry of the timeline. */
  more: 'interaction-more',
} as const;
