import type { PersonName } from '../accounts/card.ts';
import type { Interaction, InteractionKind } from './interaction.ts';

/** An interaction with the names around it, as one reader may see it. */
export interface Talk {
  readonly interaction: Interaction;
  readonly account: { readonly id: string; readonly name: string };
  readonly author: PersonName;
  /** Names of the account's people who took part; empty to who may not know them. */
  readonly contacts: readonly string[];
  readonly colleagues: readonly PersonName[];
  readonly may: { readonly edit: boolean; readonly takeBack: boolean };
}

/** How an account's last contact stands, for its card. */
export interface LastContact {
  /** The last contact in which both sides said something. */
  readonly reached: {
    readonly at: Date;
    readonly kind: InteractionKind;
    readonly author: PersonName;
    readonly contacts: readonly string[];
  } | null;
  /** How often somebody has tried since; counted to 100. */
  readonly attempts: number;
}

/** What a choice in a talk's menu does, as its value says it: `edit:<id>`. A value fits in Slack's 75 characters. */
export const moreValue = (does: 'edit' | 'delete', interactionId: string): string => `${does}:${interactionId}`;
export function moreChoice(value: string): { does: string; interactionId: string } {
  const [does = '', interactionId = ''] = value.split(':');
  return { does, interactionId };
}
