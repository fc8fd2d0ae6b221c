/** What refuses a dispute, or what is done of one. */
import { entry } from '../problem-entry.ts';

export const DISPUTE_PROBLEMS = {
  'dispute.event-unknown': entry(
    404,
    '没有找到您可以提出异议的记录。对记录提出异议的，须是记录中写明的交易方，或同一货物上一步、下一步的登记单位',
    'There is no record under this ID that you may dispute: that is for whom a record names, and for who recorded the step before or after of the same goods',
  ),
  'dispute.own': entry(
    409,
    '这是本单位自己的记录：如有错误，请声明该记录有误',
    'This is a record of your own: declare it to be in error where it is wrong',
  ),
  'dispute.exists': entry(
    409,
    '本单位已对此记录提出异议，须先撤回',
    'You dispute this record already; withdraw that first',
  ),
  'dispute.closed': entry(409, '此异议已撤回，或对方已更正', 'This dispute was withdrawn, or accepted and corrected'),
  'dispute.by-hand': entry(
    409,
    '此异议不能一键更正：请声明原记录有误，再登记正确的',
    'This cannot be corrected by one click: declare the record to be in error, and record what is right',
  ),
};
