import { en } from './en/places.ts';
import { zh } from './zh/places.ts';

export const placesText = { zh, en };
