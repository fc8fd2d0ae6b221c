export { KEPT_AT_ONCE_MAX, keepPersonal, type PersonalValue, refOf } from './keep-data.ts';
export { resealPersonal } from './reseal-personal.ts';
export { personalRoutes } from './routes.ts';
