import type { CodeReader, OnLoading } from './code-reader.ts';
import { nativeReader } from './native-reader.ts';
import { workerReader } from './worker-reader.ts';

/** What the browser has, where that knows the symbols of goods; else a program of ours. */
export async function openReader(onLoading: OnLoading = () => undefined): Promise<CodeReader> {
  return (await nativeReader()) ?? workerReader(onLoading);
}
