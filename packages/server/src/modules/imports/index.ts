export { resealImports } from './file-parts.ts';
export { keepImporting } from './keep-importing.ts';
export { importRoutes } from './routes.ts';
