/** Ids of the brief's buttons and windows. */
export const briefIds = {
  open: 'brief-open',
  modal: 'brief',
} as const;
