/** Placeholder replaced below. */
export async function runBench(_args: readonly string[]): Promise<void> {}
