import { en } from './en/map.ts';
import { zh } from './zh/map.ts';

export const mapText = { zh, en };
