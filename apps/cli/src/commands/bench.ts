import { runBench } from '../bench/run-bench.ts';
import type { Command } from '../command.ts';

export const benchCommand: Command = {
  usage: 'suyuan bench',
  summary: '本机测速：采集、追溯 · measure capture and trace on this machine, with a database of its own',
  run: runBench,
};
