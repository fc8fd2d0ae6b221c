export { authenticate, mustBe } from './authenticate.ts';
export { createKey, type KeyRole, withKey } from './create-key.ts';
