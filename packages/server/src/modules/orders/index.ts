export { countDueOrders } from './due-orders.ts';
export { checkAgainst, type NamedOrder, orderNamed } from './named-order.ts';
export { orderRoutes } from './routes.ts';
