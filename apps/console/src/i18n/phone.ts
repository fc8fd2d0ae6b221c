import { en } from './en/phone.ts';
import { zh } from './zh/phone.ts';

export const phoneText = { zh, en };
