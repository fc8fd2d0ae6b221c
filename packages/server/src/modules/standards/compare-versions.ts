/** Of `2026.10` and `2026.9` the first is the higher: part by part as numbers, and what has more parts is higher than its beginning. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let part = 0; part < Math.max(a.length, b.length); part += 1) {
    const difference = (a[part] ?? -1) - (b[part] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
