/** How many parts are written at once: each holds a page of records in memory, and its slowest reader decides for how long. */
import { finished, type Readable } from 'node:stream';
import { Problem } from '@suyuan/api';
import type { FastifyReply } from 'fastify';
import { createGate, type GateLimits } from '../../../platform/http/gate.ts';

export interface TurnLimits {
  /** Of all organisations. */
  readonly all: GateLimits;
  /** Of one organisation at once; one more is refused. */
  readonly own: number;
}

/** A page of records is 4 MB as it is stored, some 30 MB of text. Two of one organisation leave two for others, however slow their lines are. */
const LIMITS: TurnLimits = { all: { inside: 4, waiting: 16, waitMs: 10_000 }, own: 2 };

interface ExportTurns {
  /** Resolves to what gives the turn back; call it once or often. @throws Problem `server.busy` */
  take(orgId: string): Promise<() => void>;
}

export function createExportTurns({ all, own }: TurnLimits = LIMITS): ExportTurns {
  const gate = createGate(all);
  const taken = new Map<string, number>();

  function giveBack(orgId: string): void {
    const left = (taken.get(orgId) ?? 0) - 1;
    if (left > 0) taken.set(orgId, left);
    else taken.delete(orgId);
  }

  return {
    async take(orgId) {
      const before = taken.get(orgId) ?? 0;
      if (before >= own) throw new Problem('server.busy');
      taken.set(orgId, before + 1);
      let leave: (() => void) | undefined;
      try {
        leave = await gate.enter();
      } finally {
        if (leave === undefined) giveBack(orgId);
      }
      let isGivenBack = false;
      return () => {
        if (isGivenBack) return;
        isGivenBack = true;
        giveBack(orgId);
        leave();
      };
    },
  };
}

interface Turn {
  readonly turns: ExportTurns;
  readonly orgId: string;
}

/** Sends what the answer is; the turn is given back when it has gone, also where the client left. A head alone needs none. */
export async function sendInTurn(
  reply: FastifyReply,
  { turns, orgId }: Turn,
  answer: () => Promise<Readable | undefined>,
): Promise<FastifyReply> {
  if (reply.request.method === 'HEAD') return reply.send(await answer());
  const giveBack = await turns.take(orgId);
  try {
    const body = await answer();
    if (body === undefined) giveBack();
    else finished(body, giveBack);
    return reply.send(body);
  } catch (error) {
    giveBack();
    throw error;
  }
}
