/**
 * 气瓶电子识读标志: what a phone reads from the lasting mark of a gas cylinder. No national form of the number; the mark
 * must be permanent and readable with a phone (TSG 23, amendment in force since 2025-01-01), data elements in GB/T 36373.1.
 */
import { opaqueScheme } from './opaque.ts';

export const gasCylinder = opaqueScheme({
  id: 'cn-gas-cylinder',
  name: { zh: '气瓶标识码', en: 'Gas cylinder mark' },
  names: 'instance',
  isInUse: true,
  standard: 'TSG 23-2021 第1号修改单，GB/T 38059-2019',
  source: '修改单转载；编码格式由产权单位或地方规定',
  effectiveFrom: '2025-01-01',
  confidence: 'unverified',
});
