import type { Text } from '@suyuan/epcis';

/** A refusal of the catalogue. */
export interface ProblemEntry {
  readonly status: number;
  /** The exception name of EPCIS 2.0 §12 where the standard has one; used as `type` under /epcis. */
  readonly epcis: string;
  readonly title: Text;
}

/** With the exception that its status stands for. */
export const entry = (status: number, zh: string, en: string): ProblemEntry => ({
  status,
  epcis:
    status === 404
      ? 'NoSuchResourceException'
      : status < 404 && status > 400
        ? 'SecurityException'
        : 'ValidationException',
  title: { zh, en },
});
