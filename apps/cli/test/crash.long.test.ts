import { expect, test } from 'vitest';
import { crashRepeatedly } from './crash.ts';
import { makeStartedDataDir, removeDataDir } from './program.ts';

test('50 kills at random moments of capture', { timeout: 900_000 }, async () => {
  const dataDir = makeStartedDataDir();
  try {
    const report = await crashRepeatedly(dataDir, 50, Math.random);
    console.log(JSON.stringify(report));
    expect(report.acknowledged).toBeGreaterThan(0);
  } finally {
    removeDataDir(dataDir);
  }
});
