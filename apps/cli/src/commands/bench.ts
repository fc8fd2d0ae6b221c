import type { Command } from 'commander';
import { type BenchOptions, runBench, SUITES } from '../bench/run-bench.ts';
import { jsonOption, newCommand, wholeNumber } from '../command.ts';

const EVENTS = 50_000;
const EVENTS_MAX = 100_000_000; // beyond the disk of one machine
const SCALE = 20;
const SCALE_MAX = 1_000; // of the demonstration

export function benchCommand(): Command {
  return newCommand(
    'bench',
    '本机测速，使用临时数据库 · measure codes, capture, single events, trace, what keeping tenants apart and cutting answers cost, and judging, on this machine, with a database of its own',
  )
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
