export { renewAuthority } from './authority.ts';
export type { CertificateFiles } from './file-source.ts';
export { isVouchedFor, thisMachine } from './machine.ts';
export { type Door, type LanOptions, openLan } from './open-lan.ts';
export type { Reach } from './reach.ts';
export { authorityRoutes, reachRoutes } from './routes.ts';
