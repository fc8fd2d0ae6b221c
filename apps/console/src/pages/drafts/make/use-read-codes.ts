import { useReadCode } from '../../../manage/use-read-code.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { type CodeLine, codeLines, type Reading, readingOf } from './read-lines.ts';

export interface ReadLine extends CodeLine {
  readonly reading: Reading;
  /** What kind of code it is, for a person. */
  readonly name: string;
  /** What is wrong with it, for a person; empty where nothing is. */
  readonly refusal: string;
}

/** A hook that asks the server what each line is; each code once. */
export function useReadCodes(): (text: string) => Promise<readonly ReadLine[]> {
  const [{ language }] = useSettings();
  const ask = useReadCode();
  return (text) =>
    Promise.all(
      codeLines(text).map(async ({ line, code }) => {
        const answer = await ask(code);
        const refusal = answer.refusal?.message[language] ?? '';
        return { line, code, reading: readingOf(answer), name: answer.name[language], refusal };
      }),
    );
}
