import { z } from 'zod';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import type { FieldFacts, Values as FieldValues } from '../templates/field.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { companyOnPaper, openNew, submitNew } from './account-form.flow.ts';
import { formRefused, introduceChosen, showCard } from './account-form.slack.ts';
import { duplicateNotice, formModal } from './account-form.view.ts';
import type { AccountWiring } from './account-wiring.ts';
import { typedTexts, unstamp } from './form.ts';
import { proposalWindow } from './paper.slack.ts';
import { allNewFields, newFields, paperField } from './paper-field.ts';

const newMeta = z.object({ stamp: z.int().min(0), all: z.boolean(), accepted: z.array(z.uuid()).max(50) });
type NewMeta = z.infer<typeof newMeta>;
const values = z.record(z.string(), z.unknown());
type Values = z.infer<typeof values>;

/** The form for a new account: three fields, then whatever somebody has time for. */
export function accountNewHandlers(wiring: AccountWiring): readonly Handler[] {
  return [
    onAction(accountIds.create, {
      needs: 'account.create',
      accepts: z.object({ name: z.string().max(200) }).nullish(),
      run: (gesture, value) => openNewForm(gesture, value?.name ?? ''),
    }),
    onAction(accountIds.allFields, { needs: 'account.create', accepts: z.unknown(), run: showAllFields }),
    onSubmit(accountIds.createSubmit, {
      needs: 'account.create',
      accepts: z.object({ meta: newMeta, values }),
      run: (gesture, sent) => create(gesture, sent.meta, sent.values, wiring),
    }),
  ];
}

/** Opens the form for a new account, with the name already typed. */
export async function openNewForm(gesture: Gesture, name: string): Promise<void> {
  const facts = await gesture.inWorkspace(openNew);
  const typed = name === '' ? {} : { name };
  await gesture.open(newForm(gesture, { facts, meta: { stamp: 0, all: false, accepted: [] }, typed }));
}

/** Everything about the account, with what the pasted card says of it. */
async function showAllFields(gesture: Gesture): Promise<void> {
  const { view } = gesture.place;
  const meta = newMeta.safeParse(view?.meta);
  if (!view || !meta.success) return;
  const typed = typedTexts(view.values);
  const [facts, company] = await gesture.inWorkspace(async (work) => [
    await openNew(work),
    await companyOnPaper(work, typed[paperField.id] ?? ''),
  ]);
  const all = newForm(gesture, { facts, meta: { ...meta.data, all: true }, typed, company });
  await gesture.update(view.id, all, view.hash);
}

async function create(gesture: Gesture, meta: NewMeta, sent: Values, wiring: AccountWiring): Promise<SubmitAnswer> {
  await introduceChosen(gesture, sent, wiring);
  const result = await gesture.once((work) => submitNew(work, unstamp(sent), meta.accepted, wiring.drafts));
  const typed = typedTexts(sent);
  if (result.ok) {
    const { accountId, name, draftId, mayAdd } = result;
    const done = (language: Gesture['language']) => accountText[language].created(name);
    const proposal =
      draftId === null || !mayAdd
        ? null
        : await proposalWindow(
            gesture,
            typed[paperField.id] ?? '',
            { accountId, draftId, accepted: meta.accepted },
            done(gesture.language),
          );
    return proposal ? { next: 'update', view: proposal } : showCard(gesture, accountId, wiring, done);
  }
  if (result.problem !== 'possible-duplicates') return formRefused(gesture, result, meta.stamp);
  const { facts, duplicates } = result;
  const accepted = [...new Set([...meta.accepted, ...duplicates.map((one) => one.accountId)])];
  return { next: 'update', view: newForm(gesture, { facts, meta: { ...meta, accepted }, typed, duplicates }) };
}

interface NewForm {
  readonly facts: FieldFacts;
  readonly meta: NewMeta;
  readonly typed: Readonly<Record<string, string>>;
  readonly company?: FieldValues;
  readonly duplicates?: Parameters<typeof duplicateNotice>[0];
}

function newForm({ language }: Pick<Gesture, 'language'>, form: NewForm) {
  const { facts, meta, typed, company = {}, duplicates = [] } = form;
  const t = accountText[language];
  return formModal(
    {
      callbackId: accountIds.createSubmit,
      title: t.newAccount,
      submit: duplicates.length > 0 ? t.createAnyway : t.create,
      fields: meta.all ? allNewFields : newFields,
      values: company,
      typed,
      facts,
      meta,
      hasMore: !meta.all,
      ...(duplicates.length > 0 && { notice: duplicateNotice(duplicates, { language }) }),
    },
    { language },
  );
}
