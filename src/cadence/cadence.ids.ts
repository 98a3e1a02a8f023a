/** Ids of this slice's buttons, selects and modals. */
export const cadenceIds = {
  snooze: 'cadence-snooze',
  snoozeSubmit: 'cadence-snooze-until',
  endSnooze: 'cadence-end-snooze',
} as const;
