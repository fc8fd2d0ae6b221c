/** Sites, licences and codes as they are told. */
import type { HoldingBody, LicenceBody, SiteBody } from '@suyuan/api';
import type { HoldingRow } from './store-holdings.ts';
import type { LicenceRow } from './store-licences.ts';
import type { SiteRow } from './store-sites.ts';

export function siteBody({ createdAt, closedAt, ...site }: SiteRow): SiteBody {
  return { ...site, createdAt: createdAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
}

export function licenceBody(row: LicenceRow): LicenceBody {
  const { createdAt, endedAt, verifiedAt, verifiedBy, verifiedVia, verifiedWhat, ...licence } = row;
  return {
    ...licence,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    verified:
      verifiedAt === null
        ? null
        : {
            at: verifiedAt.toISOString(),
            by: verifiedBy ?? '',
            organisation: verifiedVia,
            what: verifiedWhat ?? '',
          },
  };
}

export function holdingBody({ createdAt, endedAt, ...holding }: HoldingRow): HoldingBody {
  return { ...holding, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
