/** What refuses a file of records, or what is asked of one. */
import { entry } from './problem-entry.ts';

export const IMPORT_PROBLEMS = {
  'import.draft-only': entry(
    403,
    '您登记的内容须经他人放行，不能批量导入：请由有登记权限的人员导入，或逐条填写',
    'What you record waits for a release, so you cannot import: let somebody import who may record, or fill in each record',
  ),
  'import.exists': entry(
    409,
    '此文件已经上传过（{name}）：请打开原来的导入查看，不会重复登记',
    'This file was sent before ({name}): look at that import; nothing is recorded twice',
  ),
  'import.closed': entry(
    409,
    '此导入正在处理或已经登记，不能再改动',
    'This import is being worked on, or recorded: nothing of it can be changed any more',
  ),
  'import.unchecked': entry(409, '请先检查文件，再登记', 'Have the file checked first, then record it'),
  'import.incomplete': entry(
    409,
    '文件还有 {count} 段没有上传完：请重新选择同一文件，继续上传',
    '{count} part(s) of the file have not come yet: choose the same file again to go on',
  ),
  'import.part': entry(
    400,
    '第 {number} 段应为 {bytes} 字节：请重新选择文件上传',
    'Part {number} has {bytes} bytes: choose the file again and send it anew',
  ),
  'import.gone': entry(
    410,
    '文件内容已在登记完成 7 天后删除：如仍需要，请重新上传',
    'The file was taken away 7 days after it was last used: send it again where it is still needed',
  ),
  'import.no-header': entry(
    400,
    '在前 30 行中没有找到表头：请下载此环节的模板，把数据粘贴到模板中；表头至少要有：{columns}',
    'No row among the first 30 has names of columns: take the template of this stage and paste the rows there; it needs at least: {columns}',
  ),
  'import.columns': entry(
    400,
    '缺少列：{columns}。请对照模板补上这些列，或检查列名',
    'These columns are missing: {columns}. Add them as in the template, or look at their names',
  ),
  'import.empty': entry(400, '表头下面没有数据行', 'There is no row below the names of the columns'),
  'import.many': entry(
    409,
    '未登记的导入太多：请先删除不再需要的',
    'There are too many imports that are not recorded: take those away that are not needed',
  ),
} as const;
