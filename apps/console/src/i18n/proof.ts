import { en } from './en/proof.ts';
import { zh } from './zh/proof.ts';

export const proofText = { zh, en };
