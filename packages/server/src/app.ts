/** The table of contents: one line a module. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { askWalkers } from './asking-walkers.ts';
import { type BackupSource, backupRoutes } from './modules/backup/index.ts';
import { catalogueRoutes } from './modules/catalogue/index.ts';
import { codesRoutes } from './modules/codes/index.ts';
import { complianceRoutes, interlockOf } from './modules/compliance/index.ts';
import { type ConsoleAssets, consoleRoutes } from './modules/console/index.ts';
import { type DemonstrationHost, demonstrationRoutes } from './modules/demonstration/index.ts';
import { confidentialRoutes, openingRoutes, type PublicMembers } from './modules/disclosure/index.ts';
import { disputeRoutes } from './modules/disputes/index.ts';
import { type DrillDeps, drillRoutes } from './modules/drills/index.ts';
import {
  chainExportRoutes,
  countersignRoutes,
  draftRoutes,
  eventsRoutes,
  exportRoutes,
  type Interlock,
  type SpoolFolder,
  withSites,
} from './modules/events/index.ts';
import {
  authenticate,
  bySession,
  callerOf,
  createOidcClient,
  identityRoutes,
  type Keyring,
  type OidcClient,
  readCookies,
  type SigningKey,
} from './modules/identity/index.ts';
import { type Importing, importRoutes, keepImporting, keepImportsTidy } from './modules/imports/index.ts';
import { logHead, readerStates, type Sequencer } from './modules/integrity/index.ts';
import { type LabelDeps, labelRoutes } from './modules/labels/index.ts';
import { mapRoutes } from './modules/maps/index.ts';
import { onboardingRoutes } from './modules/onboarding/index.ts';
import { orderRoutes } from './modules/orders/index.ts';
import { personalRoutes } from './modules/personal/index.ts';
import { pictureRoutes, shownPictureRoutes } from './modules/pictures/index.ts';
import {
  type FindsPages,
  findPage,
  heldCode,
  keptPages,
  lookUpGate,
  type PublicPages,
  publicRoutes,
  sendPublicProblem,
  standardsPages,
} from './modules/publicwindow/index.ts';
import { authorityRoutes, type Reach, reachRoutes } from './modules/reach/index.ts';
import { type RecordingDeps, recordingRoutes } from './modules/recording/index.ts';
import { registryRoutes } from './modules/registry/index.ts';
import { countScans, keepScansTidy, type ScanDeps, scanRoutes } from './modules/scans/index.ts';
import { sharedLinkRoutes, shareRoutes } from './modules/shares/index.ts';
import {
  openHistory,
  openShelf,
  type PackShelf,
  packRoutes,
  publicMembersOf,
  standardsRoutes,
} from './modules/standards/index.ts';
import { todayRoutes } from './modules/today/index.ts';
import { traceRoutes } from './modules/trace/index.ts';
import { originsOf } from './origins.ts';
import type { Clock } from './platform/clock/index.ts';
import { type Actor, type Ctx, createCtx, PUBLIC, systemCtx } from './platform/ctx.ts';
import type { Access } from './platform/db/index.ts';
import type { Asker } from './platform/http/asker.ts';
import { healthRoutes } from './platform/http/health.ts';
import { observeRequests } from './platform/http/metrics.ts';
import { describeApi } from './platform/http/openapi.ts';
import { refusePersonalNumbers } from './platform/http/personal-numbers.ts';
import { handleProblems } from './platform/http/problems.ts';
import { type AnswerPeople, createHttpServer } from './platform/http/server.ts';
import type { Logger } from './platform/log/index.ts';
import { type Walkers, walkHere } from './walking-thread.ts';
import type { WalksBy } from './walks.ts';

export interface AppDeps {
  readonly access: Access;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sequencer: Sequencer;
  /** What forbids recording an event; category packs if not given. */
  readonly interlock?: Interlock | undefined;
  /** The packs that records are judged by; looked up by itself if not given. */
  readonly shelf?: PackShelf | undefined;
  readonly spoolFolder: SpoolFolder;
  /** What secrets of people are sealed under. */
  readonly keyring: Keyring;
  /** What the installation signs with. */
  readonly signingKey: SigningKey;
  /** Organisations may come by themselves, and wait to be approved; not if not given. */
  readonly isRegistrationOpen?: boolean | undefined;
  /** Signs in by OpenID providers; over https alone if not given. */
  readonly oidc?: OidcClient | undefined;
  /** Addresses of the proxies before the server, whose word on who calls is believed; none if not given. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** What a backup by a button is made of; there is no button if not given. */
  readonly backup?: BackupSource | undefined;
  readonly pages: PublicPages;
  /** The account area; there is none if not given. */
  readonly console?: ConsoleAssets | undefined;
  /** Where the public reaches the server; where it listens if not given. */
  readonly publicUrl?: string | undefined;
  /** Starts an installation to look around in; there is none if not given. */
  readonly demonstration?: DemonstrationHost | undefined;
  /** It is one itself. */
  readonly isDemonstration?: boolean | undefined;
  /** Files are read in the answering thread if not given. */
  readonly importing?: Importing | undefined;
  /** Chains are walked in the answering thread if not given. */
  readonly walkers?: Walkers | undefined;
  /** How phones of the local network reach the server; they do not if not given. */
  readonly reach?: Reach | undefined;
}

