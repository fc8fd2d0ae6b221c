/** What waits on this device for a line, in the order in which it was wanted. */
import type { RecordCommand, Stop } from './command.ts';
import { deviceDatabase, keptDatabase } from './device.ts';

/** Signed as it is. @throws Error where the browser keeps nothing: then it is not kept */
export async function enqueue(command: Omit<RecordCommand, 'proof'>): Promise<void> {
  // Loaded when something is signed: the first page is lighter by it.
  const { signCommand } = await import('./device-key.ts');
  const proof = await signCommand(command);
  await (await deviceDatabase()).commands.put({ ...command, ...(proof === undefined ? {} : { proof }) });
}

export async function listQueue(owner: string): Promise<readonly RecordCommand[]> {
  try {
    const found = await (await keptDatabase())?.commands.where({ owner }).toArray();
    return found?.sort((a, b) => a.atMs - b.atMs) ?? [];
  } catch {
    return [];
  }
}

/** As it stands now; undefined where whoever wanted it took it back. */
export async function findQueued(id: string): Promise<RecordCommand | undefined> {
  return (await keptDatabase())?.commands.get(id);
}

/** Whoever wanted it goes on typing, or gave it up. */
export async function dequeue(id: string): Promise<void> {
  await (await keptDatabase())?.commands.delete(id);
}

/** It was recorded, or could not be; what was wanted of the same sheet since stays as it is. */
export async function settle({ id, atMs }: RecordCommand, stopped?: Stop): Promise<void> {
  const sent = (await deviceDatabase()).commands.where({ id }).and((each) => each.atMs === atMs);
  await (stopped === undefined ? sent.delete() : sent.modify({ stopped }));
}
