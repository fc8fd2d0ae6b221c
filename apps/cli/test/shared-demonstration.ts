/**
 * One demonstration for all test files of a process that look at it, or add what no other looks at: making it takes a quarter of a
 * minute. It ends with the process.
 */
import { join } from 'node:path';
import { makeStartedDataDir, type Program, run, startProgram } from './program.ts';

const UNTIL_LEFT = join(import.meta.dirname, 'serve-until-left.ts');

let started: Promise<Program> | undefined;

export function sharedDemonstration(): Promise<Program> {
  started ??= start();
  return started;
}

async function start(): Promise<Program> {
  const program = await startProgram(makeStartedDataDir(), {}, [UNTIL_LEFT]);
  const { code, stderr } = await run(program.dataDir, 'demo');
  if (code !== 0) throw new Error(stderr);
  return program;
}
