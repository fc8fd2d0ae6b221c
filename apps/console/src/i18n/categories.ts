import { en } from './en/categories.ts';
import { zh } from './zh/categories.ts';

export const categoriesText = { zh, en };
