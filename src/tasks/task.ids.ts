/** Ids of this slice's buttons and windows. */
export const taskIds = {
  /** The list of one account's steps, from its card. */
  open: 'tasks-open',
  mine: 'tasks-mine',
  team: 'tasks-team',
  further: 'tasks-page',
  first: 'tasks-page-first',
  window: 'tasks',
  create: 'task-new',
  createSubmit: 'task-new-submit',
  editSubmit: 'task-edit-submit',
  done: 'task-done',
  undo: 'task-undo',
  log: 'task-log',
  /** Tomorrow, next week, pick a date, give to, edit. */
  more: 'task-more',
  dateSubmit: 'task-date-submit',
  giveSubmit: 'task-give-submit',
  drop: 'task-drop',
  restore: 'task-restore',
  dropped: 'task-dropped',
} as const;
