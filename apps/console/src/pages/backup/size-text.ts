const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people say them: `12.3 MB`. A unit is a thousand of the one before. */
export function sizeText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const count = bytes / 1000 ** step;
  return `${step === 0 ? count : count.toFixed(1)} ${UNITS[step]}`;
}
