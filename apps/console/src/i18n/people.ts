import { en } from './en/people.ts';
import { zh } from './zh/people.ts';

export const peopleText = { zh, en };
