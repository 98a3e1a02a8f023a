/** Ids of the answers to a typed line. */
export const lineIds = {
  /** A kept line goes to this account. */
  to: 'log-line-to',
  /** Opens the window that asks for the account. */
  pick: 'log-line-pick',
  pickSubmit: 'log-line-pick-submit',
  drop: 'log-line-drop',
  kind: 'log-line-kind',
  person: 'log-line-person',
  day: 'log-line-day',
  pickDay: 'log-line-pick-day',
  pickDaySubmit: 'log-line-pick-day-submit',
} as const;
