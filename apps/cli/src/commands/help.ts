import type { Command } from 'commander';
import { newCommand } from '../command.ts';

/** `suyuan help key create` is `suyuan key create --help`. */
export function helpCommand(program: Command): Command {
  return newCommand('help', '显示命令的帮助 · show the help of a command')
    .argument('[COMMAND...]', '命令名 · the name of a command')
    .action((names: readonly string[]) => {
      let command = program;
      for (const name of names) {
        const next = command.commands.find((each) => each.name() === name);
        if (next === undefined) return refuse(command, name);
        command = next;
      }
      command.outputHelp();
    });
}

function refuse(command: Command, name: string): never {
  command.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
}
