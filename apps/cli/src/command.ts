/** One command of the command line. */
export interface Command {
  /** `suyuan capture FILE|DIR… [--json]` */
  readonly usage: string;
  /** What it does, in both languages, one line. */
  readonly summary: string;
  run(args: readonly string[]): Promise<void>;
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was given is refused: exit code 1. */
export class Refused extends Error {
  override name = 'Refused';
}
