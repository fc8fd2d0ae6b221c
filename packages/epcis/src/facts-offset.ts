/** The offset of a time zone, as received, as a number: its distance from that of China in minutes. */
import { unzigzag, zigzag } from './zigzag.ts';

const USUAL = /^[+-]([01]\d|2[0-3]):([0-5]\d)$/;
const CHINA_MINUTES = 480;
const DAY_MINUTES = 1440;
const CHINA = '+08:00';

/** 1 for China; 0 for a text that is not of the form `+08:00`, or is minus nothing. */
export function packOffset(text: string): number {
  if (text === CHINA) return 1;
  const [, hours, minutes] = USUAL.exec(text) ?? [];
  if (hours === undefined || text === '-00:00') return 0;
  const distance = Number(hours) * 60 + Number(minutes);
  return zigzag((text.startsWith('-') ? -distance : distance) - CHINA_MINUTES) + 1;
}

/** Undefined for a number that `packOffset` never gives, 0 among them. */
export function unpackOffset(packed: number): string | undefined {
  if (packed === 1) return CHINA;
  const minutes = unzigzag(packed - 1) + CHINA_MINUTES;
  if (packed === 0 || Math.abs(minutes) >= DAY_MINUTES) return undefined;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
