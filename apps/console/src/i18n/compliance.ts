import { en } from './en/compliance.ts';
import { zh } from './zh/compliance.ts';

export const complianceText = { zh, en };
