/** JSON Schemas of the messages that others send or receive, each under a name. */
import { hash } from 'node:crypto';
import {
  CodeAnswerSchema,
  NewEntriesSchema,
  problemSchema,
  RecordFindingsSchema,
  type SchemaList,
  TraceAnswerSchema,
} from '@suyuan/api';
import { PublicAnswerSchema } from '@suyuan/api/public-page';
import { DOCUMENT_SCHEMA } from '@suyuan/epcis';
import { PackSchema } from '@suyuan/profiles';

const DIALECT = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

interface Published {
  readonly title: SchemaList['schemas'][number]['title'];
  readonly schema: object;
}

const SCHEMAS: Readonly<Record<string, Published>> = {
  pack: { title: { zh: '品类规则包', en: 'Category pack' }, schema: PackSchema },
  'epcis-document': {
    title: { zh: 'EPCIS 2.0 事件文档', en: 'EPCIS 2.0 document of events' },
    schema: DOCUMENT_SCHEMA,
  },
  'registry-entries': {
    title: { zh: '主数据登记：产品、主体、场所、设备', en: 'Registry entries: products, parties, sites, equipment' },
    schema: NewEntriesSchema,
  },
  'code-answer': { title: { zh: '编码解析结果', en: 'How a code is read' }, schema: CodeAnswerSchema },
  'trace-answer': { title: { zh: '追溯结果', en: 'Answer of a trace' }, schema: TraceAnswerSchema },
  'public-answer': {
    title: { zh: '公共查询结果', en: 'Answer of the public window' },
    schema: PublicAnswerSchema,
  },
  'record-findings': {
    title: { zh: '合规检查发现的问题', en: 'What packs find of records' },
    schema: RecordFindingsSchema,
  },
  problem: { title: { zh: '拒绝的说明（RFC 9457）', en: 'A refusal (RFC 9457)' }, schema: problemSchema },
};

interface PublishedSchema {
  readonly body: SchemaList['schemas'][number];
  readonly text: string;
}

/** By their names. */
export const PUBLISHED_SCHEMAS: ReadonlyMap<string, PublishedSchema> = new Map(
  Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
    const id = `urn:suyuan:schema:${name}`;
    const text = JSON.stringify({ ...DIALECT, title: title.en, ...schema, $id: id });
    return [name, { body: { name, id, title, digest: hash('sha256', text, 'hex') }, text }];
  }),
);
