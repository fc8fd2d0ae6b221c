/** `/v1/branches/sheet`: all branches of a chain by one Excel workbook. */
import { type BranchSheetBody, BranchSheetSchema, type Language, languageOf, Problem, problemBody } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { XLSX } from '../../../../platform/xlsx/write-xlsx.ts';
import type { IdentityDeps } from '../../deps.ts';
import { linkAddress } from '../../links/make-link.ts';
import { actingFor, mustBe } from '../../may.ts';
import { inviteBySheet, type SheetOutcome } from './invite-by-sheet.ts';
import { branchTemplate, linksWorkbook } from './template.ts';

/** Some three times what 5,000 rows take. */
const FILE_BYTES_MAX = 1024 * 1024;
/** Findings told in one answer: more than anybody mends at a time. */
const TOLD_MAX = 200;

const Asked = Type.Object({ check: Type.Optional(Type.Boolean({ description: 'Only look at it' })) });

export async function branchSheetRoutes(
  app: FastifyInstance,
  { ctx: ctxOf, sharedOrigin }: IdentityDeps,
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(XLSX, { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  );
  // Before the body: nothing is taken from whoever may not.
  app.addHook('onRequest', async (request) => {
    const { actor } = await ctxOf(request);
    mustBe(actor, 'manage');
    actingFor(actor);
  });
  app.get(
    '/branches/sheet',
    {
      config: {
        describes: {
          response: { 200: { description: 'The workbook to fill in', content: { [XLSX]: { schema: Type.String() } } } },
        },
      },
    },
    async (request, reply) => {
      const language = languageOf(request.headers['accept-language']);
      return reply
        .type(XLSX)
        .header('vary', 'accept-language')
        .header('content-disposition', 'attachment; filename="branches.xlsx"')
        .send(await branchTemplate(language));
    },
  );
  app.post<{ Querystring: { check?: boolean }; Body: unknown }>(
    '/branches/sheet',
    {
      config: { query: { once: ['check'] } },
      schema: { consumes: [XLSX], querystring: Asked, response: { 200: BranchSheetSchema } },
    },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      if (!Buffer.isBuffer(request.body)) throw new Problem('branch-sheet.unreadable');
      const isOnlyCheck = request.query.check === true;
      const outcome = await inviteBySheet(ctx, request.body, isOnlyCheck);
      const [first] = outcome.findings;
      if (!isOnlyCheck && first !== undefined) {
        const cell = first.column + first.row;
        throw new Problem('branch-sheet.findings', { count: outcome.findings.length, cell });
      }
      reply.header('vary', 'accept-language');
      return told(outcome, languageOf(request.headers['accept-language']), sharedOrigin(request));
    },
  );
}

async function told(
  { branches, invitations, findings, made }: SheetOutcome,
  language: Language,
  origin: string,
): Promise<BranchSheetBody> {
  const told = made.map(({ id, name, invitation }) => ({
    id,
    name,
    ...(invitation === undefined
      ? {}
      : {
          invitation: {
            name: invitation.name,
            url: linkAddress(origin, invitation.token),
            expiresAt: invitation.expiresAt.toISOString(),
          },
        }),
  }));
  const invited = told.flatMap(({ name: branch, invitation }) =>
    invitation === undefined ? [] : [{ branch, person: invitation.name, ...invitation }],
  );
  return {
    wanted: { branches, invitations },
    findings: findings.slice(0, TOLD_MAX).map(({ row, column, problem }) => {
      const { code, title } = problemBody(problem, language, 'v1');
      return { row, column, cell: `${column}${row}`, code, title };
    }),
    findingCount: findings.length,
    made: made.length,
    branches: told,
    ...(invited.length === 0 ? {} : { sheet: (await linksWorkbook(language, invited)).toString('base64') }),
  };
}
