import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import type { EmbeddedHome } from './embedded-home.ts';
import { beCounted } from './embedded-users.ts';

// A shell rather than Node: it outlives us, costs a megabyte, and is there wherever these binaries run.
// Its standard input is the reading end of the users' pipe, which ends when the last user is gone.
const SUPERVISOR = `
joined=$1; shift
exec 3<&0 </dev/null
leaving= server= first=yes pause=0
trap 'leaving=yes; [ -z "$server" ] || kill -INT "$server"' TERM

(
  while read -r who; do printf %s "$who" >"$joined"; done <&3
  exec 3<&-
  while kill -TERM $$; do sleep 0.2; done   # again: a signal between two commands of a shell can pass unseen
) 2>/dev/null &
users=$!
exec 3<&-

while [ -z "$leaving" ]; do
  began=$(date +%s)
  "$@" &
  server=$!
  [ -z "$leaving" ] || kill -INT "$server"
  while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
  server=
  # Postgres exits with 1 when it refuses to start; whoever is starting it wants to know at once.
  if [ -n "$first" ] && [ "$code" = 1 ]; then kill "$users"; exit 1; fi
  first=
  [ $(($(date +%s) - began)) -lt 60 ] || pause=0
  [ -n "$leaving" ] || { sleep "$pause" & wait $!; }
  [ "$pause" -ge 30 ] || pause=$((pause * 2 + 1))
done
`;

/**
 * Runs `command` (a Postgres server) for as long as some process has the users' pipe open, and starts it again, with
 * growing pauses, whenever it dies before that. Returns our own hold on the pipe and the supervisor.
 */
export async function supervise(
  home: EmbeddedHome,
  command: readonly string[],
): Promise<{ held: number; supervisor: ChildProcess }> {
  if (!existsSync(home.users)) execFileSync('mkfifo', ['-m', '600', home.users]);
  const { readingEnd, held } = openBothEnds(home.users);
  const log = openSync(home.log, 'a', 0o600);
  const supervisor = spawn('/bin/sh', ['-c', SUPERVISOR, 'supervise', home.joined, ...command], {
    stdio: [readingEnd, log, log],
    detached: true,
  });
  supervisor.unref();
  closeSync(readingEnd);
  closeSync(log);
  if (!(await beCounted(home, held))) throw new Error(`The built-in database has no supervisor (see ${home.log}).`);
  return { held, supervisor };
}

/** Whoever is killed while it holds the writing end lets a supervisor see the pipe end, so that it leaves too. */
function openBothEnds(pipe: string): { readingEnd: number; held: number } {
  // To open one end waits for the other, unless it is opened for both.
  const both = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const readingEnd = openSync(pipe, constants.O_RDONLY);
  const held = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  closeSync(both);
  return { readingEnd, held };
}
