import { en } from './en/countersign.ts';
import { zh } from './zh/countersign.ts';

export const countersignText = { zh, en };
