import type { Command } from 'commander';
import { type BenchOptions, runBench, SUITES } from '../bench/run-bench.ts';
import { jsonOption, wholeNumber } from '../command.ts';

const EVENTS = 50_000;
const EVENTS_MAX = 100_000_000; // beyond the disk of one machine
const SCALE = 20;
const SCALE_MAX = 1_000; // of the demonstration

export function declare(command: Command): Command {
  return command
    .argument('[SUITE...]', `测速项目，不写则全部 · what to measure, all if not given: ${SUITES.join(', ')}`)
    .option('--events <N>', '采集的事件数 · events to capture', wholeNumber(1, EVENTS_MAX), EVENTS)
    .option(
      '--scale <N>',
      '追溯所用演示数据的份数 · campaigns of the demonstration to trace',
      wholeNumber(1, SCALE_MAX),
      SCALE,
    )
    .addOption(jsonOption())
    .action((suites: readonly string[], options: BenchOptions) => runBench(suites, options));
}
