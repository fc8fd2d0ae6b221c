export { authenticate, mustBe } from './authenticate.ts';
export { createKey, withKey } from './create-key.ts';
export type { KeyRole } from './store.ts';
