/**
 * 承诺达标合格证, certificate of commitment for edible agricultural products (农业农村部令 2025 年第 4 号): its contents are
 * fixed, its number is not; localities and platforms give their own.
 */
import { opaqueScheme } from './opaque.ts';

export const conformityCertificate = opaqueScheme({
  id: 'cn-conformity-certificate',
  name: { zh: '承诺达标合格证编号', en: 'Certificate of commitment' },
  names: 'document',
  standard: '农业农村部令 2025 年第 4 号',
  source: '《承诺达标合格证管理办法》转载；编号规则未作统一规定',
  effectiveFrom: '2026-02-01',
  confidence: 'unverified',
});
