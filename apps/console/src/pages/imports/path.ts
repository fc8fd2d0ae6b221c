/** Addresses of records from files. */
import { FORMS_PATH } from '../record/path.ts';

export const IMPORTS_PATH = '/v1/imports';
export const IMPORTS_PAGE = '/record/import';

export interface OfStage {
  readonly pack: string;
  readonly stage: string;
}

export const importPath = (id: string): string => `${IMPORTS_PATH}/${id}`;

export const templatePath = ({ pack, stage }: OfStage): string =>
  `${FORMS_PATH}/${encodeURIComponent(pack)}/${encodeURIComponent(stage)}/template`;

/** With the stage chosen. */
export const importsPage = ({ pack, stage }: OfStage): string =>
  `${IMPORTS_PAGE}?${new URLSearchParams({ pack, stage })}`;

export const importPage = (id: string): string => `${IMPORTS_PAGE}/${id}`;
