import { en } from './en/orders.ts';
import { zh } from './zh/orders.ts';

export const ordersText = { zh, en };
