import type { Level } from '@suyuan/api/disclosure';

/** From what stays in the house to what anybody sees. */
export const LEVEL_COLOURS: Readonly<Record<Level, string>> = {
  owner: 'default',
  partner: 'processing',
  chain: 'processing',
  regulator: 'warning',
  public: 'success',
};
