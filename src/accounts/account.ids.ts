/** Ids of this slice's buttons, selects and modals. */
export const accountIds = {
  /** Search-as-you-type for an account, wherever one is picked. */
  pick: 'account-pick',
  open: 'account-open',
  create: 'account-new',
  createSubmit: 'account-new-submit',
  edit: 'account-edit',
  editSubmit: 'account-edit-submit',
  allFields: 'account-all-fields',
  contacts: 'account-contacts',
  contactNew: 'contact-new',
  contactEdit: 'contact-edit',
  contactSubmit: 'contact-submit',
  history: 'account-history',
  historyPage: 'account-history-page',
  historyNewest: 'account-history-newest',
  sendToMe: 'account-send-to-me',
  share: 'account-share',
  shareSubmit: 'account-share-submit',
  cardModal: 'account-card',
  contactsModal: 'account-contacts-list',
  historyModal: 'account-history-list',
} as const;
