import { command, type Timing } from './command.ts';
import type { Sink } from './sink.ts';

/** What is asked, by kind: the words of the n-th question. */
export type Question = (n: number) => string;

/** The same questions to several programs in turn (A B C A B C …), so that a drift of the machine hits all alike. */
export async function inTurn(
  ports: Readonly<Record<string, number>>,
  question: Question,
  rounds: number,
  sink: Sink,
): Promise<Readonly<Record<string, readonly Timing[]>>> {
  const timings: Record<string, Timing[]> = {};
  for (let n = 0; n < rounds; n += 1) {
    for (const [name, port] of Object.entries(ports)) {
      const timing = await command(port, question(n), sink);
      timings[name] ??= [];
      timings[name].push(timing);
    }
  }
  return timings;
}

/** Questions at a steady pace, whether or not the one before has been answered. */
export async function atPace(
  port: number,
  question: Question,
  perSecond: number,
  seconds: number,
  sink: Sink,
): Promise<readonly Timing[]> {
  const asked: Promise<Timing>[] = [];
  const started = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = started + (n * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    asked.push(command(port, question(n), sink));
  }
  return Promise.all(asked);
}
