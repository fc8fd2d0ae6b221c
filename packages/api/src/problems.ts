/**
 * The problem catalogue: every refusal the HTTP surfaces can give, with its status and its words in both
 * languages. RFC 9457 on the wire. `{name}` in a text is filled from the problem's parameters.
 */
import { withoutPersonalNumbers } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';
import Type from 'typebox';
import { ACCOUNT_PROBLEMS } from './account/problems.ts';
import { COMPLIANCE_PROBLEMS } from './compliance-problems.ts';
import { DISPUTE_PROBLEMS } from './disclosure/dispute-problems.ts';
import { DRILL_PROBLEMS } from './drills/problems.ts';
import { FindingSchema } from './finding.ts';
import { IMPORT_PROBLEMS } from './import-problems.ts';
import { LABEL_PROBLEMS } from './labels/problems.ts';
import type { Language } from './language.ts';
import { MAP_PROBLEMS } from './maps/problems.ts';
import { ORDER_PROBLEMS } from './orders/problems.ts';
import { PICTURE_PROBLEMS } from './pictures/problems.ts';
import type { ProblemEntry } from './problem-entry.ts';
import { SPACE_PROBLEMS } from './spaces/problems.ts';
import { TABLE_PROBLEMS } from './table-problems.ts';

export const PROBLEMS = {
  'request.invalid': {
    status: 400,
    epcis: 'ValidationException',
    title: { en: 'The request is not valid: {reason}', zh: '请求无效：{reason}' },
  },
  'request.personal-number': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'The request names a person by identity number, which is neither looked up nor kept: refer to persons by a key of your own',
      zh: '请求中含有居民身份证号码，不予查询，也不予记录：涉及个人时请用自编的人员代号',
    },
  },
  'request.malformed': {
    status: 400,
    epcis: 'ValidationException',
    title: { en: 'What was sent is no HTTP request ({reason})', zh: '所发送的内容不是有效的 HTTP 请求（{reason}）' },
  },
  'request.address-too-long': {
    status: 414,
    epcis: 'ValidationException',
    title: { en: 'A part of the address is longer than {limit} characters', zh: '网址中有一段超过 {limit} 个字符' },
  },
  'request.headers-too-large': {
    status: 431,
    epcis: 'ValidationException',
    title: {
      en: 'The address and the headers together are larger than {limit}',
      zh: '网址与请求头合计超过上限 {limit}',
    },
  },
  'request.host': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'A request has one Host header, with the name or address of the server',
      zh: '请求应有且仅有一个 Host 头，内容为服务器的名称或地址',
    },
  },
  'pack.invalid': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'The category pack has {count} fault(s); nothing was changed',
      zh: '规则包有 {count} 处错误，未作任何改动',
    },
  },
  'pack.not-newer': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'Version {version} of {pack} is in use: give yours a higher version number',
      zh: '规则包 {pack} 已在使用 {version} 版：请使用更高的版本号',
    },
  },
  'pack.many': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'This version was added a moment ago, or there are too many packs: withdraw those that are not needed',
      zh: '此版本刚刚已添加，或规则包太多：请先撤回不再需要的',
    },
  },
  'document.invalid': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'The document breaks {count} rule(s); nothing of it was stored',
      zh: '文档有 {count} 处不符合规则，未保存任何内容',
    },
  },
  'event.conflict': {
    status: 409,
    epcis: 'ResourceAlreadyExistsException',
    title: {
      en: 'An event with this eventID is already stored with other content; nothing was stored',
      zh: '已有相同 eventID 而内容不同的事件，未保存任何内容',
    },
  },
  'event.refused': {
    status: 400,
    epcis: 'ValidationException',
    title: {
      en: 'A rule forbids recording this, for {count} reason(s); nothing was stored',
      zh: '规定禁止如此登记（{count} 处），未保存任何内容',
    },
  },
  'request.too-large': {
    status: 413,
    epcis: 'CaptureLimitExceededException',
    title: { en: 'The body is larger than {limit}', zh: '请求正文超过上限 {limit}' },
  },
  'request.content-type': {
    status: 415,
    epcis: 'UnsupportedMediaType',
    title: {
      en: 'This content type is not read here; send application/json, application/ld+json or, to capture a document, application/xml',
      zh: '不支持此内容类型，请使用 application/json、application/ld+json，采集文档也可用 application/xml',
    },
  },
  'request.content-encoding': {
    status: 415,
    epcis: 'UnsupportedMediaType',
    title: {
      en: 'The body is not packed as {encoding}, or this packing is not read here; send it plain, or as gzip, deflate or br',
      zh: '请求正文不是有效的 {encoding} 压缩，或不支持此压缩方式；请不压缩发送，或使用 gzip、deflate、br',
    },
  },
  'request.not-acceptable': {
    status: 406,
    epcis: 'NotAcceptableException',
    title: { en: 'The answer cannot be given as {accept}', zh: '无法以 {accept} 格式答复' },
  },
  'query.parameter': {
    status: 400,
    epcis: 'QueryParameterException',
    title: { en: 'The query parameter {name} cannot be read', zh: '查询参数 {name} 无效' },
  },
  'trace.moment': {
    status: 403,
    epcis: 'SecurityException',
    title: {
      en: 'Some times of this chain are not open to you, so it is not traced as of a moment; ask without `at`',
      zh: '链条中有的时间不对您公开，因此不能按时间点追溯；请去掉 at 再查询',
    },
  },
  'trace.changed': {
    status: 409,
    epcis: 'QueryParameterException',
    title: {
      en: 'Something was recorded in this chain since the page before; ask again from the beginning, without `after`',
      zh: '上一页之后，这条链条有了新的记录；请去掉 after，从头查询',
    },
  },
  'query.repeated': {
    status: 400,
    epcis: 'QueryParameterException',
    title: { en: 'The query parameter {name} is given more than once', zh: '查询参数 {name} 只能出现一次' },
  },
  'key.missing': {
    status: 401,
    epcis: 'SecurityException',
    title: {
      en: 'An API key is needed: Authorization: Bearer <key>. Make one with: suyuan key create, or sign in at /console',
      zh: '需要 API 密钥：Authorization: Bearer <密钥>。可用 suyuan key create 创建，或在 /console 登录',
    },
  },
  'key.unknown': {
    status: 401,
    epcis: 'SecurityException',
    title: { en: 'This API key is not known or was revoked', zh: 'API 密钥无效或已撤销' },
  },
  'key.role': {
    status: 403,
    epcis: 'SecurityException',
    title: {
      en: 'This API key may not do that; it has the role {role}',
      zh: '此 API 密钥（角色 {role}）无权进行该操作',
    },
  },
  'oidc.unavailable': {
    status: 503,
    epcis: 'ImplementationException',
    title: {
      en: 'The sign-in service of the provider cannot be reached; try again shortly, or sign in another way',
      zh: '统一认证服务暂时无法使用，请稍后再试，或以其他方式登录',
    },
  },
  'oidc.refused': {
    status: 403,
    epcis: 'SecurityException',
    title: {
      en: 'The sign-in through the provider did not succeed; begin it once more',
      zh: '统一认证登录未成功，请重新登录',
    },
  },
  'resource.not-found': {
    status: 404,
    epcis: 'NoSuchResourceException',
    title: { en: 'Nothing is stored under {what}', zh: '没有找到 {what}' },
  },
  'route.not-found': {
    status: 404,
    epcis: 'NoSuchResourceException',
    title: { en: 'There is no such address: {path}', zh: '没有此地址：{path}' },
  },
  'method.not-allowed': {
    status: 405,
    epcis: 'MethodNotAllowed',
    title: { en: 'This address does not take {method}', zh: '此地址不支持 {method} 方法' },
  },
  'request.expectation': {
    status: 417,
    epcis: 'ValidationException',
    title: {
      en: 'Of the Expect header 100-continue alone is known here, not {expect}',
      zh: 'Expect 头仅支持 100-continue，不支持 {expect}',
    },
  },
  'request.timeout': {
    status: 408,
    epcis: 'RequestTimeout',
    title: { en: 'The request did not arrive in time', zh: '请求未在时限内到达' },
  },
  'server.busy': {
    status: 503,
    epcis: 'ImplementationException',
    title: {
      en: 'The server is busy or its database is away; try again shortly',
      zh: '服务器繁忙或数据库暂不可用，请稍后再试',
    },
  },
  'server.fault': {
    status: 500,
    epcis: 'ImplementationException',
    title: { en: 'The server met a fault of its own; it is logged', zh: '服务器内部错误，已记录' },
  },
  ...ACCOUNT_PROBLEMS,
  ...COMPLIANCE_PROBLEMS,
  ...DISPUTE_PROBLEMS,
  ...DRILL_PROBLEMS,
  ...LABEL_PROBLEMS,
  ...ORDER_PROBLEMS,
  ...SPACE_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...MAP_PROBLEMS,
  ...PICTURE_PROBLEMS,
  ...TABLE_PROBLEMS,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Findings told in one answer; the rest are counted. More than a person reads, little enough for any client. */
