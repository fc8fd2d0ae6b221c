/** What waits on this device for a line, in the order in which it was wanted. */
import type { RecordCommand, Stop } from './command.ts';
import { deviceDatabase, keptDatabase } from './device.ts';

/** @throws Error where the browser keeps nothing: then it is not kept */
export async function enqueue(command: RecordCommand): Promise<void> {
  await (await deviceDatabase()).commands.put(command);
}

export async function listQueue(owner: string): Promise<readonly RecordCommand[]> {
  try {
    const found = await (await keptDatabase())?.commands.where({ owner }).toArray();
    return found?.sort((a, b) => a.atMs - b.atMs) ?? [];
  } catch {
    return [];
  }
}

/** It was recorded, or whoever wanted it goes on typing. */
export async function dequeue(id: string): Promise<void> {
  await (await keptDatabase())?.commands.delete(id);
}

/** Where it is still there: whoever took it back meanwhile is typing. */
export async function stopCommand(id: string, stopped: Stop): Promise<void> {
  await (await deviceDatabase()).commands.update(id, { stopped });
}
