/** `/v1/orders`: what buyers have ordered, and what was shipped of it. */
import {
  type CloseOrder,
  CloseOrderSchema,
  ORDER_STATES,
  OrderSchema,
  type OrderState,
  OrdersSchema,
  type SaveOrder,
  SaveOrderSchema,
} from '@suyuan/api/orders';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../platform/ctx.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { closeOrder, listOrders, readOrder, reopenOrder, saveOrder, withdrawOrder } from './orders.ts';

/** Five hundred lines with two codes each. */
const BODY_BYTES_MAX = 1024 * 1024;

const WithId = Type.Object({ id: Type.String({ format: 'uuid' }) });
type WithId = Type.Static<typeof WithId>;
const Wanted = Type.Object({
  state: Type.Optional(
    Type.Unsafe<OrderState>(Type.Enum([...ORDER_STATES], { description: 'open: with those that are partly shipped' })),
  ),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'In its number, its buyer, its goods' })),
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
});

/** For a scope of its own under `/v1`. */
export async function orderRoutes(
  app: FastifyInstance,
  { ctx: ctxOf }: { ctx(request: FastifyRequest): Promise<Ctx> },
): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.get<{ Querystring: Type.Static<typeof Wanted> }>(
    '/orders',
    {
      config: { query: { once: ['state', 'q', 'cursor'] } },
      schema: { querystring: Wanted, response: { 200: OrdersSchema } },
    },
    async (request) => {
      const { state, q = '', cursor: after = null } = request.query;
      return listOrders(await ctxOf(request), { state, q, after });
    },
  );
  app.get<{ Params: WithId }>(
    '/orders/:id',
    { schema: { params: WithId, response: { 200: OrderSchema } } },
    async (request) => readOrder(await ctxOf(request), request.params.id),
  );
  app.put<{ Params: WithId; Body: SaveOrder }>(
    '/orders/:id',
    { schema: { params: WithId, body: SaveOrderSchema, response: { 200: OrderSchema } } },
    async (request) => saveOrder(await ctxOf(request), { ...request.body, id: request.params.id }),
  );
  app.delete<{ Params: WithId }>(
    '/orders/:id',
    { schema: { params: WithId, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await withdrawOrder(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
  app.post<{ Params: WithId; Body: CloseOrder }>(
    '/orders/:id/close',
    { schema: { params: WithId, body: CloseOrderSchema, response: { 200: OrderSchema } } },
    async (request) => closeOrder(await ctxOf(request), request.params.id, request.body.reason),
  );
  app.post<{ Params: WithId }>(
    '/orders/:id/reopen',
    { schema: { params: WithId, response: { 200: OrderSchema } } },
    async (request) => reopenOrder(await ctxOf(request), request.params.id),
  );
}
