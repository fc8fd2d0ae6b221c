import type { KeyBody } from '@suyuan/api';

/** What the form of a new key holds. */
export interface GivenKey {
  readonly label: string;
  readonly role: KeyBody['role'];
  /** None: all of the role. */
  readonly scopes: NonNullable<KeyBody['scopes']>;
  /** Days; 0 is without an end. */
  readonly days: number;
}
