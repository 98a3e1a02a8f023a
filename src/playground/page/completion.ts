import type { UiState } from '../protocol.ts';

export type Command = UiState['commands'][number];

/** The commands that a half-typed line may become: only while its first word is being typed. */
export function completionsFor(line: string, commands: readonly Command[]): Command[] {
  if (!/^\/\S*$/.test(line)) return [];
  const typed = line.toLowerCase();
  return commands.filter(({ command }) => command.toLowerCase().startsWith(typed) && command !== line);
}

/** The hint to show after a command that has nothing behind it yet. */
export function hintFor(line: string, commands: readonly Command[]): string {
  return commands.find(({ command }) => line === command || line === `${command} `)?.hint ?? '';
}
