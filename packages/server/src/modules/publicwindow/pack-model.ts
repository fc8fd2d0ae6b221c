/** The page of one pack: what holds today and what is known to come. What is over is left to the history of versions. Pure. */
import type { PackClockRow, PackCodeList, PackKeepingRow, PackPage, PackRuleRow } from '@suyuan/api/public-page';
import { type Pack, turnsBetween } from '@suyuan/profiles';
import type { PublishedPack } from '../standards/index.ts';
import { basisRow, conditionOf, current, elementName, type Now, stageLinks } from './pack-rows.ts';
import type { PageRequest } from './page-model.ts';
import { stageRows } from './stage-model.ts';
import { countsOf } from './standards-model.ts';
import { versionRows } from './versions-model.ts';

/** Changes that are known to come, on the page; packs hold a few years of them. */
const TURNS_MAX = 40;
const LAST_DAY = '9999-12-31';

export function packPage(now: Now, versions: readonly PublishedPack[], request: PageRequest): PackPage {
  const { pack, today } = now;
  const { id, version, name, sources } = pack;
  return {
    ...{ kind: 'pack', ...request, id, version, name, counts: countsOf(pack) },
    versions: versionRows(versions),
    turns: turnsBetween(pack, today, LAST_DAY)
      .slice(0, TURNS_MAX)
      .map(({ day, says }) => ({ day, says })),
    stages: stageRows(now),
    rules: current(now, pack.rules).map((rule) => ruleRow(now, rule)),
    clocks: current(now, pack.clocks).map((clock) => clockRow(now, clock)),
    ledgers: current(now, pack.ledgers).map((ledger) => ({
      ...{ name: ledger.name, stages: stageLinks(pack, ledger.stages), ...basisRow(pack, ledger) },
      columns: ledger.columns.map((column) => elementName(pack, column)),
    })),
    keeping: current(now, pack.retention).map((kept) => keepingRow(now, kept)),
    codeLists: Object.entries(pack.codeLists).map(([listId, list]) => codeListRow(now, listId, list)),
    absent: pack.absent.map(({ what, why, source }) => {
      const title = sources[source ?? '']?.title;
      return { what, why, ...(title === undefined ? {} : { source: title }) };
    }),
    sources: Object.values(sources).map(({ title, number, inForce, url }) => ({
      title,
      ...(number === undefined ? {} : { number }),
      ...(inForce === undefined ? {} : { inForce }),
      ...(url === undefined ? {} : { url }),
    })),
  };
}

function ruleRow({ pack }: Now, rule: Pack['rules'][number]): PackRuleRow {
  const { name, stages, effect, message, wayOut, within } = rule;
  return {
    ...{ name, stages: stageLinks(pack, stages), effect, message, wayOut },
    ...(within === undefined ? {} : { within }),
    ...basisRow(pack, rule),
  };
}

function clockRow({ pack }: Now, clock: Pack['clocks'][number]): PackClockRow {
  const { name, starts, ends, within, dayOfNextMonth, isRepeated = false, when, escalations = [] } = clock;
  return {
    ...{ name, starts: stageLinks(pack, starts), ends: stageLinks(pack, ends), within, isRepeated, escalations },
    ...(dayOfNextMonth === undefined ? {} : { dayOfNextMonth }),
    ...(when === undefined ? {} : { when: conditionOf(pack, when) }),
    ...basisRow(pack, clock),
  };
}

function keepingRow({ pack }: Now, kept: Pack['retention'][number]): PackKeepingRow {
  const { name, keep, after, otherwise } = kept;
  return {
    ...{ name, keep, ...basisRow(pack, kept) },
    ...(after === 'event' ? {} : { after: elementName(pack, after) }),
    ...(otherwise === undefined ? {} : { otherwise: otherwise.keep }),
  };
}

function codeListRow({ pack }: Now, id: string, list: Pack['codeLists'][string]): PackCodeList {
  const values = list.values.map(({ code, name }) => ({ code, name }));
  return { id, name: list.name, values, ...basisRow(pack, list) };
}
