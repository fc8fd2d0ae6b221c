/** Why a shared space is not as somebody wants it. */
import { entry, type ProblemEntry } from '../problem-entry.ts';

export const SPACE_PROBLEMS = {
  'space.known': entry(
    409,
    '此单位已是成员，或已被邀请',
    'This organisation is a member already, or was invited already',
  ),
  'space.full': entry(
    409,
    '共享空间最多 {most} 个单位（含已邀请的）',
    'A shared space has at most {most} organisations, with those invited',
  ),
  'space.many': entry(
    409,
    '一个单位最多加入 {most} 个共享空间，请先退出不再需要的',
    'An organisation is in at most {most} shared spaces: leave those that are not needed',
  ),
  'space.lead-stays': entry(
    409,
    '牵头单位不能退出：请先移交给其他成员，或解散共享空间',
    'Who leads a space does not leave it: hand it over to another member first, or dissolve it',
  ),
  'space.successor': entry(
    409,
    '只能移交给正在使用本平台的成员单位',
    'A space is handed over to a member that is in use here',
  ),
  'space.reason': entry(400, '请说明移出的原因', 'Say why this member is removed'),
} as const satisfies Record<string, ProblemEntry>;
