/** Addresses of orders. */
export const ORDERS_PATH = '/v1/orders';

export const orderPath = (id: string): string => `${ORDERS_PATH}/${id}`;
export const orderPage = (id: string): string => `/orders/${id}`;
export const changePage = (id: string): string => `/orders/${id}/change`;
