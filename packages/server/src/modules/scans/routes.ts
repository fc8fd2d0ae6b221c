/** `/v1/scans`: the page of a code tells that a person has opened it, and shows how often that was so. */
import { type Language, languageOf } from '@suyuan/api';
import type { Code, CodeNames } from '@suyuan/api/public-page';
import { type CountScan, CountScanSchema, type Scans, ScansSchema } from '@suyuan/api/scans';
import { holdsPersonalNumber, schemeOf } from '@suyuan/codes';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock/index.ts';
import { acceptJsonAlone } from '../../platform/http/json-alone.ts';
import { leftSignal } from '../../platform/http/left.ts';
import type { ScanCounter } from './count-scans.ts';
import { isDoubtful } from './tally.ts';

export interface ScanDeps {
  readonly scans: ScanCounter;
  readonly clock: Clock;
  /** What the page of a code says that it is; nothing where there is nothing to count. */
  codeOf(asked: { readonly code: string; readonly lang: Language }, left: AbortSignal): Promise<Code | undefined>;
}

/** A code of 2,000 characters, each of them escaped. */
const BODY_BYTES_MAX = 16 * 1024;

/** Goods. Kinds of them are asked about by everybody all day, parties and places are no goods. */
const COUNTED: ReadonlySet<CodeNames> = new Set<CodeNames>(['instance', 'lot', 'logistic', 'asset']);

/** For a scope of its own under `/v1`. Needs no key: whoever has the code may see its page. */
export async function scanRoutes(app: FastifyInstance, deps: ScanDeps): Promise<void> {
  acceptJsonAlone(app, BODY_BYTES_MAX);
  app.post<{ Body: CountScan }>(
    '/scans',
    { config: { leavesPages: true }, schema: { body: CountScanSchema, response: { 200: ScansSchema } } },
    async (request, reply) => {
      const { code, browser } = request.body;
      const lang = languageOf(request.headers['accept-language']);
      return countScan(deps, { code: code.trim(), browser, lang }, leftSignal(reply));
    },
  );
}

interface Asked {
  readonly code: string;
  readonly browser: string | undefined;
  readonly lang: Language;
}

async function countScan(
  { scans, clock, codeOf }: ScanDeps,
  { code, browser, lang }: Asked,
  left: AbortSignal,
): Promise<Scans> {
  if (code === '' || holdsPersonalNumber(code)) return { count: 0 };
  const found = await codeOf({ code, lang }, left);
  if (found?.canonical === undefined || !COUNTED.has(found.names)) return { count: 0 };
  const tally = await scans.count(found.canonical, browser);
  if (tally === undefined) return { count: 0 };
  return {
    count: tally.scans,
    firstTime: tally.firstAt.toISOString(),
    ...(isSoldAlone(found) && isDoubtful(tally, clock.now()) ? { isDoubtful: true } : {}),
  };
}

/** One thing that one person buys. A lot is on many packages, and a lift or a gas cylinder is there to be scanned by many. */
function isSoldAlone({ names, scheme }: Code): boolean {
  return names === 'instance' && schemeOf(scheme)?.isInUse !== true;
}
