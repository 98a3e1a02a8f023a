import type { KnownBlock, ModalView } from '@slack/types';
import { accountNumber } from '../accounts/account.ts';
import type { Reader } from '../accounts/card.ts';
import { stampInputs } from '../accounts/form.ts';
import { context, modal } from '../slack/blocks.ts';
import { link, rich } from '../slack/text.ts';
import { interactionIds } from './interaction.ids.ts';
import { logFormText } from './log-form.text.ts';
import type { LogFields, LogMeta } from './log-form.ts';
import type { EditOpened, LogAccount } from './log-form-facts.ts';
import {
  accountInput,
  agreedInputs,
  colleaguesInput,
  contactsInput,
  kindInput,
  outcomeInput,
  summaryInput,
  toneInput,
  whenInput,
} from './log-inputs.view.ts';
import { clashNotice } from './log-words.view.ts';

/** What the form of a new log shows beside what stands in its fields. */
export interface LogForm {
  readonly account: LogAccount | null;
  /** Slack id of the acting person, to whom the next step goes unless they say otherwise. */
  readonly me: string;
  readonly fields: LogFields;
  readonly meta: LogMeta;
  readonly wasCut?: boolean;
}

/** The form of a new log. What is asked first is what a log cannot do without; the rest is one swipe away. */
export function logModal({ account, me, fields, meta, wasCut = false }: LogForm, reader: Reader): ModalView {
  const t = logFormText[reader.language];
  const about = meta.fixed && account ? [aboutLine(account)] : [accountInput(account, reader.language)];
  return modal({
    callbackId: interactionIds.logSubmit,
    title: meta.source ? t.saveTitle : t.logTitle,
    submit: t.save,
    close: t.cancel,
    meta,
    blocks: [
      ...about,
      ...(meta.source ? [context(t.savedFrom(link(meta.source.permalink, t.theMessage)))] : []),
      ...(wasCut ? [context(t.wasCut)] : []),
      summaryInput(fields, reader.language),
      kindInput(fields.kind ?? 'meeting', reader.language),
      ...stampInputs(contactsInput(account?.contacts ?? [], fields.contacts ?? [], reader.language), meta.round),
      whenInput(fields, reader),
      ...agreedInputs(fields, me, reader.language),
      outcomeInput(fields, reader.language),
      toneInput(fields, reader.language),
      colleaguesInput(fields, reader.language),
    ],
  });
}

/** What comes back with the form of a log that is changed. */
export type EditMeta = {
  readonly interactionId: string;
  readonly version: number;
  readonly stamp: number;
  readonly from: LogMeta['from'];
  readonly belowId: string | null;
  readonly home?: unknown;
};

/** The form of a log that is changed, below what others have changed meanwhile. */
export function editModal({ account, fields, reader, clashes }: EditOpened, meta: EditMeta): ModalView {
  const { language } = reader;
  const t = logFormText[language];
  const inputs = [
    summaryInput(fields, language),
    kindInput(fields.kind ?? 'meeting', language),
    ...contactsInput(account.contacts ?? [], fields.contacts ?? [], language),
    whenInput(fields, reader),
    outcomeInput(fields, language),
    toneInput(fields, language),
    colleaguesInput(fields, language),
  ];
  return modal({
    callbackId: interactionIds.editSubmit,
    title: t.editTitle,
    submit: t.save,
    close: t.cancel,
    meta,
    blocks: [aboutLine(account), ...clashNotice(clashes, reader), ...stampInputs(inputs, meta.stamp)],
  });
}

const aboutLine = (account: LogAccount): KnownBlock =>
  context(rich`*${account.name}* · ${accountNumber(account.number)}`);
