/** What every command has in common: help and refusals in both languages, nothing accepted that was not declared. */
import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was given is refused: exit code 1. */
export class Refused extends Error {
  override name = 'Refused';
}

/** A command by its name and what it does, in both languages. */
export function newCommand(name: string, summary: string): Command {
  const command = new Command(name);
  return command
    .description(summary)
    .helpOption('-h, --help', '显示帮助 · show this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description}（默认 · default: ${defaultValue}）`,
      displayWidth,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      throw new UsageError(`${refusalOf(command, error)}\n${usageOf(command)}`);
    });
}

/** `--json`, of every command that lists something. */
export function jsonOption(): Option {
  return new Option('--json', '每行一个 JSON，供程序读取 · JSON lines, for programs');
}

/** Reads an option that is a whole number within bounds. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`应为 ${min} 至 ${max} 的整数 · a whole number from ${min} to ${max}`);
    }
    return value;
  };
}

/** Reads an option that is one of some words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw new InvalidArgumentError(`可选 · one of: ${words.join(', ')}`);
    return word;
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 · Usage:',
  'Arguments:': '参数 · Arguments:',
  'Options:': '选项 · Options:',
  'Commands:': '命令 · Commands:',
};

/** How each kind of refusal of the library begins in Chinese; its own words follow. */
const REFUSALS: Readonly<Record<string, string>> = {
  'commander.unknownOption': '未知选项',
  'commander.unknownCommand': '未知命令',
  'commander.missingArgument': '缺少参数',
  'commander.missingMandatoryOptionValue': '缺少选项',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.excessArguments': '多余的参数',
  'commander.invalidArgument': '选项的值无效',
  'commander.help': '缺少子命令',
};

function refusalOf(command: Command, { code, message }: CommanderError): string {
  const said = message
    .replace(/^error: /, '')
    .replaceAll(/\n\(Did you mean (.*)\?\)/g, '; 是否想写 · did you mean $1?');
  const inChinese = REFUSALS[code] ?? '用法有误';
  if (code === 'commander.help') return `${inChinese} · a command is needed`;
  if (code === 'commander.excessArguments') {
    const excess = command.args.slice(command.registeredArguments.length);
    return `${inChinese} · too many arguments: ${excess.join(' ')}`;
  }
  return `${inChinese} · ${said}`;
}

/** The line that says how a command is written, and where to read more. */
export function usageOf(command: Command): string {
  const usage = command.createHelp().commandUsage(command);
  const name = usage.replace(/ [[<].*$/, '');
  return `用法 · Usage: ${usage}\n帮助 · Help: ${name} --help`;
}

/** Columns a text takes on a terminal: Chinese characters and full-width punctuation take two. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);
}
