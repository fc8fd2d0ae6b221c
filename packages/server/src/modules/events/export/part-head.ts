/** What an answer says of the part that it is, and how it goes on the line. */
import { hash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Language } from '@suyuan/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORMS, type Format } from './formats.ts';
import type { Part } from './plan-part.ts';

export interface Described {
  readonly orgId: string;
  readonly format: Format;
  readonly language: Language;
  /** Its events, and elements of vocabularies; not known where only the head is asked for and they were not looked at. */
  readonly count?: { readonly events: number; readonly elements: number };
}

/** Of what the organisation has recorded: the same bounds are the same part. */
export function describePart(reply: FastifyReply, part: Part, described: Described): void {
  const { orgId, format, language } = described;
  const { version, hasLanguage } = FORMS[format];
  const form = hasLanguage ? [format, language] : [format];
  const tag = hash('sha256', [version, orgId, part.from, part.to, ...form].join(' '), 'hex').slice(0, 32);
  describeFile(reply, `suyuan-${orgId.slice(0, 8)}-${spanOf(part)}`, described);
  describeBounds(reply, part).header('etag', `"${tag}"`);
}

/** @param name without its ending */
export function describeFile(reply: FastifyReply, name: string, { format, count }: Described): void {
  const { contentType, ending, hasLanguage, isPacked } = FORMS[format];
  const varies = [...(isPacked ? [] : ['accept-encoding']), ...(hasLanguage ? ['accept-language'] : [])];
  reply
    .type(contentType)
    .header('content-disposition', `attachment; filename="${name}.${ending}"`)
    .header('cache-control', 'no-store')
    .header('vary', varies.join(', '));
  if (count === undefined) return;
  reply.header('suyuan-export-count', count.events).header('suyuan-export-records', count.events + count.elements);
}

export function describeBounds(reply: FastifyReply, { from, to, until }: Part): FastifyReply {
  return reply.header('suyuan-export-from', from).header('suyuan-export-to', to).header('suyuan-export-until', until);
}

/** In the order of the names, which is the one of the log. */
export function spanOf({ from, to }: Part): string {
  const padded = (position: number): string => String(Math.max(position, 0)).padStart(12, '0');
  return `${padded(from)}-${padded(to)}`;
}

interface Next {
  readonly path: string;
  readonly format: Format;
  readonly count: number;
}

export function linkNext(reply: FastifyReply, { to, until }: Part, { path, format, count }: Next): void {
  if (to >= until) return;
  const query = new URLSearchParams({ format, from: String(to + 1), until: String(until), count: String(count) });
  reply.header('link', `<${path}?${query}>; rel="next"`);
}

/** JSON of events takes an eighth on the line when it is packed. */
export function packedFor(request: FastifyRequest, reply: FastifyReply, text: Readable): Readable {
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(request.headers['accept-encoding'] ?? ''))) return text;
  reply.header('content-encoding', 'gzip');
  // Where the one fails the other is destroyed, and with it the connection: the client sees that the part is not whole.
  return pipeline(text, createGzip(), () => undefined);
}
