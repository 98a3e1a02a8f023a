import type { KnownBlock } from '@slack/types';
import { modal } from '../../src/slack/blocks.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { fieldInput, fieldInputs } from '../../src/templates/field.view.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, type Surface, window } from './surface.ts';

type Hostile = facts.Hostile;
const formReader = (h: Hostile) => ({ language: h.language, facts: facts.fieldFactsOf(h) });
const inputsAlone = (h: Hostile, blocks: readonly KnownBlock[]): Surface =>
  window(modal({ callbackId: 'x', title: h.text, submit: 'Save', close: h.text, blocks }));

export const fieldViews: Builders = {
  'field.view fieldInputs': (h) => [inputsAlone(h, [...fieldInputs(accountFields, {}, formReader(h))])],
  'field.view fieldInput': (h) => [
    inputsAlone(
      h,
      contactFields.flatMap((field) => fieldInput(field, null, formReader(h)) ?? []),
    ),
  ],
};