export function createApp(deps: AppDeps): FastifyInstance {
  const { access, clock, log, sequencer, spoolFolder, pages, publicUrl, reach, keyring, signingKey } = deps;
  const { isRegistrationOpen = false, isDemonstration = false, oidc = createOidcClient() } = deps;
  const app = createHttpServer(log, toPeopleBy(pages), deps.trustedProxies);
  readCookies(app, { isPublicByTls: publicUrl?.startsWith('https:') === true, isDemonstration });
  const metrics = observeRequests(app);
  const { origin, sharedOrigin } = originsOf(app, { publicUrl, reach });
  const ctx = asWhoAsks({ access, clock });
  const ctxOf = (actor: Actor): Ctx => createCtx({ access, clock, log }, actor);
  const program = systemCtx({ access, clock, log });
  const { shelf, interlock, history } = rulesOf(deps, program);
  const capturing = { sequencer, spoolFolder, interlock, keyring };
  const gate = lookUpGate();
  const kept = keptPages(app, { program, packs: shelf.packs, clock, gate });
  const others = readingOthers(keyring, shelf);
  const actAs = actingBySession({ access, clock });
  const asking = askWalkers({ walkers: walkersOf(app, { ...deps, shelf }), ctx, ...others, packs: shelf.packs });
  const recording = { ctx, ...capturing, ...others, program, packs: shelf.packs };
  const scans = scansOf(app, { ctx: ctxOf(PUBLIC), program, finding: { ...asking, pages, kept } });
  const imports = importingOf(app, { ...recording, ctxOf, importing: deps.importing });

  app.register(
    async (epcis) => {
      handleProblems(epcis, 'epcis');
      refusePersonalNumbers(epcis);
      await describeApi(epcis);
      await eventsRoutes(epcis, { ctx, ...capturing, ...others });
    },
    { prefix: '/epcis' },
  );
  app.register(
    async (v1) => {
      handleProblems(v1, 'v1');
      refusePersonalNumbers(v1);
      await describeApi(v1);
      await codesRoutes(v1);
      await rulesApi(v1, { ctx, clock, shelf, packs: shelf.packs, history });
      await complianceRoutes(v1, { ctx, program, packs: shelf.packs });
      await v1.register(async (scope) => todayRoutes(scope, { ctx, program, packs: shelf.packs, ...others }));
      await registryRoutes(v1, { ctx });
      await reachRoutes(v1, { ctx, reach });
      await v1.register(async (scope) => catalogueRoutes(scope, { ctx, sequencer }));
      await v1.register(async (scope) => pictureRoutes(scope, { ctx }));
      await v1.register(async (scope) => openingRoutes(scope, { ctx }));
      await v1.register(async (scope) => confidentialRoutes(scope, { ctx, program }));
      await v1.register(async (scope) => shareRoutes(scope, { ctx, ctxOf, ...asking }));
      await recordApi(v1, { ...recording, ...asking, origin: sharedOrigin });
      await v1.register(async (scope) => importRoutes(scope, { ...imports, ctx }));
      await exportRoutes(v1, { ctx });
      await chainExportRoutes(v1, { ctx, ...asking });
      await v1.register(async (scope) => countersignRoutes(scope, { ctx, program, keyring, signingKey }));
      await v1.register(async (scope) =>
        identityRoutes(scope, { ctx, actAs, keyring, oidc, origin, sharedOrigin, program, isRegistrationOpen }),
      );
      await v1.register(async (scope) => personalRoutes(scope, { ctx, keyring }));
      await operateApi(v1, { ctx, source: deps.backup, host: deps.demonstration });
      await traceRoutes(v1, asking);
      await v1.register(async (scope) => scanRoutes(scope, scans));
    },
    { prefix: '/v1' },
  );
  app.register(async (health) => healthRoutes(health, { ctx: program, logHead, readerStates, metrics }));
  app.register(async (pub) => {
    const anybody = ctxOf(PUBLIC);
    await publicRoutes(pub, { ctx: anybody, pages, origin, ...asking, gate, kept });
    await shownPictureRoutes(pub, { ctx: anybody, gate });
    await standardsPages(pub, { clock, pages, packs: shelf.packs, history });
    await sharedLinkRoutes(pub, { ctxOf, pages, ...asking, gate });
    await authorityRoutes(pub, { reach });
  });
  if (deps.console !== undefined) app.register(consoleRoutes, { ...deps.console, isDemonstration });
  return app;
}

