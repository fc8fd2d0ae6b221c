import { en } from './en/picture.ts';
import { zh } from './zh/picture.ts';

export const pictureText = { zh, en };
