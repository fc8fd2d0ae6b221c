import { en } from './en/sign-in.ts';
import { zh } from './zh/sign-in.ts';

export const signInText = { zh, en };
