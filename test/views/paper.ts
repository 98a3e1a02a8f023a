import { duplicateNotice } from '../../src/accounts/account-form.view.ts';
import { pasteModal, proposalModal } from '../../src/accounts/paper.view.ts';
import type { Proposal } from '../../src/accounts/paper-card.ts';
import { companyFields, personFields } from '../../src/accounts/paper-field.ts';
import { rich } from '../../src/slack/text.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, window } from './surface.ts';

const proposalOf = (h: facts.Hostile): Proposal => ({
  account: { id: '01900000-0000-7000-8000-000000000000', name: h.text },
  person: facts.valuesOf(personFields, h),
  company: facts.valuesOf(companyFields, h),
  unread: Array.from({ length: h.count }, () => h.text),
  facts: facts.fieldFactsOf(h),
});

export const paperViews: Builders = {
  'paper.view pasteModal': (h) => [window(pasteModal({ accountId: 'a' }, h.language))],
  'paper.view proposalModal': (h) => {
    const proposal = proposalOf(h);
    const nothing = { ...proposal, person: {}, company: {} };
    const notice = duplicateNotice(facts.duplicatesOf(h), h);
    return [
      window(proposalModal(proposal, { meta: {}, done: rich`${h.text}` }, h.language)),
      window(proposalModal(nothing, { meta: {}, notice, typed: { name: h.text }, isSeen: true }, h.language)),
    ];
  },
};
