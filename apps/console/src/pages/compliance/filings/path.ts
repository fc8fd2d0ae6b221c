/** Addresses of the server's, which are also the keys of what was loaded, and of the console's own pages. */
import type { FilingBody } from '@suyuan/api';
import { COMPLIANCE_PATH } from '../path.ts';

export const FILINGS_PATH = `${COMPLIANCE_PATH}/filings`;
export const FILINGS_PAGE = '/compliance/filings';

export type KindId = Pick<FilingBody, 'pack' | 'filing'>;

const idOf = ({ pack, filing }: KindId): string => `${encodeURIComponent(pack)}/${encodeURIComponent(filing)}`;

export const kindPath = (kind: KindId): string => `${FILINGS_PATH}/${idOf(kind)}`;
export const kindPage = (kind: KindId): string => `${FILINGS_PAGE}/${idOf(kind)}`;
export const filedPath = (id: string): string => `${COMPLIANCE_PATH}/filed/${encodeURIComponent(id)}`;
export const filedPage = (id: string): string => `/compliance/filed/${encodeURIComponent(id)}`;
