/** Ids of this slice's buttons and modals; the manifest test reads no others. */
export const accessIds = {
  ask: 'access-ask',
  grantOne: 'access-grant-one',
  decline: 'access-decline',
  people: 'access-people',
  peoplePage: 'access-people-page',
  give: 'access-give',
  giveSubmit: 'access-give-submit',
  team: 'access-team',
  teamSubmit: 'access-team-submit',
  language: 'access-language',
  absence: 'access-absence',
  absenceSubmit: 'access-absence-submit',
  absenceEnd: 'access-absence-end',
} as const;
