/**
 * 电梯应急识别码 (96333): the number on a plate in an elevator that is told to the rescue service. Given out by cities,
 * mostly six digits; no national form.
 */
import { opaqueScheme } from './opaque.ts';

export const elevator = opaqueScheme({
  id: 'cn-elevator',
  name: { zh: '电梯应急识别码', en: 'Elevator rescue number' },
  names: 'instance',
  isInUse: true,
  standard: '各地规定（96333 平台）',
  source: '未见全国统一规定',
  confidence: 'unverified',
});
