import { z } from 'zod';
import { type Gesture, type Handler, type Message, onAction } from '../slack/handler.ts';
import { askForAccess, chooseLanguage, declineAccess, setRoles } from './access.flow.ts';
import { accessIds } from './access.ids.ts';
import { accessText } from './access.text.ts';
import { note, rolesInWords } from './access.view.ts';
import { type Role, roles } from './actor.ts';
import type { HomeWiring } from './home-wiring.ts';

/** What these handlers need from the wiring. */
export interface AccessWiring extends HomeWiring {
  /** The configured command, such as `/account`, for sentences that name it. */
  readonly command: string;
  /** Asks Slack who these people are and writes them down, so that they can be given a role before they ever typed. */
  readonly introduce: (workspaceId: string, slackUserIds: readonly string[]) => Promise<void>;
  /** Somebody's language has been chosen: it counts from now on. */
  readonly languageChosen: (slackUserId: string) => void;
}

const anyone = z.unknown();
const someone = z.object({ memberId: z.uuid() });

/** Asking for access, answering it, choosing a language. */
export function accessHandlers(wiring: AccessWiring): readonly Handler[] {
  return [
    onAction(accessIds.ask, { needs: 'access.ask', accepts: anyone, run: ask }),
    ...roles.map((role) =>
      onAction(`${accessIds.grantOne}-${role}`, {
        needs: 'people.manage',
        accepts: someone,
        run: (gesture, { memberId }) => grant(gesture, memberId, role),
      }),
    ),
    onAction(accessIds.decline, {
      needs: 'people.manage',
      accepts: someone,
      run: (gesture, { memberId }) => decline(gesture, memberId),
    }),
    onAction(accessIds.language, {
      needs: 'preferences.edit',
      accepts: z.enum(['en', 'zh', 'slack']),
      run: async (gesture, language) => {
        await gesture.once((work) => chooseLanguage(work, language === 'slack' ? null : language));
        wiring.languageChosen(gesture.who.slackUserId);
        await wiring.showHome(gesture);
      },
    }),
  ];
}

async function ask(gesture: Gesture): Promise<void> {
  const { state } = await gesture.once(askForAccess);
  const t = accessText[gesture.language];
  const words = {
    asked: t.asked,
    'already-in': t.alreadyIn,
    'already-asked': t.alreadyAsked,
    'no-administrator': t.noAdministrator,
  };
  await gesture.answer(note(words[state]));
}

async function grant(gesture: Gesture, memberId: string, role: Role): Promise<void> {
  const t = accessText[gesture.language];
  const granted = await gesture.once((work) => setRoles(work, [memberId], { roles: [role] }));
  if (!granted.ok) return settle(gesture, note(refusals(gesture)[granted.problem]));
  const [member] = granted.members;
  if (!member) return settle(gesture, note(t.answeredMeanwhile));
  const given = rolesInWords(member.roles, gesture.language);
  await settle(gesture, { ...note(t.granted(member.slackUserId, given)), text: t.grantedPlain });
}

async function decline(gesture: Gesture, memberId: string): Promise<void> {
  const t = accessText[gesture.language];
  const member = await gesture.once((work) => declineAccess(work, memberId));
  await settle(gesture, note(member ? t.declined(member.slackUserId) : t.answeredMeanwhile));
}

/** The request's own message becomes the answer: nothing stale keeps its buttons. */
const settle = (gesture: Gesture, message: Message): Promise<void> => gesture.answer(message, { replace: true });

/** Why roles were not set, in words. */
export function refusals(
  gesture: Pick<Gesture, 'language'>,
): Record<'last-administrator' | 'not-a-colleague' | 'no-such-team' | 'nobody', string> {
  const t = accessText[gesture.language];
  return {
    'last-administrator': t.lastAdministrator,
    'not-a-colleague': t.notAColleague,
    'no-such-team': t.noSuchTeam,
    nobody: t.nobody,
  };
}
