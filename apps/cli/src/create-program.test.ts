/** The command line as it is declared: what is refused, and what help says. */
import { readConfig } from '@suyuan/server';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { UsageError } from './command.ts';
import { createProgram } from './create-program.ts';

// Half a command shows its help on standard error; the reporter need not.
beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterAll(() => void vi.restoreAllMocks());

test.each([
  ['an unknown command', ['fly'], '未知命令', "unknown command 'fly'"],
  ['a slip of the pen, with the nearest command', ['trcae', 'x'], '是否想写', 'did you mean trace?'],
  ['an unknown command that help is asked of', ['help', 'fly'], '未知命令', "unknown command 'fly'"],
  ['an unknown option', ['capture', '--sideways', 'x'], '未知选项', "unknown option '--sideways'"],
  ['a slip in an option, with the nearest one', ['trace', '--upsteam', 'x'], '是否想写', 'did you mean --upstream?'],
  ['half an option', ['migrate', '--dry'], '未知选项', "unknown option '--dry'"],
  ['a missing argument', ['trace'], '缺少参数', "missing required argument 'CODE'"],
  ['a missing file', ['validate'], '缺少参数', "missing required argument 'FILE|DIR'"],
  ['an option without its value', ['demo', '--scale'], '选项缺少值', "'--scale <N>' argument missing"],
  ['an extra word', ['verify', 'everything'], '多余的参数', 'too many arguments: everything'],
  ['an extra word for a folder', ['conformance', 'a', 'b'], '多余的参数', 'too many arguments: b'],
  ['an extra word for the server', ['serve', 'now'], '多余的参数', 'too many arguments: now'],
  ['an extra word for a key', ['key', 'create', 'mine'], '多余的参数', 'too many arguments: mine'],
  ['half a command', ['key'], '缺少子命令', 'a command is needed'],
  ['a word that is not one of them', ['key', 'create', '--role', 'king'], '可选', 'one of: admin, capture, query'],
  ['a number that is none', ['demo', '--scale', 'big'], '1 至 1000 的整数', 'a whole number from 1 to 1000'],
  ['a spelling that is none', ['code', 'convert', 'x', '--to', 'braille'], '可选', 'one of: link, urn, elements'],
  ['a reader without its name', ['readers', 'retry'], '缺少参数', "missing required argument 'NAME'"],
  ['a position that is none', ['readers', 'retry', 'x', '--position', '-1'], '整数', 'a whole number from 0'],
  [
    'a skip that names no position',
    ['readers', 'skip', 'x'],
    '缺少选项',
    "required option '--position <N>' not specified",
  ],
  ['a bench that is none', ['bench', 'speed'], '没有这项测速', 'there is no bench speed'],
])('%s is refused, named in both languages, and told how it is written: %s', async (_, args, zh, en) => {
  const program = await createProgram(args);
  const refused = program.parseAsync(args, { from: 'user' });
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(zh);
  await expect(refused).rejects.toThrow(en);
  await expect(refused).rejects.toThrow('suyuan');
});

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

test('every command, argument and option is described in both languages, Chinese first', async () => {
  const commands = allOf(await createProgram([]));
  expect(commands.map((command) => command.name())).toEqual(
    expect.arrayContaining(['serve', 'demo', 'capture', 'trace', 'validate', 'verify', 'create', 'migrate', 'bench']),
  );
  for (const command of commands) {
    const help = command.helpInformation();
    expect(help).toMatch(/^用法 · Usage: suyuan/);
    // An entry begins two columns in; the rest of its description stands further right.
    const entries = help.split(/\n(?= {2}\S)|\n\n/).filter((part) => part.startsWith('  '));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of [command.description(), ...entries]) {
      expect(entry).toMatch(/\p{Script=Han}.*·\s.*[a-z]/su);
      expect(entry.indexOf('·')).toBeGreaterThan(entry.search(/\p{Script=Han}/u));
    }
  }
});

test('the help of serve names every variable that the server reads, that of the program too', async () => {
  const shown = (command: Command | undefined): string => {
    let text = '';
    command?.configureOutput({
      writeOut: (part) => {
        text += part;
      },
    });
    command?.outputHelp();
    return text;
  };
  const asked = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
  expect(asked.size).toBeGreaterThan(5);
  const program = await createProgram(['serve']);
  for (const command of [program, program.commands.find((one) => one.name() === 'serve')]) {
    const help = shown(command);
    for (const name of asked) expect(help).toContain(name);
  }
});