export const FINDINGS_TOLD_MAX = 100;

/** What a text is filled with: as it is, or a text of its own in both languages. */
export type ProblemParameter = string | number | Readonly<Record<Language, string>>;

/**
 * A refusal from the catalogue. Use cases throw it; one handler a scope renders it. Its parameters may be what somebody
 * sent, and are kept without the numbers of persons.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly parameters: Readonly<Record<string, ProblemParameter>>;
  readonly findings: readonly Finding[];
  /** All findings, also those beyond the ones that are kept. */
  readonly findingCount: number;

  constructor(
    code: ProblemCode,
    parameters: Readonly<Record<string, ProblemParameter>> = {},
    more: { findings?: readonly Finding[]; findingCount?: number; cause?: unknown } = {},
  ) {
    const told = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, asTold(value)]));
    super(`${code} ${JSON.stringify(told)}`, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.parameters = told;
    this.findings = more.findings ?? [];
    this.findingCount = more.findingCount ?? this.findings.length;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

function asTold(value: ProblemParameter): ProblemParameter {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return withoutPersonalNumbers(value);
  return { zh: withoutPersonalNumbers(value.zh), en: withoutPersonalNumbers(value.en) };
}

/** RFC 9457 body; `errors` are findings, `code` is stable, `type` is the EPCIS exception under /epcis. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly Finding[];
  readonly errorCount?: number;
}

/** Renders a problem for the wire. */
export function problemBody(problem: Problem, language: Language, scope: 'epcis' | 'v1'): ProblemBody {
  const entry: ProblemEntry = PROBLEMS[problem.code];
  const title = entry.title[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = problem.parameters[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });
  const first = problem.findings[0];
  return {
    type: scope === 'epcis' ? `epcisException:${entry.epcis}` : `urn:suyuan:problem:${problem.code}`,
    title,
    status: entry.status,
    code: problem.code,
    ...(first === undefined ? {} : { detail: findingLine(first, language) }),
    ...(problem.findings.length === 0
      ? {}
      : { errors: problem.findings.slice(0, FINDINGS_TOLD_MAX), errorCount: problem.findingCount }),
  };
}

/** One finding as one line for a person: place, rule, sentence. */
export function findingLine(finding: Finding, language: Language): string {
  const at =
    finding.eventIndex === undefined
      ? ''
      : language === 'zh'
        ? `事件 ${finding.eventIndex} `
        : `event ${finding.eventIndex} `;
  const value = finding.value === undefined ? '' : ` (${finding.value})`;
  return `${at}${finding.pointer || '/'}: ${finding.message[language]} [${finding.rule}]${value}`;
}

/** JSON Schema of a problem, for the OpenAPI description. */
export const problemSchema = Type.Object(
  {
    type: Type.String({
      description: 'Under /epcis the exception of EPCIS 2.0 §12, `epcisException:…`, else `urn:suyuan:problem:…`',
    }),
    title: Type.String({ description: 'In the language of the caller' }),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable id of the problem catalogue' }),
    detail: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(FindingSchema)),
    errorCount: Type.Optional(Type.Integer({ description: 'All findings, also those that `errors` leaves out' })),
  },
  { additionalProperties: true },
);
