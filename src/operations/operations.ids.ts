/** Action ids of the jobs and health pages. */
export const operationsIds = {
  page: 'operations-page',
  refresh: 'operations-refresh',
  retry: 'operations-retry',
  drop: 'operations-drop',
  runNow: 'operations-run-now',
  pause: 'operations-pause',
  goOn: 'operations-go-on',
} as const;
