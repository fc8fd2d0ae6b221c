/** SQL of what owners have opened further than the defaults do. */
import { isDataElement, isLevel, RANK_OF } from '@suyuan/api';
import type { Queryable } from '../../platform/db/index.ts';
import { bitsOfElement } from './element-mask.ts';

/** An opening in force, ready to be asked. */
export interface Opening {
  readonly orgNo: number;
  readonly bits: number;
  /** Canonical code of a product; of all goods where null. */
  readonly product: string | null;
  /** From which rank on it is open; where `partnerNo` is null. */
  readonly rank: number;
  /** To this organisation alone. */
  readonly partnerNo: number | null;
}

interface Row {
  readonly orgNo: number;
  readonly element: string;
  readonly product: string | null;
  readonly level: string | null;
  readonly partnerNo: number | null;
}

/** What these organisations have open at this moment. */
export async function selectOpenings(db: Queryable, orgNos: readonly number[], at: Date): Promise<Opening[]> {
  const { rows } = await db.query<Row>(
    `select org_no as "orgNo", element, product, level, partner_no as "partnerNo" from disclosure.opening
     where org_no = any($1::int[]) and ended_at is null and valid_from <= $2 and (valid_until is null or valid_until > $2)`,
    [orgNos, at],
  );
  return rows.map(({ orgNo, element, product, level, partnerNo }) => ({
    orgNo,
    bits: element === '*' || isDataElement(element) ? bitsOfElement(element) : 0,
    product,
    rank: level !== null && isLevel(level) ? RANK_OF[level] : RANK_OF.owner,
    partnerNo,
  }));
}
