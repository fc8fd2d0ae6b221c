/** Asks the engine and the brute-force tracer the same questions about a random world. */
import type { Answer } from './answer.ts';
import { type Question, traceByBruteForce, type World } from './brute-force.ts';
import { diffAnswers, shrinkWorld } from './compare.ts';
import type { RawEvent } from './raw-event.ts';
import { drawQuestions, generateWorld, type WorldSize } from './world.ts';

/**
 * Answers a question about a log of events. All questions about one world come with the same array, so that an
 * engine may load it once.
 */
export type Engine = (events: readonly RawEvent[], question: Question) => Promise<Answer>;

const QUESTIONS = 12;

/**
 * Throws an Error that names the seed, the question, the smallest world found in which the answers differ, and the
 * difference. Whatever the engine throws on the whole world is passed on.
 */
export async function checkAgreement(seed: number, size: WorldSize, engine: Engine): Promise<void> {
  const world = generateWorld(seed, size);
  for (const question of drawQuestions(seed, world, QUESTIONS)) {
    if ((await disagreement(world, question, engine)) === '') continue;
    const smallest = await shrinkWorld(world, async (smaller) => {
      try {
        return (await disagreement(smaller, question, engine)) !== '';
      } catch {
        // A smaller world that the engine refuses shows another fault than the one looked for.
        return false;
      }
    });
    throw new Error(report(seed, question, { world: smallest, diff: await disagreement(smallest, question, engine) }));
  }
}

async function disagreement(world: World, question: Question, engine: Engine): Promise<string> {
  const answer = await engine(world.events, question);
  return diffAnswers(answer, traceByBruteForce(world, question));
}

function report(seed: number, question: Question, { world, diff }: { world: World; diff: string }): string {
  const events = world.events.map((event) => `  ${JSON.stringify(event)}`);
  const canonical = question.start.map((code) => world.spellings.get(code) ?? code);
  return [
    `engine and brute force differ, seed ${seed}: ${JSON.stringify({ ...question, canonical })}`,
    `log of ${world.events.length} events:`,
    ...events,
    diff,
  ].join('\n');
}
