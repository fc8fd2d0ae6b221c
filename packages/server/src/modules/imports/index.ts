export { resealImports } from './file-parts.ts';
export { type Importing, keepImporting } from './keep-importing.ts';
export { keepImportsTidy } from './keep-tidy.ts';
export { importRoutes } from './routes.ts';
export { isSomethingAsked } from './store-work.ts';
