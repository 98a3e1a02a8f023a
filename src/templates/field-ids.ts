/** Action ids of the inputs that fields make; the block id is the field's id. */
export const fieldIds = {
  /** Every input but those below. */
  value: 'v',
  /** External select: accounts by name. Whoever opens such a modal answers for its choices. */
  accountPick: 'account-pick',
} as const;
