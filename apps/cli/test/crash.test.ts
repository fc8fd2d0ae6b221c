import { expect, test } from 'vitest';
import { crashRepeatedly } from './crash.ts';
import { makeStartedDataDir, removeDataDir } from './program.ts';

test('killed at random moments of capture: every acknowledged event is there, no half document, an unbroken log', {
  timeout: 180_000,
}, async () => {
  const dataDir = makeStartedDataDir();
  try {
    const report = await crashRepeatedly(dataDir, 5, Math.random);
    expect(report.acknowledged).toBeGreaterThan(0);
  } finally {
    removeDataDir(dataDir);
  }
});
