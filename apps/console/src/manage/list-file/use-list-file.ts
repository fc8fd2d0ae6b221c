import { useEffect, useRef, useState } from 'react';
import { listFileText } from '../../i18n/list-file.ts';
import { useText } from '../../i18n/use-text.ts';
import { useProblemText } from '../../problem-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { keepFile } from '../keep-file.ts';
import type { Watch, WrittenList } from './write-list.ts';

interface ListFile {
  /** How many rows have come of the file that is being made; undefined where none is. */
  readonly running: number | undefined;
  /** What became of the last one. */
  readonly said: string;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A file of a list that is made while one waits, and may be stopped; whoever leaves the list stops it. */
export function useListFile(name: string, write: (watch: Watch) => Promise<WrittenList | undefined>): ListFile {
  const say = useText(listFileText);
  const problemText = useProblemText();
  const [{ language }] = useSettings();
  const [running, setRunning] = useState<number>();
  const [said, setSaid] = useState('');
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const told = (written: WrittenList | undefined): string => {
    if (written === undefined) return say('stopped');
    const day = new Date().toISOString().slice(0, 10);
    keepFile(`${name} ${day}.csv`, written.file);
    return say(written.isCut ? 'cut' : 'done', { count: written.count.toLocaleString(LANGUAGE_TAGS[language]) });
  };
  const run = async (): Promise<void> => {
    const made = new AbortController();
    stopping.current = made;
    setSaid('');
    setRunning(0);
    try {
      setSaid(told(await write({ signal: made.signal, onRows: setRunning })));
    } catch (error) {
      setSaid(problemText(error instanceof Error ? error : new Error(String(error))));
    } finally {
      setRunning(undefined);
    }
  };
  return { running, said, start: () => void run(), stop: () => stopping.current?.abort() };
}
