import { runBench } from '../bench/run-bench.ts';
import type { Command } from '../command.ts';

export const benchCommand: Command = {
  usage: 'suyuan bench [codes] [capture] [trace] [--events N] [--scale N] [--json]',
  summary: '本机测速：编码、采集、追溯 · measure codes, capture and trace on this machine, with a database of its own',
  run: runBench,
};
