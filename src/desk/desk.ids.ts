/** Ids of the desk's own buttons and modals. */
export const deskIds = {
  picked: 'desk-picked',
  pickedSubmit: 'desk-picked-submit',
  homePick: 'desk-home-pick',
  homePage: 'desk-home-page',
  homeRefresh: 'desk-home-refresh',
  homeOf: 'desk-home-of',
  choose: 'desk-choose',
  runVerb: 'desk-verb',
  draftDrop: 'desk-draft-drop',
  help: 'desk-help',
  newAccountShortcut: 'new-account',
  lookUpShortcut: 'look-up-account',
} as const;
