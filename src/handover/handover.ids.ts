/** Ids of the handover's buttons, selects and windows. */
export const handoverIds = {
  /** Opens the form: for one owner's accounts, or for one account. */
  open: 'handover-open',
  owner: 'handover-owner',
  accounts: 'handover-accounts',
  submit: 'handover-submit',
  approve: 'handover-approve',
  decline: 'handover-decline',
  undo: 'handover-undo',
  list: 'handover-list',
  listPage: 'handover-list-page',
  resultModal: 'handover-result',
  listModal: 'handover-list-window',
} as const;
