/** What a command says as it goes: a moving line on a terminal, JSON lines with `--json`, else plain lines. */
export interface Output {
  /** A line that stays. `data` is the same for a program. */
  line(text: string, data: Readonly<Record<string, unknown>>): void;
  /** How far it is; replaced by the next. */
  progress(text: string): void;
}

export function createOutput(json: boolean): Output {
  const isTerminal = process.stderr.isTTY === true && !json;
  const clear = (): void => {
    if (isTerminal) process.stderr.write('\r\u001b[K');
  };
  return {
    line(text, data) {
      clear();
      process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${text}\n`);
    },
    progress(text) {
      if (!isTerminal) return;
      clear();
      process.stderr.write(text.slice(0, (process.stderr.columns ?? 80) - 1));
    },
  };
}
