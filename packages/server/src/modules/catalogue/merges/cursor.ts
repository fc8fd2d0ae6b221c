/** Where a page ends: the codes of its last row. */
import { Problem } from '@suyuan/api';
import { GROUP_MAX } from '@suyuan/api/merges';

export function writeCodes(codes: readonly string[]): string {
  return Buffer.from(JSON.stringify(codes)).toString('base64url');
}

/** @throws Problem `query.parameter` */
export function readCodes(cursor: string): string[] {
  const codes = parsed(Buffer.from(cursor, 'base64url').toString());
  const isOurs = Array.isArray(codes) && codes.length <= GROUP_MAX && codes.every(isCode);
  if (!isOurs) throw new Problem('query.parameter', { name: 'cursor' });
  return codes;
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && code.isWellFormed() && !code.includes('\0');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
