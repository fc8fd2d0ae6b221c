import { expect, test } from 'vitest';
import { complaintOf, versionBehind } from './version.ts';

test.each([
  [180_004, '18.4', '18.6'],
  [180_000, '18.0', '18.6'],
  [150_017, '15.17', '15.18'],
])('%i is %s and behind %s, which is said in one line and both languages', (number, version, behind) => {
  expect(versionBehind(number)).toEqual({ version, behind });
  expect(complaintOf(versionBehind(number), { isEmbedded: true })).toMatch(
    /^PostgreSQL [\d.]+ 落后于 [^\n]*SUYUAN_POSTGRES_BIN[^\n]* is behind /,
  );
  // Other programs are no help against a server that is named.
  const named = complaintOf(versionBehind(number), { isEmbedded: false });
  expect(named).toMatch(/^PostgreSQL [\d.]+ 落后于 [^\n]*请升级该服务器[^\n]* is behind [^\n]*update the server$/);
  expect(named).not.toContain('SUYUAN_POSTGRES_BIN');
});

test.each([
  [180_006, '18.6'],
  [180_007, '18.7'],
  [150_018, '15.18'],
  [190_000, '19.0'],
])('%i is %s, and not known to be behind', (number, version) => {
  expect(versionBehind(number)).toEqual({ version });
  expect(complaintOf(versionBehind(number), { isEmbedded: true })).toBeUndefined();
});
