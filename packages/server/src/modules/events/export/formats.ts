/** In what forms a part is handed out. */
import { Readable } from 'node:stream';
import type { Language } from '@suyuan/api';
import type { Ctx } from '../../../platform/ctx.ts';
import { XLSX } from '../../../platform/xlsx/write-xlsx.ts';
import { chainEpcis } from './chain-epcis.ts';
import type { ChainPart } from './chain-part.ts';
import { epcisPart } from './epcis-part.ts';
import type { Part } from './plan-part.ts';
import { chainXlsx, xlsxPart } from './xlsx-part.ts';

interface Form {
  readonly contentType: string;
  /** Of a file. */
  readonly ending: string;
  /** Elements of vocabularies are in it. */
  readonly hasElements: boolean;
  /** Its texts are in the language that was asked for. */
  readonly hasLanguage: boolean;
  /** It is packed by itself: packed again it is no smaller. */
  readonly isPacked: boolean;
  /** Of how it is written: another one gives other bytes for the same bounds. */
  readonly version: number;
  /** Of what the organisation has recorded. */
  write(ctx: Ctx, part: Part, language: Language): Readable;
  /** Of what others have. */
  writeChains(part: ChainPart, language: Language): Readable;
}

export const JSON_TYPE = 'application/ld+json';

export const FORMS = {
  epcis: {
    contentType: `${JSON_TYPE}; charset=utf-8`,
    ending: 'json',
    hasElements: true,
    hasLanguage: false,
    isPacked: false,
    version: 1,
    write: (ctx, part) => Readable.from(epcisPart(ctx, part)),
    writeChains: (part) => Readable.from(chainEpcis(part)),
  },
  xlsx: {
    contentType: XLSX,
    ending: 'xlsx',
    hasElements: false,
    hasLanguage: true,
    isPacked: true,
    version: 1,
    write: (ctx, part, language) => Readable.from(xlsxPart(ctx, part, language)),
    writeChains: (part, language) => Readable.from(chainXlsx(part, language)),
  },
} as const satisfies Readonly<Record<string, Form>>;

export type Format = keyof typeof FORMS;
