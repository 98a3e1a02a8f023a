import { z } from 'zod';
import { fold } from '../lib/text.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { setRoles } from './access.flow.ts';
import { accessIds } from './access.ids.ts';
import { type AccessWiring, refusals } from './access.slack.ts';
import { roles } from './actor.ts';
import { memberIdsOf, peopleAndTeams } from './people.query.ts';
import { giveModal, peopleModal, teamModal } from './people.view.ts';
import { arrangeTeam } from './team.flow.ts';

const anyone = z.unknown();
const slackIds = z.array(z.string().regex(/^[UW][A-Z0-9]+$/)).max(50);
const given = z.object({
  values: z.object({ people: slackIds.min(1), roles: z.array(z.enum(roles)).nullish(), team: z.uuid().nullish() }),
});
const team = z.object({
  values: z.object({
    name: z.string().transform(fold).pipe(z.string().min(1).max(80)),
    lead: z.string().nullish(),
    members: slackIds.nullish(),
  }),
});

/** `/account admin people`: roles and teams, for one or for many. */
export function peopleHandlers(wiring: AccessWiring): readonly Handler[] {
  return [
    onAction(accessIds.people, { needs: 'people.manage', accepts: anyone, run: openPeople }),
    onAction(accessIds.peoplePage, {
      needs: 'people.manage',
      accepts: z.object({ page: z.int().min(0) }),
      run: turnPage,
    }),
    onAction(accessIds.give, { needs: 'people.manage', accepts: anyone, run: openGive }),
    onAction(accessIds.team, { needs: 'people.manage', accepts: anyone, run: openTeam }),
    onSubmit(accessIds.giveSubmit, {
      needs: 'people.manage',
      accepts: given,
      run: (gesture, input) => give(gesture, input, wiring),
    }),
    onSubmit(accessIds.teamSubmit, {
      needs: 'people.manage',
      accepts: team,
      run: (gesture, input) => arrange(gesture, input, wiring),
    }),
  ];
}

/** Opens the people page. */
export async function openPeople(gesture: Gesture): Promise<void> {
  const facts = await gesture.inWorkspace(peopleAndTeams);
  await gesture.open(peopleModal({ ...facts, page: 0 }, gesture.language));
}

async function turnPage(gesture: Gesture, { page }: { page: number }): Promise<void> {
  const facts = await gesture.inWorkspace(peopleAndTeams);
  const { view } = gesture.place;
  if (view) await gesture.update(view.id, peopleModal({ ...facts, page }, gesture.language), view.hash);
}

async function openGive(gesture: Gesture): Promise<void> {
  const { teams } = await gesture.inWorkspace(peopleAndTeams);
  await gesture.open(giveModal(teams, gesture.language), { push: true });
}

async function openTeam(gesture: Gesture): Promise<void> {
  await gesture.inWorkspace(async () => undefined); // the policy, asked before anything is shown
  await gesture.open(teamModal(gesture.language), { push: true });
}

async function give(gesture: Gesture, { values }: z.infer<typeof given>, wiring: AccessWiring): Promise<SubmitAnswer> {
  await wiring.introduce(gesture.who.workspaceId, values.people);
  const result = await gesture.once(async (work) =>
    setRoles(work, await memberIdsOf(work, values.people), {
      roles: values.roles ?? [],
      ...(values.team && { teamId: values.team }),
    }),
  );
  if (!result.ok) {
    const field = result.problem === 'no-such-team' ? 'team' : 'people';
    return { next: 'errors', errors: { [field]: refusals(gesture)[result.problem] } };
  }
  return peopleAgain(gesture);
}

async function arrange(
  gesture: Gesture,
  { values }: z.infer<typeof team>,
  wiring: AccessWiring,
): Promise<SubmitAnswer> {
  const members = values.members ?? [];
  await wiring.introduce(gesture.who.workspaceId, values.lead ? [...members, values.lead] : members);
  const result = await gesture.once(async (work) => {
    const [leadId] = values.lead ? await memberIdsOf(work, [values.lead]) : [];
    return arrangeTeam(work, {
      name: values.name,
      leadId: leadId ?? null,
      memberIds: await memberIdsOf(work, members),
    });
  });
  if (!result.ok) return { next: 'errors', errors: { members: refusals(gesture)[result.problem] } };
  return peopleAgain(gesture);
}

/** The form turns into the people page with what has just changed. */
async function peopleAgain(gesture: Gesture): Promise<SubmitAnswer> {
  const facts = await gesture.inWorkspace(peopleAndTeams);
  return { next: 'update', view: peopleModal({ ...facts, page: 0 }, gesture.language) };
}
