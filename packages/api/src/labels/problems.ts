/** Refusals of labels. */
import { entry } from '../problem-entry.ts';

export const LABEL_PROBLEMS = {
  'label.invalid': entry(400, '标签有 {count} 处不能打印', 'The label cannot be printed, for {count} reason(s)'),
  'labels.not-numbered': entry(
    400,
    '这种标签没有编号：请按份数打印',
    'Labels of this layout have no numbers: print copies instead',
  ),
  'labels.codes': entry(
    400,
    '一码一张：有各自编码的标签须列出编码，份数为 1；其他标签不列编码',
    'One code, one label: labels with codes of their own are printed by a list of them, once; others have none',
  ),
  'labels.code': entry(400, '第 {line} 个编码不能打印：{code}', 'Code {line} cannot be printed: {code}'),
  'labels.code-twice': entry(400, '第 {line} 个编码重复：{code}', 'Code {line} is there twice: {code}'),
  'labels.product': entry(
    400,
    '须是商品条码（GTIN），物流标签须是 7 至 12 位的厂商识别代码：{code}',
    'This is no GTIN, or, for logistic labels, no company prefix of 7 to 12 digits: {code}',
  ),
  'labels.numbers': entry(400, '编号只剩 {left} 个', 'Only {left} numbers are left'),
  'labels.other': entry(409, '同一请求编号已用于其他内容', 'Something else was asked for under this id'),
  'labels.span': entry(
    400,
    '标签号须在 1 至 {count} 之间，起不大于止',
    'Labels are from 1 to {count}, the first before the last',
  ),
  'labels.bound': entry(
    409,
    '第 {first} 至 {last} 张已贴用或作废（批次 {lot}），不能再用',
    'Labels {first} to {last} are used already, or spoilt (lot {lot})',
  ),
  'labels.bind-many': entry(400, '一次最多登记 {max} 张', 'At most {max} labels at once'),
  'labels.lot': entry(
    400,
    '批号 {lot} 不能用：最多 20 个字母、数字或 GS1 允许的符号，没有汉字',
    'The lot {lot} cannot be used: at most 20 letters, figures or signs that GS1 allows',
  ),
  'labels.too-large': entry(400, '标签比 A4 大：请选卷纸', 'The label is larger than A4: choose a roll'),
};