/** What is asked of records, and on which map they are shown: what whoever runs the installation has put in. */
async function rulesApi(
  v1: FastifyInstance,
  deps: Parameters<typeof standardsRoutes>[1] & Parameters<typeof packRoutes>[1] & Parameters<typeof mapRoutes>[1],
): Promise<void> {
  await v1.register(async (scope) => standardsRoutes(scope, deps));
  await v1.register(async (scope) => packRoutes(scope, deps));
  await v1.register(async (scope) => mapRoutes(scope, deps));
}

/** What whoever runs the installation does with it as a whole. */
async function operateApi(
  v1: FastifyInstance,
  deps: Parameters<typeof backupRoutes>[1] & Parameters<typeof demonstrationRoutes>[1],
): Promise<void> {
  await v1.register(async (scope) => backupRoutes(scope, deps));
  await v1.register(async (scope) => demonstrationRoutes(scope, deps));
}

/** What people record, print and try, and what they say of others' records. */
async function recordApi(v1: FastifyInstance, deps: RecordingDeps & LabelDeps & DrillDeps): Promise<void> {
  await v1.register(async (scope) => disputeRoutes(scope, deps));
  await v1.register(async (scope) => draftRoutes(scope, deps));
  await v1.register(async (scope) => orderRoutes(scope, deps));
  await v1.register(async (scope) => recordingRoutes(scope, deps));
  await v1.register(async (scope) => labelRoutes(scope, deps));
  await v1.register(async (scope) => drillRoutes(scope, deps));
  await v1.register(async (scope) => onboardingRoutes(scope, deps));
}

/** With what others' records are read: under which key hidden ones have their names, and what packs have everybody see. */
function readingOthers(keyring: Keyring, shelf: Pick<PackShelf, 'packs'>) {
  return {
    nameKey: (): Buffer => keyring.subkey('names of hidden records'),
    publicMembers: async (): Promise<PublicMembers> => publicMembersOf(await shelf.packs()),
  };
}

type ImportingOf = Parameters<typeof keepImporting>[0] & { readonly importing: Importing | undefined };

/** Checks and records files beside the answers, from when the server listens until it closes. */
function importingOf(app: FastifyInstance, { importing: apart, ...deps }: ImportingOf) {
  const importing = apart ?? keepImporting(deps);
  const tidy = keepImportsTidy(deps.program);
  app.addHook('onListen', async () => importing.nudge());
  app.addHook('onClose', async () => {
    tidy.stop();
    await importing.close();
  });
  return { ...deps, nudge: importing.nudge };
}

type ScansOf = Parameters<typeof countScans>[0] & { readonly program: Ctx; readonly finding: FindsPages };

/** Counts look-ups until the server closes, and writes what it has counted. */
function scansOf(app: FastifyInstance, { finding, ...deps }: ScansOf): ScanDeps {
  const scans = countScans(deps);
  const tidy = keepScansTidy(deps.program);
  app.addHook('onClose', async () => {
    tidy.stop();
    await scans.close();
  });
  const codeOf: ScanDeps['codeOf'] = async (asked, left) => heldCode(await findPage(finding, asked, left));
  return { scans, clock: deps.program.clock, codeOf };
}

/** Who walks, from the first walk until the server closes. */
function walkersOf(app: FastifyInstance, deps: WalksBy & Pick<AppDeps, 'walkers'>): Walkers {
  const walkers = deps.walkers ?? walkHere(deps);
  app.addHook('onClose', async () => walkers.close());
  return walkers;
}

/** As whom a request is answered. */
function asWhoAsks(deps: Pick<AppDeps, 'access' | 'clock'>) {
  return async (request: FastifyRequest): Promise<Ctx> => {
    const own = { ...deps, log: request.log };
    const actor = await authenticate(createCtx(own, PUBLIC), request);
    request.asker = askerOf(actor);
    return createCtx(own, actor);
  };
}

/** The packs that records are judged by, those there were, and what forbids recording one. */
function rulesOf({ interlock, shelf: given }: Pick<AppDeps, 'interlock' | 'shelf'>, program: Ctx) {
  const shelf = given ?? openShelf(program);
  const forbids = interlock ?? interlockOf({ program, packs: shelf.packs });
  return { shelf, interlock: withSites(forbids), history: openHistory(program, shelf) };
}

/** As whom a session that begins with this request acts. */
function actingBySession(deps: Pick<AppDeps, 'access' | 'clock'>) {
  return async (request: FastifyRequest, token: string): Promise<Ctx> => {
    const own = { ...deps, log: request.log };
    return createCtx(own, { ...(await bySession(createCtx(own, PUBLIC), token)), from: callerOf(request) });
  };
}

function toPeopleBy(pages: PublicPages): AnswerPeople {
  return (request, reply, problem) => sendPublicProblem(pages, { request, reply }, problem);
}

/** By ids alone: names are nobody's but the database's. */
function askerOf({ personId, keyId, org, via }: Actor): Asker {
  return { person: personId, key: keyId, org: org?.id, via: via?.id };
}
