// Does to running processes what happens to them one day, and says whether the product kept its promises: real processes
// of the built app, a real Postgres, the local Slack. Prints a table in Markdown; ends with 1 when a promise is broken.
// `npm run chaos -- --short --rounds=5 --seed=7 --only=kill`
import { broken, type Extent, type Fault, type Finding } from './fault.ts';
import { flooded } from './flood.ts';
import { killed } from './kill.ts';
import { repliesLost } from './lost-replies.ts';
import { poisoned } from './poison.ts';
import { rateLimited } from './rate-limit.ts';
import { startServer } from './server.ts';
import { stopped } from './stop.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const faults: Readonly<Record<string, Fault>> = {
  kill: killed,
  lost: repliesLost,
  limit: rateLimited,
  poison: poisoned,
  flood: flooded,
  stop: stopped,
};

/** Two side by side, each with a database, a Slack and processes of its own: most of the time is waiting. */
const beside = [['kill'], Object.keys(faults).filter((name) => name !== 'kill')] as const;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const given = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const isShort = args.includes('--short');
  const seed = Number(given('seed') ?? 20_261_122);
  const only = given('only')?.split(',') ?? Object.keys(faults);
  const began = performance.now();
  await using server = await startServer();
  const extent: Extent = {
    isShort,
    rounds: Number(given('rounds') ?? (isShort ? 5 : 100)),
    seed,
    server,
    tell: (line) => say(`${seconds(began)} s  ${line}`),
  };
  const lanes = await Promise.all(
    beside.map((names) =>
      inTurn(
        names.filter((name) => only.includes(name)),
        extent,
      ),
    ),
  );
  const findings = lanes.flat();
  say(`\nSeed ${seed}, ${isShort ? 'short' : 'whole'}, ${seconds(began)} s\n`);
  say(tableOf(findings));
  if (findings.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
}

async function inTurn(names: readonly string[], extent: Extent): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of names) {
    extent.tell(`${name} …`);
    findings.push(...((await faults[name]?.(extent).catch((error: unknown) => [failed(name, error)])) ?? []));
  }
  return findings;
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1_000);
}

/** The harness itself came to grief, or something waited for never came: that is no kept promise. */
function failed(name: string, error: unknown): Finding {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(words);
  return { fault: name, ran: 'not to its end', found: words.split('\n', 1)[0] ?? '', broken: broken({ ends: false }) };
}

function tableOf(findings: readonly Finding[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = findings.map(({ fault, ran, found, broken }) =>
    line([fault, ran, found, broken.length === 0 ? 'kept' : `BROKEN: ${broken.join('; ')}`]),
  );
  return [line(['fault', 'run', 'found', 'promises']), line(['---', '---', '---', '---']), ...rows].join('\n');
}
