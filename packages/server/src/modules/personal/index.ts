export { keepPersonal } from './keep-data.ts';
export { resealPersonal } from './reseal-personal.ts';
export { personalRoutes } from './routes.ts';
