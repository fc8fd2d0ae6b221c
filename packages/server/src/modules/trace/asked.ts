/** What a trace is asked with, as callers write it. */
import { Problem } from '@suyuan/api';
import { epochMs } from '@suyuan/epcis';
import { START_MAX } from './limits.ts';

const CODE_LENGTH_MAX = 2_000; // the longest GS1 Digital Link has some 400 characters

/** @throws Problem `query.parameter` */
export function readCodes(given: string | readonly string[]): string[] {
  const codes = (typeof given === 'string' ? [given] : given).map((code) => code.trim());
  const isReadable = codes.every((code) => code !== '' && code.length <= CODE_LENGTH_MAX);
  if (codes.length === 0 || codes.length > START_MAX || !isReadable)
    throw new Problem('query.parameter', { name: 'code' });
  return codes;
}

/** In milliseconds since 1970 UTC. @throws Problem `query.parameter` */
export function readMoment(at: string): number {
  // A plus sign that was not escaped arrives as a space (application/x-www-form-urlencoded).
  const atMs = epochMs(at.trim().replace(' ', at.includes('T') ? '+' : 'T'));
  if (Number.isNaN(new Date(atMs).getTime())) throw new Problem('query.parameter', { name: 'at' });
  return atMs;
}
