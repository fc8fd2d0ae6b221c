import { en } from './en/product-picture.ts';
import { zh } from './zh/product-picture.ts';

export const productPictureText = { zh, en };
