export { authenticate, mustBe } from './authenticate.ts';
export { createKey } from './create-key.ts';
