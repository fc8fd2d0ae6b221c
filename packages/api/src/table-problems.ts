/** Refusals of files that hold no table, or one that cannot be read. */
import { entry } from './problem-entry.ts';

export const TABLE_PROBLEMS = {
  'table.empty': entry(400, '文件是空的', 'The file is empty'),
  'table.unreadable': entry(
    400,
    '文件已损坏，或不是表格：请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传',
    'The file is broken, or no table: open it in Excel or WPS, save it as .xlsx and send that',
  ),
  'table.save-as': entry(
    400,
    '这是 {kind} 文件：请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传',
    'This is a file of the kind {kind}: open it in Excel or WPS, save it as .xlsx and send that',
  ),
  'table.encrypted': entry(
    400,
    '工作簿设有打开密码：请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 后重新上传',
    'The workbook has a password: take it off in Excel or WPS, save it as .xlsx and send that',
  ),
  'table.no-table': entry(
    400,
    '这是 {kind} 文件，无法从中读取表格：请向对方索取原来的 .xlsx 或 .csv',
    'This is a file of the kind {kind}, of which no table can be read: ask for the .xlsx or .csv it was made of',
  ),
  'table.too-large': entry(
    413,
    '表格过大：请只保留需要的行和列，复制到空白工作簿中，或分成几个文件',
    'The table is too large: copy the rows and columns that matter into an empty workbook, or make several files',
  ),
  'table.columns': entry(
    413,
    '第 {row} 行超过 {max} 列：请删除多余的列',
    'Row {row} has more than {max} columns: take away those that do not matter',
  ),
  'table.cell': entry(
    413,
    '第 {row} 行有超过 {max} 个字符的单元格',
    'Row {row} has a cell of more than {max} characters',
  ),
  'table.quotes': entry(
    400,
    '从第 {row} 行起引号没有成对：请检查该行，或改用 .xlsx',
    'From row {row} on a quotation mark has no other: look at that row, or send an .xlsx',
  ),
  'table.sheet': entry(400, '没有工作表 {sheet}', 'There is no sheet {sheet}'),
} as const;
