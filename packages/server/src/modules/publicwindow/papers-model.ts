/** Tests and certificates that the code's own events speak of, each with who issued it and its document. Pure. */
import type { Language } from '@suyuan/api';
import type { Name, Paper } from '@suyuan/api/public-page';
import { canonical, readCode } from '@suyuan/codes';
import type { EventFacts, ExtensionValue } from '@suyuan/epcis';
import { dayOf } from '@suyuan/profiles';
import { displayName } from '../registry/index.ts';
import { membersOf } from './extensions.ts';
import { testFound } from './facts-model.ts';
import type { LookUp } from './look-up.ts';
import { isSaid, reportsOf, textOf } from './papers-said.ts';
import { saidIn } from './said-in.ts';

/** What is more nobody reads on a phone. */
const PAPERS_MAX = 12;

type Found = Pick<LookUp, 'own' | 'known' | 'vouched'>;

interface TellPapers {
  readonly maker: { readonly code: string; readonly name?: Name } | undefined;
  readonly lang: Language;
  /** What is well may be shown as that. */
  readonly praises: boolean;
}

/** The newest first. Of whoever has no say in the goods nothing: a stranger could give a link to anywhere. */
export function papersOf({ own, known, vouched }: Found, { maker, ...as }: TellPapers): Paper[] {
  const papers = own
    .filter((event) => isSaid(event) && vouched.has(event.id))
    .toReversed()
    .flatMap(({ facts }) => [
      ...reportsOf(facts).flatMap((report) => testPaper(report, { facts, ...as })),
      ...(facts.certificationInfo ?? []).map((id) => certificate(id, known)),
    ])
    .map((draft) => issued(draft, { known, maker }));
  return [...new Map(papers.map((paper) => [JSON.stringify(paper), paper])).values()].slice(0, PAPERS_MAX);
}

type Draft = Omit<Paper, 'issuer' | 'isByMaker'> & { readonly by?: string; readonly byEn?: string };

/** A report of a number alone tells nothing that a person can judge by. */
function testPaper(
  report: ExtensionValue,
  { facts, lang, praises }: Pick<TellPapers, 'lang' | 'praises'> & { readonly facts: EventFacts },
): Draft[] {
  const told = membersOf(report);
  const [item, result] = [saidIn('zh', told, 'item'), saidIn(lang, told, 'result')];
  if (item === undefined || result === undefined) return [];
  const [by, number, date] = [textOf(told.laboratory), textOf(told.number), textOf(told.date)];
  const document = addressOf(told.document);
  const day = date ?? (Number.isNaN(facts.eventTimeMs) ? undefined : dayOf(facts.eventTimeMs));
  return [
    {
      ...{
        as: 'test',
        name: { zh: item, en: saidIn('en', told, 'item') ?? item },
        result,
        ...testFound(told.passed, praises),
      },
      ...(by === undefined ? {} : { by, byEn: saidIn('en', told, 'laboratory') ?? by }),
      ...(number === undefined ? {} : { number }),
      ...(day === undefined ? {} : { day }),
      ...(document === undefined ? {} : { document }),
    },
  ];
}

/** Called what master data call it; the identifier may be the number of a document, or where it stands. */
function certificate(id: string, known: Found['known']): Draft {
  const { attributes } = known.get(id) ?? {};
  const name = displayName(known.get(id));
  const { gdti, serial } = readCode(id).parts;
  const by = textOf(attributes?.informationProvider);
  const link = gdti === undefined ? addressOf(id) : undefined;
  const document = link ?? addressOf(attributes?.website);
  const spelled = link === undefined ? textOf(id) : undefined;
  const number = gdti === undefined ? spelled : [gdti, serial].filter((part) => part !== undefined).join(' ');
  return {
    as: 'certificate',
    ...(name === undefined ? {} : { name }),
    ...(by === undefined ? {} : { by }),
    ...(number === undefined ? {} : { number }),
    ...(document === undefined ? {} : { document }),
  };
}

/** A code is called what master data call its party; words stay as they are. */
function issued(
  { by, byEn, ...paper }: Draft,
  { known, maker }: Pick<Found, 'known'> & Pick<TellPapers, 'maker'>,
): Paper {
  if (by === undefined) return paper;
  const code = canonical(by);
  const issuer = displayName(known.get(code)) ?? { zh: by, en: byEn ?? by };
  const isByMaker = maker !== undefined && (maker.code === code || maker.name?.zh === issuer.zh);
  return { ...paper, issuer, ...(isByMaker ? { isByMaker } : {}) };
}

/** Longer addresses are no addresses of documents. */
const ADDRESS_MAX = 500;

/** Of a site in the web, without anybody's name and password. */
function addressOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > ADDRESS_MAX || !/^https?:\/\/[^\s\\]+$/i.test(value))
    return undefined;
  const url = URL.parse(value);
  return url === null || url.username !== '' || url.password !== '' ? undefined : url.href;
}
