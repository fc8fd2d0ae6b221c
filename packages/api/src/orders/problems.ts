/** Why an order is not kept, or changed. */
import { entry, type ProblemEntry } from '../problem-entry.ts';

export const ORDER_PROBLEMS = {
  'order.changed': entry(
    409,
    '此订单已被他人修改（第 {version} 版）：请重新打开，查看后再保存',
    'Somebody has changed this order since (version {version}): open it again and look before saving',
  ),
  'order.number-taken': entry(
    409,
    '已有编号为 {number} 的订单：请换一个编号',
    'There is an order {number} already: give this one another number',
  ),
  'order.number-kept': entry(
    409,
    '订单编号不能改，发货记录按编号对应：请撤回后另建一张',
    'The number of an order stays, since records name it: withdraw this one and enter another',
  ),
  'order.not-open': entry(
    409,
    '此订单已结束或撤回：要修改请先重新打开',
    'This order is closed or withdrawn: open it again to change it',
  ),
  'order.shipped': entry(
    409,
    '此订单已有发货，不能撤回：不再发货的，请结束订单',
    'Something was shipped of this order, so it cannot be withdrawn: close it where nothing more will be',
  ),
  'order.code': entry(400, '无法识别编码：{code}', 'This code is of no scheme that is known: {code}'),
  'order.quantity': entry(400, '数量应为大于零的数：{quantity}', 'A quantity is a number above nought: {quantity}'),
} as const satisfies Record<string, ProblemEntry>;
