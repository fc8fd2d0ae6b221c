import { withoutPersonalNumbers } from '@suyuan/codes';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * JSON lines on standard error: standard output belongs to what a command prints. Never holds a key, a password
 * or the number of a person, whoever wrote it into whatever is logged.
 */
export function createLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: withoutPersons },
      redact: ['req.headers.authorization', 'headers.authorization'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Few lines have such a number; those are read and written again, so that they stay JSON. */
function withoutPersons(line: string): string {
  if (withoutPersonalNumbers(line) === line) return line;
  const fields: unknown = JSON.parse(line);
  const told = (_: string, value: unknown) => (typeof value === 'string' ? withoutPersonalNumbers(value) : value);
  return `${JSON.stringify(fields, told)}\n`;
}
